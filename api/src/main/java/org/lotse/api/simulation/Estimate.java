package org.lotse.api.simulation;

/**
 * A number with the interval that holds the true one with a probability of 95 %; where everything was counted, both ends
 * are the number.
 *
 * @param value the number
 * @param low where the interval begins
 * @param high where it ends
 */
record Estimate(double value, double low, double high) {
    private static final double Z = 1.959964;

    /** A counted number. */
    static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }

    /**
     * The share of the whole in which something holds, by Wilson; drawn without putting back.
     *
     * @param hits of the ones looked at
     * @param looked how many were looked at
     * @param whole how many there are
     */
    static Estimate share(long hits, long looked, long whole) {
        if (looked == 0) {
            return new Estimate(0, 0, 1);
        }
        double p = (double) hits / looked;
        if (looked >= whole) {
            return exact(p);
        }
        double n = looked / (1 - (double) looked / whole);
        double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Estimate(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /**
     * The sum over the whole of something whose sum and sum of squares over those looked at are known.
     *
     * @param sum over those looked at
     * @param squares likewise
     */
    static Estimate total(double sum, double squares, long looked, long whole) {
        if (looked == 0) {
            return exact(0);
        }
        double mean = sum / looked;
        if (looked >= whole) {
            return exact(sum);
        }
        double variance = looked < 2 ? 0 : Math.max(0, (squares - looked * mean * mean) / (looked - 1));
        double half = Z * Math.sqrt(variance / looked * (1 - (double) looked / whole));
        return new Estimate(mean * whole, (mean - half) * whole, (mean + half) * whole);
    }

    Estimate times(double factor) {
        return new Estimate(value * factor, low * factor, high * factor);
    }
}
