package org.lotse.engine.evaluation;

/**
 * An estimate with its 95 % interval.
 *
 * @param low the lower end
 * @param estimate between the ends
 * @param high the upper end
 */
public record Interval(double low, double estimate, double high) {
    /** The 97.5 % quantile of the standard normal distribution: 95 % lie within so many deviations of the mean. */
    static final double DEVIATIONS = 1.959963984540054;

    public Interval {
        if (!(low <= estimate && estimate <= high)) {
            throw new IllegalArgumentException(
                    "An interval from " + low + " to " + high + " does not hold its estimate " + estimate + ".");
        }
    }

    /** Around a mean whose standard error is known. */
    static Interval around(double mean, double standardError) {
        return new Interval(mean - DEVIATIONS * standardError, mean, mean + DEVIATIONS * standardError);
    }

    /** Whether a value is not excluded. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
