package org.lotse.api.population;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/** Counts how often which value occurs; only what was delivered or computed counts, not what stood in for it. */
final class Tally {
    /** Names, addresses and the like have no most frequent value worth knowing. */
    private static final int MOST_TEXTS = 1_000;

    private final Collection<Term> terms;

    Tally(Collection<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    /** The distributions over these subjects. */
    Snapshot.Population of(List<Terms> subjects) {
        Map<TermKey, Distribution> numbers = new HashMap<>();
        Map<TermKey, Value> modes = new HashMap<>();
        for (Term term : terms) {
            List<Value> values = values(term, subjects);
            if (values.isEmpty()) {
                continue;
            }
            if (term.type().isNumeric()) {
                double[] sample = values.stream()
                        .mapToDouble(value -> value instanceof Value.Num(double number) ? number : 0)
                        .toArray();
                numbers.put(term.key(), Distribution.of(sample));
            } else if (term.type() != TermType.DATE) {
                mode(values, modes, term.key());
            }
        }
        return new Snapshot.Population(subjects.size(), numbers, modes);
    }

    private static List<Value> values(Term term, List<Terms> subjects) {
        TermPath path = TermPath.of(term.key());
        List<Value> values = new ArrayList<>();
        for (Terms subject : subjects) {
            if (subject.at(path) instanceof Reading.Known(Value value)
                    && term.type().isNumeric() == (value instanceof Value.Num)) {
                values.add(value);
            }
        }
        return values;
    }

    private static void mode(List<Value> values, Map<TermKey, Value> modes, TermKey key) {
        Map<Value, Integer> times = new HashMap<>();
        for (Value value : values) {
            times.merge(value, 1, Integer::sum);
            if (times.size() > MOST_TEXTS) {
                return;
            }
        }
        times.entrySet().stream()
                .max(Map.Entry.<Value, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .ifPresent(entry -> modes.put(key, entry.getKey()));
    }
}
