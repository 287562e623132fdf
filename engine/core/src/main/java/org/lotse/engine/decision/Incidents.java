package org.lotse.engine.decision;

/** Port: who wants to know that a part was left out of a decision. Thread-safe, never throws, answers at once. */
public interface Incidents {
    /** A decision goes without a part. */
    void leftOut(Part part, Cause cause);

    /** A part answered; called often. */
    void answered(Part part);

    /** Why a part is left out. */
    sealed interface Cause {
        /** It failed. */
        record Failed(RuntimeException failure) implements Cause {}

        /** It did not answer in time. */
        record TooSlow() implements Cause {}
    }

    /** Nobody wants to know. */
    Incidents UNNOTICED = new Incidents() {
        @Override
        public void leftOut(Part part, Cause cause) {}

        @Override
        public void answered(Part part) {}
    };
}
