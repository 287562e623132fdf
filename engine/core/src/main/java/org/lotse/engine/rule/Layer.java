package org.lotse.engine.rule;

/** The three layers of the engagement policy, in the order they are asked. */
public enum Layer {
    /** May we, by law and contract? */
    ELIGIBILITY,
    /** Does it make sense now? */
    APPLICABILITY,
    /** Is it good for this customer? */
    SUITABILITY
}
