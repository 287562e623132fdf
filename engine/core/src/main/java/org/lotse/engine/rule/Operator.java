package org.lotse.engine.rule;

/** How a condition compares. Every comparison with a missing value is false, except {@link #IS_MISSING}. */
public enum Operator {
    IS,
    IS_NOT,
    IS_ONE_OF,
    IS_NONE_OF,
    /** At least. */
    FROM,
    ABOVE,
    /** At most. */
    UP_TO,
    BELOW,
    BEFORE,
    AFTER,
    /** Within the last so many days up to the moment of decision. */
    WITHIN_THE_LAST,
    CONTAINS,
    STARTS_WITH,
    IS_GIVEN,
    IS_MISSING
}
