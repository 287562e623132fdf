package org.lotse.rules.finding;

/** How much a finding matters. */
public enum Severity {
    /** The bundle cannot be used. */
    ERROR,
    /** Probably not what its author meant. */
    WARNING,
    /** Worth knowing. */
    INFO
}
