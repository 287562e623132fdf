package org.lotse.models.definition;

/** What kind of answer a model gives. */
public enum Task {
    /** The probability of one of two outcomes. */
    BINARY,
    /** The probabilities of several outcomes. */
    MULTICLASS,
    /** The probabilities of several classes of a text. */
    TEXT,
    /** An amount. */
    REGRESSION,
    /** By how much a treatment raises the probability of the wanted outcome. */
    UPLIFT,
    /** What a customer will spend within a horizon, from a table of purchases. */
    CLV,
    /** The probability that a call at an hour reaches a subject. */
    REACHABILITY,
    /** After how many days a customer needs a product again, from a table of purchases. */
    REPLENISHMENT
}
