package org.lotse.rules.model;

/** Which of several hit rows of a table count. */
public enum HitPolicy {
    /** The first one in the order of the file. */
    FIRST,
    /** There must be one only; two are reported, and the first one counts. */
    UNIQUE,
    /** All of them. */
    COLLECT,
    /** All of them, their numbers are added. */
    SUM
}
