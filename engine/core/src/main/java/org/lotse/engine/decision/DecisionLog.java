package org.lotse.engine.decision;

/** Port: the durable log of decisions. */
public interface DecisionLog {
    /** Keeps a record; returns only when it is durable. */
    void append(DecisionRecord record);

    /**
     * The same.
     *
     * @param waiting run once nothing is left to work out and only the durable write is waited for
     */
    default void append(DecisionRecord record, Runnable waiting) {
        append(record);
    }
}
