package org.lotse.engine.term;

/** What kind of value a term has, and thereby its unit. */
public enum TermType {
    /** A plain number without a unit. */
    NUMBER,
    /** An amount in the accounting currency. */
    MONEY,
    /** 0 to 1. */
    PROBABILITY,
    /** 0 to 100; for percentiles 100 is best. */
    PERCENT,
    /** A whole number of things, 0 or more. */
    COUNT,
    /** Days, with decimals. */
    DURATION,
    /** A calendar day. */
    DATE,
    /** Free text. */
    TEXT,
    /** One of the values the vocabulary lists. */
    CHOICE,
    /** Yes or no. */
    YES_NO;

    /** Whether values are {@link Value.Num}. */
    public boolean isNumeric() {
        return switch (this) {
            case NUMBER, MONEY, PROBABILITY, PERCENT, COUNT, DURATION -> true;
            case DATE, TEXT, CHOICE, YES_NO -> false;
        };
    }
}
