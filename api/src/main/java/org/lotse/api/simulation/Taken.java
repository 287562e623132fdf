package org.lotse.api.simulation;

import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.Inputs;

/** What came of taking a decision again. */
sealed interface Taken {
    /**
     * It was taken.
     *
     * @param inputs what it was taken from
     * @param predictedAnew whether a prediction had to be made anew that nobody had asked for then
     */
    record Again(Inputs inputs, Decision decision, boolean predictedAnew) implements Taken {}

    /**
     * It cannot be taken.
     *
     * @param what the term it fails at, where it is one
     */
    record Not(Why why, String what) implements Taken {}

    /** Why a decision cannot be taken again. */
    enum Why {
        /** The person it is about has been erased. */
        ERASED,
        /** The record cannot be read. */
        UNREADABLE,
        /** A term the rules read cannot be found out as of then. */
        TERM_NOT_KNOWN_THEN,
        /** A version of the rules does not declare the decision. */
        DECISION_NOT_DECLARED,
        /** A term is missing without which the decision is refused. */
        TERM_REFUSED,
        /** Nothing is stored of the customer any more, or it could not be decided now. */
        NOT_DECIDED
    }
}
