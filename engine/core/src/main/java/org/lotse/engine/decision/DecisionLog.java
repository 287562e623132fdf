package org.lotse.engine.decision;

/** Port: the durable log of decisions. */
@FunctionalInterface
public interface DecisionLog {
    /**
     * Keeps a record; returns only when it is durable.
     *
     * @param waiting run once nothing is left to work out and only the durable write is waited for
     */
    void append(DecisionRecord record, Runnable waiting);
}
