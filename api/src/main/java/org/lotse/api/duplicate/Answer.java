package org.lotse.api.duplicate;

/** What a steward says of two records. */
public enum Answer {
    SAME,
    DIFFERENT,
    UNSURE
}
