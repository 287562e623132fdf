package org.lotse.api.population;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * The distributions of all terms at one time; immutable.
 *
 * @param version hash of the content
 * @param types by subject type
 */
record Snapshot(String version, Map<SubjectType, Population> types) implements Statistics {
    Snapshot {
        types = Map.copyOf(types);
    }

    /**
     * The subjects of one type.
     *
     * @param subjects how many there are
     * @param numbers the numeric terms
     * @param modes the most frequent value of every other term
     */
    record Population(long subjects, Map<TermKey, Distribution> numbers, Map<TermKey, Value> modes) {
        Population {
            numbers = Map.copyOf(numbers);
            modes = Map.copyOf(modes);
        }
    }

    @Override
    public OptionalDouble percentile(SubjectType type, TermKey term, double value) {
        Distribution distribution = distribution(type, term);
        return distribution == null ? OptionalDouble.empty() : OptionalDouble.of(distribution.percentile(value));
    }

    @Override
    public OptionalDouble median(SubjectType type, TermKey term) {
        Distribution distribution = distribution(type, term);
        return distribution == null ? OptionalDouble.empty() : OptionalDouble.of(distribution.median());
    }

    @Override
    public Optional<Value> mode(SubjectType type, TermKey term) {
        Distribution distribution = distribution(type, term);
        if (distribution != null) {
            return Optional.of(Value.of(distribution.mode()));
        }
        Population population = types.get(type);
        return population == null
                ? Optional.empty()
                : Optional.ofNullable(population.modes().get(term));
    }

    private @Nullable Distribution distribution(SubjectType type, TermKey term) {
        Population population = types.get(type);
        return population == null ? null : population.numbers().get(term);
    }
}
