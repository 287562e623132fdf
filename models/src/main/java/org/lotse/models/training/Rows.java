package org.lotse.models.training;

import java.util.Arrays;
import org.lotse.models.signal.Signals;

/**
 * Coded rows to learn from.
 *
 * @param signals how the rows are coded
 * @param codes one array per row
 * @param targets 0 or 1, or standardised amounts
 * @param groups rows of one group (a subject's observations) stay in one fold
 */
public record Rows(Signals signals, double[][] codes, double[] targets, int[] groups) {
    public int size() {
        return codes.length;
    }

    /** The rows with these numbers. */
    public Rows pick(int[] picked) {
        return new Rows(
                signals,
                Arrays.stream(picked).mapToObj(row -> codes[row]).toArray(double[][]::new),
                Arrays.stream(picked).mapToDouble(row -> targets[row]).toArray(),
                Arrays.stream(picked).map(row -> groups[row]).toArray());
    }

    /** The same rows with other targets. */
    public Rows against(double[] others) {
        return new Rows(signals, codes, others, groups);
    }

    /** The mean target. */
    public double mean() {
        return Arrays.stream(targets).average().orElse(0);
    }

    /** How many rows have the rarer of two targets. */
    public long rarer() {
        long ones = Arrays.stream(targets).filter(target -> target > 0.5).count();
        return Math.min(ones, size() - ones);
    }
}
