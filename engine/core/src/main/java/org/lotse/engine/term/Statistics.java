package org.lotse.engine.term;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Port: a versioned snapshot of how terms are distributed over the population of a subject type. Implementations are
 * safe for use by many threads and answer from memory.
 */
public interface Statistics {
    /** The snapshot's content hash; recorded with each decision. */
    String version();

    /**
     * Which share of the population, 0..100, has a lower value (ties half), or empty when the term has no snapshot.
     *
     * @param type the population
     * @param term whose distribution
     * @param value in the term's unit
     */
    OptionalDouble percentile(SubjectType type, TermKey term, double value);

    /** The population's median, or empty without a snapshot. */
    OptionalDouble median(SubjectType type, TermKey term);

    /** The population's most frequent value, or empty without a snapshot. */
    Optional<Value> mode(SubjectType type, TermKey term);

    /** A population about which nothing is known. */
    Statistics NONE = new Statistics() {
        @Override
        public String version() {
            return "none";
        }

        @Override
        public OptionalDouble percentile(SubjectType type, TermKey term, double value) {
            return OptionalDouble.empty();
        }

        @Override
        public OptionalDouble median(SubjectType type, TermKey term) {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<Value> mode(SubjectType type, TermKey term) {
            return Optional.empty();
        }
    };
}
