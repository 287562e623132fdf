package org.lotse.engine.action;

/** Who turns to whom: the customer to us, or we to the customer. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
