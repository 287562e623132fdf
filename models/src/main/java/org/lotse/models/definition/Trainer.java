package org.lotse.models.definition;

/** Which learner a definition asks for. */
public enum Trainer {
    /** The better of the two by out-of-fold log loss; small data get the linear one. */
    AUTO,
    /** Additive over bins and categories, with exact reasons; also written {@code logistic}. */
    LINEAR,
    /** Boosted trees. */
    XGBOOST
}
