package org.lotse.engine.term;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The terms of one subject (and of what it is linked to) as read at one moment; immutable. */
public record Terms(SortedMap<TermPath, Reading> readings) {
    public static final Terms NONE = new Terms(new TreeMap<>());

    public Terms {
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }

    /** How the term reads; a path never resolved reads as not delivered. */
    public Reading at(TermPath path) {
        Reading reading = readings.get(path);
        return reading == null ? new Reading.Absent(Reading.Why.NOT_DELIVERED) : reading;
    }

    /** The value of the subject's own term, stand-ins included. */
    public Optional<Value> value(TermKey key) {
        return at(TermPath.of(key)).value();
    }

    /** The value at a path, stand-ins included. */
    public Optional<Value> value(TermPath path) {
        return at(path).value();
    }

    /** The number at a path, if it has one. */
    public OptionalDouble number(TermPath path) {
        return at(path).value().orElse(null) instanceof Value.Num(double number)
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
    }

    /** What something done for a purpose may read of these terms; the rest reads as not delivered. */
    public Terms readableFor(Purpose purpose, SubjectType subject, Vocabulary vocabulary) {
        if (purpose == Purpose.SERVICE) {
            return this;
        }
        SortedMap<TermPath, Reading> readable = new TreeMap<>(readings);
        readable.keySet().removeIf(path -> !vocabulary.mayRead(subject, path, purpose));
        return new Terms(readable);
    }

    /** These terms and the others; where both have a path, the other's reading wins. */
    public Terms with(Map<TermPath, ? extends Reading> others) {
        SortedMap<TermPath, Reading> both = new TreeMap<>(readings);
        both.putAll(others);
        return new Terms(both);
    }
}
