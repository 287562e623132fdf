package org.lotse.models.duplicate;

import java.util.Arrays;
import java.util.List;

/**
 * What stewards' decisions add to the mixture: a weight for its log-odds and one for each level. Logistic regression whose
 * weights are believed to be 1 and 0 until decisions say otherwise, so that ten decisions change little and thousands all.
 *
 * @param weights constant, weight of the mixture's log-odds, then the levels of all comparisons in turn
 * @param spread how uncertain the weights are: their covariance
 */
record Learned(double[] weights, double[][] spread) {
    private static final Comparison[] COMPARISONS = Comparison.values();
    private static final double[] DEVIATIONS = {0.5, 0.2, 0.5};
    /** Nobody has decided anything yet. */
    static Learned nothing() {
        return of(Mixture.start(), List.of());
    }

    static Learned of(Mixture mixture, List<Decision> decisions) {
        return new Fit(mixture, decisions).learned();
    }

    double margin(Mixture mixture, PairPattern pattern) {
        return dot(weights, signals(mixture, pattern));
    }

    /** How uncertain the log-odds of such a pair are: their standard deviation. */
    double deviation(Mixture mixture, PairPattern pattern) {
        double[] x = signals(mixture, pattern);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                sum += x[i] * dot(spread[i], x);
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /** How many weights there are. */
    static int size() {
        return 2
                + Arrays.stream(COMPARISONS)
                        .mapToInt(one -> one.levels().size())
                        .sum();
    }

    static double[] signals(Mixture mixture, PairPattern pattern) {
        double[] x = new double[size()];
        x[0] = 1;
        x[1] = Math.clamp(mixture.margin(pattern), -15, 15);
        int at = 2;
        for (Comparison comparison : COMPARISONS) {
            int place = pattern.place(comparison);
            if (place >= 0) {
                x[at + place] = 1;
            }
            at += comparison.levels().size();
        }
        return x;
    }

    /** How firmly the weights are believed in beforehand. */
    static double[][] precision() {
        double[][] precision = new double[size()][size()];
        for (int i = 0; i < precision.length; i++) {
            double deviation = DEVIATIONS[Math.min(i, 2)];
            precision[i][i] = 1 / (deviation * deviation);
        }
        return precision;
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** The inverse of a symmetric positive definite matrix, by Gauss and Jordan. */
    static double[][] invert(double[][] matrix) {
        int n = matrix.length;
        double[][] left = new double[n][];
        double[][] right = new double[n][n];
        for (int i = 0; i < n; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
        }
        for (int i = 0; i < n; i++) {
            double pivot = left[i][i];
            for (int j = 0; j < n; j++) {
                left[i][j] /= pivot;
                right[i][j] /= pivot;
            }
            for (int k = 0; k < n; k++) {
                double factor = left[k][i];
                if (k != i && factor != 0) {
                    for (int j = 0; j < n; j++) {
                        left[k][j] -= factor * left[i][j];
                        right[k][j] -= factor * right[i][j];
                    }
                }
            }
        }
        return right;
    }
}
