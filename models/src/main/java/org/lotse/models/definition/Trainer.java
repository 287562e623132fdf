package org.lotse.models.definition;

/** Which learner a definition asks for. */
public enum Trainer {
    /** The additive one, own trees, or their blend, whichever has the least loss out of fold. */
    AUTO,
    /** Additive over bins and categories, with exact reasons; also written {@code logistic}. */
    LINEAR,
    /** Own boosted trees alone. */
    TREES,
    /** The learning library's boosted trees. */
    XGBOOST
}
