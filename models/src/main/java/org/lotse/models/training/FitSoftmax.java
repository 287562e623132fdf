package org.lotse.models.training;

import org.lotse.models.scoring.Softmax;

/**
 * Fits one slope and a shift per class on out-of-fold margins, so that their softmax are probabilities: Newton steps along
 * each coordinate on the log loss.
 */
public final class FitSoftmax {
    private static final int SWEEPS = 60;
    private static final double DRAWN = 1;

    /**
     * What was fitted.
     *
     * @param slope of all margins
     * @param shifts one per class
     */
    public record Fitted(double slope, double[] shifts) {}

    private FitSoftmax() {}

    /**
     * @param margins by class, by row
     * @param classes the class of each row
     */
    public static Fitted fit(double[][] margins, int[] classes, int[] rows) {
        int count = margins.length;
        double slope = 1;
        double[] shifts = new double[count];
        double[] p = new double[count];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[] gradient = new double[count + 1];
            double[] curvature = new double[count + 1];
            for (int row : rows) {
                probabilities(margins, slope, shifts, row, p);
                double mean = 0;
                double square = 0;
                for (int k = 0; k < count; k++) {
                    mean += p[k] * margins[k][row];
                    square += p[k] * margins[k][row] * margins[k][row];
                    gradient[k] += p[k] - (classes[row] == k ? 1 : 0);
                    curvature[k] += p[k] * (1 - p[k]);
                }
                gradient[count] += mean - margins[classes[row]][row];
                curvature[count] += square - mean * mean;
            }
            double largest = 0;
            for (int k = 0; k < count; k++) {
                double move = (gradient[k] + DRAWN * shifts[k]) / (curvature[k] + DRAWN);
                shifts[k] -= move / 2;
                largest = Math.max(largest, Math.abs(move));
            }
            double move = (gradient[count] + DRAWN * (slope - 1)) / (curvature[count] + DRAWN);
            slope = Math.max(0.01, slope - move / 2);
            if (Math.max(largest, Math.abs(move)) < 1e-5) {
                break;
            }
        }
        return new Fitted(slope, shifts);
    }

    /** The softmax of a row's margins. */
    public static void probabilities(double[][] margins, double slope, double[] shifts, int row, double[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = slope * margins[k][row] + shifts[k];
        }
        Softmax.of(into);
    }
}
