package org.lotse.engine.term;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one subject (and of what it is linked to) as read at one moment; immutable. Held in an array whose places
 * the {@link TermLayout} names, which all terms resolved for one subject type share.
 */
public final class Terms {
    public static final Terms NONE = new Terms(new TermLayout(java.util.List.of()), new Reading[0]);

    private static final Reading NOT_DELIVERED = new Reading.Absent(Reading.Why.NOT_DELIVERED);

    private final TermLayout layout;
    private final @Nullable Reading[] places;

    /** Terms as given; for a handful, or what is read back from a record. */
    public Terms(Map<TermPath, ? extends Reading> readings) {
        this.layout = new TermLayout(readings.keySet());
        this.places = new Reading[layout.size()];
        readings.forEach((path, reading) -> places[layout.find(path)] = reading);
    }

    /**
     * @param places a reading per place of the layout, null where none was made; never changed afterwards
     */
    Terms(TermLayout layout, @Nullable Reading[] places) {
        this.layout = layout;
        this.places = places;
    }

    /** Which terms lie at which place. */
    public TermLayout layout() {
        return layout;
    }

    /** The reading at a place of the layout; null for a term that was never resolved. */
    public @Nullable Reading atPlace(int place) {
        return places[place];
    }

    /** The value at a place of the layout, stand-ins included; null when there is none. */
    public @Nullable Value valueAt(int place) {
        return valueOf(places[place]);
    }

    /**
     * These terms with other values at some places.
     *
     * @param at places of the layout
     * @param values a value per place; what has none stays as it is
     */
    public Terms with(int[] at, @Nullable Value[] values) {
        @Nullable Reading[] both = null;
        for (int each = 0; each < at.length; each++) {
            Value value = values[each];
            if (value != null) {
                both = both == null ? places.clone() : both;
                both[at[each]] = new Reading.Known(value);
            }
        }
        return both == null ? this : new Terms(layout, both);
    }

    /** All readings by path, in order. */
    public SortedMap<TermPath, Reading> readings() {
        SortedMap<TermPath, Reading> readings = new TreeMap<>();
        forEach(readings::put);
        return Collections.unmodifiableSortedMap(readings);
    }

    /** Hands out all readings in the order of their paths. */
    public void forEach(BiConsumer<TermPath, Reading> reader) {
        for (int place = 0; place < places.length; place++) {
            Reading reading = places[place];
            if (reading != null) {
                reader.accept(layout.path(place), reading);
            }
        }
    }

    /** How the term reads; a path never resolved reads as not delivered. */
    public Reading at(TermPath path) {
        int place = layout.find(path);
        Reading reading = place < 0 ? null : places[place];
        return reading == null ? NOT_DELIVERED : reading;
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
        return valueOf(at(path)) instanceof Value.Num(double number)
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
    }

    /** The number at a place of the layout; NaN when there is none. */
    public double numberAt(int place) {
        return place >= 0 && valueOf(places[place]) instanceof Value.Num(double number) ? number : Double.NaN;
    }

    /** What something done for a purpose may read of these terms; the rest reads as not delivered. */
    public Terms readableFor(Purpose purpose, SubjectType subject, Vocabulary vocabulary) {
        if (purpose == Purpose.SERVICE) {
            return this;
        }
        boolean[] allowed = layout.readableFor(purpose, subject, vocabulary);
        if (!hidesValues(allowed)) {
            return this;
        }
        @Nullable Reading[] readable = places.clone();
        for (int place = 0; place < readable.length; place++) {
            if (!allowed[place]) {
                readable[place] = null;
            }
        }
        return new Terms(layout, readable);
    }

    /** Whether a place that is not allowed has a value: what has none need not be hidden. */
    private boolean hidesValues(boolean[] allowed) {
        for (int place = 0; place < places.length; place++) {
            if (!allowed[place] && valueOf(places[place]) != null) {
                return true;
            }
        }
        return false;
    }

    /** These terms and the others; where both have a path, the other's reading wins. */
    public Terms with(Map<TermPath, ? extends Reading> others) {
        if (others.isEmpty()) {
            return this;
        }
        for (TermPath path : others.keySet()) {
            if (layout.find(path) < 0) {
                return with(new Terms(others));
            }
        }
        @Nullable Reading[] both = places.clone();
        others.forEach((path, reading) -> both[layout.find(path)] = reading);
        return new Terms(layout, both);
    }

    /** These terms and the others; where both have a path, the other's reading wins. */
    public Terms with(Terms others) {
        if (others.places.length == 0) {
            return this;
        }
        TermLayout joined = layout.with(others.layout);
        @Nullable Reading[] both = new Reading[joined.size()];
        copy(this, joined, both);
        copy(others, joined, both);
        return new Terms(joined, both);
    }

    /** These own terms as those of a subject linked under {@code scope}: {@code holder.churn}. */
    Terms under(String scope) {
        TermLayout moved = layout.under(scope);
        @Nullable Reading[] readings = new Reading[moved.size()];
        int next = 0;
        for (int place = 0; place < places.length; place++) {
            if (layout.path(place).scope().isEmpty()) {
                // Both layouts have their own terms in the order of the keys.
                readings[next++] = places[place];
            }
        }
        return new Terms(moved, readings);
    }

    private static void copy(Terms from, TermLayout to, @Nullable Reading[] readings) {
        for (int place = 0; place < from.places.length; place++) {
            Reading reading = from.places[place];
            if (reading != null) {
                readings[from.layout == to ? place : to.find(from.layout.path(place))] = reading;
            }
        }
    }

    static @Nullable Value valueOf(@Nullable Reading reading) {
        return reading instanceof Reading.Known known
                ? known.known()
                : reading instanceof Reading.Estimated estimated ? estimated.standIn() : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Terms terms && readings().equals(terms.readings());
    }

    @Override
    public int hashCode() {
        return readings().hashCode();
    }

    @Override
    public String toString() {
        return "Terms" + readings();
    }
}
