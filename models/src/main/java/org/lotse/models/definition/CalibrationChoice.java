package org.lotse.models.definition;

/** How raw scores become probabilities. */
public enum CalibrationChoice {
    /** Whichever is better out of fold. */
    AUTO,
    NONE,
    PLATT,
    /** A line in log odds whose slope may change a little. */
    CURVE,
    ISOTONIC
}
