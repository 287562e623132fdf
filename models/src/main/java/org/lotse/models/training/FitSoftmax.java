package org.lotse.models.training;

import java.util.Arrays;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.scoring.Softmax;

/**
 * Fits one slope and a shift per class on out-of-fold margins, so that their softmax are probabilities: Newton steps along
 * each coordinate on the log loss.
 */
public final class FitSoftmax {
    private static final int SWEEPS = 60;
    private static final double DRAWN = 1;
    private static final double LEAST = 0.5;
    private static final double MOST = 2;
    private static final double STEP = 1.02;

    /**
     * What was fitted.
     *
     * @param slope of all margins
     * @param shifts one per class
     */
    public record Fitted(double slope, double[] shifts) {
        private Fitted times(double factor) {
            return new Fitted(
                    factor * slope,
                    Arrays.stream(shifts).map(shift -> factor * shift).toArray());
        }
    }

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

    /**
     * The same answers, each as sure as it was right: slope and shifts times the factor with which it was most probable which answers
     * are right. Shifts that were moved on purpose make some answers surer than they should be, and others less.
     */
    public static Fitted sure(double[][] margins, Fitted given, int[] classes, int[] rows) {
        Fitted best = given;
        double least = Double.POSITIVE_INFINITY;
        for (double factor = LEAST; factor <= MOST; factor *= STEP) {
            Fitted each = given.times(factor);
            double loss = lossOfAnswers(margins, each, classes, rows);
            if (loss < least) {
                least = loss;
                best = each;
            }
        }
        return best;
    }

    private static double lossOfAnswers(double[][] margins, Fitted fitted, int[] classes, int[] rows) {
        double loss = 0;
        double[] p = new double[margins.length];
        for (int row : rows) {
            probabilities(margins, fitted.slope(), fitted.shifts(), row, p);
            int answer = 0;
            for (int k = 1; k < p.length; k++) {
                answer = p[k] > p[answer] ? k : answer;
            }
            loss += Evaluate.loss(p[answer], classes[row] == answer ? 1 : 0);
        }
        return loss;
    }

    /** The softmax of a row's margins. */
    public static void probabilities(double[][] margins, double slope, double[] shifts, int row, double[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = slope * margins[k][row] + shifts[k];
        }
        Softmax.of(into);
    }
}
