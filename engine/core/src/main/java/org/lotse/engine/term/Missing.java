package org.lotse.engine.term;

/** What stands in for a term that has no value. */
public sealed interface Missing {
    /** Nothing: comparisons with the term are false, models see it as missing. */
    record Stays() implements Missing {}

    /** The decision is not taken; the answer says which term is missing. */
    record Refuse() implements Missing {}

    /** The population's median of the snapshot. */
    record Median() implements Missing {}

    /** The population's most frequent value. */
    record Mode() implements Missing {}

    /** A fixed value. */
    record Fixed(Value value) implements Missing {}
}
