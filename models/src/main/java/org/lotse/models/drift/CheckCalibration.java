package org.lotse.models.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether outcomes still come as often as predicted. Rows are grouped by their prediction; under a calibrated model each
 * group's outcomes have the mean and variance its own predictions say, so that the squared standardised distances add up to
 * a chi-square value.
 */
public final class CheckCalibration {
    private static final int GROUPS = 10;
    /** A group's variance has to be this large for the normal approximation to hold far out. */
    private static final double FEWEST_VARIANCE = 8;

    private static final double Z = 1.959963984540054;

    private CheckCalibration() {}

    /**
     * @param predicted probabilities
     * @param happened whether it happened, row by row
     */
    public static Calibrated check(double[] predicted, boolean[] happened) {
        int rows = predicted.length;
        int[] order = IntStream.range(0, rows)
                .boxed()
                .sorted((a, b) -> Double.compare(predicted[a], predicted[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double variance = 0;
        for (double p : predicted) {
            variance += p * (1 - p);
        }
        int groups = (int) Math.clamp(variance / FEWEST_VARIANCE, 1, GROUPS);
        List<Calibrated.Group> made = new ArrayList<>();
        double square = 0;
        int from = 0;
        double filled = 0;
        for (int group = 1; group <= groups && from < rows; group++) {
            int to = from;
            while (to < rows && (group == groups || filled < variance * group / groups)) {
                double p = predicted[order[to]];
                filled += p * (1 - p);
                to++;
            }
            square += add(made, order, from, to, predicted, happened);
            from = to;
        }
        long with = IntStream.range(0, rows).filter(row -> happened[row]).count();
        double mean = IntStream.range(0, rows)
                .mapToDouble(row -> predicted[row])
                .average()
                .orElse(0);
        double[] interval = share(with, rows);
        return new Calibrated(
                rows,
                mean,
                rows == 0 ? 0 : (double) with / rows,
                interval[0],
                interval[1],
                made,
                made.isEmpty() ? 1 : ChiSquare.above(square, made.size()));
    }

    private static double add(
            List<Calibrated.Group> made, int[] order, int from, int to, double[] predicted, boolean[] happened) {
        if (to == from) {
            return 0;
        }
        double expected = 0;
        double variance = 0;
        long with = 0;
        for (int i = from; i < to; i++) {
            double p = predicted[order[i]];
            expected += p;
            variance += p * (1 - p);
            with += happened[order[i]] ? 1 : 0;
        }
        double[] interval = share(with, to - from);
        made.add(new Calibrated.Group(
                to - from, expected / (to - from), (double) with / (to - from), interval[0], interval[1]));
        return variance == 0 ? 0 : (with - expected) * (with - expected) / variance;
    }

    /** The 95 % interval of a share (Wilson 1927). */
    public static double[] share(long with, long rows) {
        if (rows == 0) {
            return new double[] {0, 1};
        }
        double p = (double) with / rows;
        double square = Z * Z;
        double centre = (p + square / (2 * rows)) / (1 + square / rows);
        double reach = Z * Math.sqrt(p * (1 - p) / rows + square / (4.0 * rows * rows)) / (1 + square / rows);
        return new double[] {Math.max(0, centre - reach), Math.min(1, centre + reach)};
    }
}
