package org.lotse.engine.decision;

/** Port: the durable log of decisions. */
public interface DecisionLog {
    /** Keeps a record; returns only when it is durable. */
    void append(DecisionRecord record);
}
