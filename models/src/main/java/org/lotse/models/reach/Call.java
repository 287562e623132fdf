package org.lotse.models.reach;

/**
 * A call that was made.
 *
 * @param at when, in days since 1970, the time of day as a fraction
 * @param weekday 1 (Monday) to 7, local to whom it was made to
 * @param hour 0 to 23, local to whom it was made to
 * @param margin what the kind's habits alone say of it, in log odds
 * @param reached whether it reached anybody
 */
public record Call(double at, int weekday, int hour, double margin, boolean reached) {
    /** Whether its result was known on the day of another call: what came of a day counts from the next day on. */
    boolean isKnownAt(double other) {
        return Double.isNaN(other) || Math.floor(at) < Math.floor(other);
    }
}
