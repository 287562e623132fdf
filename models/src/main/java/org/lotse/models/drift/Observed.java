package org.lotse.models.drift;

/** Something watched, compared with what it was or should be. */
public sealed interface Observed permits Shift, Calibrated {
    /** The probability of so large a difference by chance alone. */
    double p();

    /** Whether there are too few rows to say anything. */
    boolean isTooFew();

    /** Whether the difference is large enough to matter. */
    boolean isNoticeable();
}
