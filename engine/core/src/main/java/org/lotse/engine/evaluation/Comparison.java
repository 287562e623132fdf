package org.lotse.engine.evaluation;

/** How a group that got something stands against one that did not. */
public sealed interface Comparison {
    /** What can be said. */
    Verdict verdict();

    /**
     * The groups differ so much, give or take.
     *
     * @param difference treated minus control
     */
    record Measured(Interval difference) implements Comparison {
        @Override
        public Verdict verdict() {
            if (difference.holds(0)) {
                return Verdict.NO_EVIDENCE;
            }
            return difference.estimate() > 0 ? Verdict.MORE : Verdict.LESS;
        }
    }

    /**
     * A group is too small for any statement.
     *
     * @param persons in the smaller group
     * @param needed at least
     */
    record TooFew(long persons, long needed) implements Comparison {
        @Override
        public Verdict verdict() {
            return Verdict.TOO_FEW;
        }
    }

    /** What a comparison says of the treated. */
    enum Verdict {
        MORE,
        LESS,
        /** The interval holds zero. */
        NO_EVIDENCE,
        TOO_FEW
    }
}
