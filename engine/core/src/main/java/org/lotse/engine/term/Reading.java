package org.lotse.engine.term;

import java.util.Optional;

/** What was found when a term was read for one subject at one moment. */
public sealed interface Reading {
    /** The value, if there is one that may be compared with. */
    Optional<Value> value();

    /** A delivered or computed value. */
    record Known(Value known) implements Reading {
        @Override
        public Optional<Value> value() {
            return Optional.of(known);
        }
    }

    /**
     * No value was there; a statistic of the population stands in. It feeds models and calculations, and rules only
     * where the vocabulary allows it.
     *
     * @param standIn the stand-in
     */
    record Estimated(Value standIn) implements Reading {
        @Override
        public Optional<Value> value() {
            return Optional.of(standIn);
        }
    }

    /** No value. */
    record Absent(Why why) implements Reading {
        @Override
        public Optional<Value> value() {
            return Optional.empty();
        }
    }

    /** Why a term has no value. */
    enum Why {
        /** Nobody delivered it. */
        NOT_DELIVERED,
        /** No event it is computed from has happened. */
        NO_EVENT,
        /** No model of that name is serving. */
        NO_MODEL,
        /** No statistics of the population have been computed yet. */
        NO_STATISTICS,
        /** No rule row wrote it and it has no default. */
        NO_ROW,
        /** A term it depends on has no value. */
        INPUT_ABSENT,
        /** The part that supplies it failed or was too slow. */
        UNAVAILABLE
    }
}
