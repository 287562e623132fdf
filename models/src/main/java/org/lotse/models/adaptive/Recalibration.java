package org.lotse.models.adaptive;

import org.lotse.models.scoring.Link;

/**
 * A logistic regression on a few margins, learned from one outcome after the other and forgetting: after each, the weights
 * are those of a normal distribution around the best ones (Laplace). Starts from given weights. Immutable.
 */
final class Recalibration {
    private static final double MOST = 8;

    private final double[] start;
    private final double[] weights;
    /** Inverse covariance of the weights. */
    private final double[][] precision;

    private final double firmness;
    private final double kept;

    private Recalibration(double[] start, double[] weights, double[][] precision, double firmness, double kept) {
        this.start = start;
        this.weights = weights;
        this.precision = precision;
        this.firmness = firmness;
        this.kept = kept;
    }

    /**
     * @param start the weights before any outcome; the first is the shift
     * @param firmness how firmly they are believed in
     * @param memory how many outcomes are remembered
     */
    static Recalibration from(double[] start, double firmness, double memory) {
        double[][] precision = new double[start.length][start.length];
        for (int i = 0; i < start.length; i++) {
            precision[i][i] = firmness;
        }
        return new Recalibration(start, start, precision, firmness, Math.exp(-1 / memory));
    }

    /** The probability for some margins. */
    double probability(double... margins) {
        double margin = weights[0];
        for (int i = 0; i < margins.length; i++) {
            margin += weights[i + 1] * inside(margins[i]);
        }
        return Math.clamp(Link.sigmoid(margin), 1e-6, 1 - 1e-6);
    }

    /** After one more outcome. */
    Recalibration with(boolean happened, double... margins) {
        int size = weights.length;
        double[] x = new double[size];
        x[0] = 1;
        for (int i = 1; i < size; i++) {
            x[i] = inside(margins[i - 1]);
        }
        double p = probability(margins);
        double weight = p * (1 - p);
        double[][] next = new double[size][size];
        double[] pull = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                next[i][j] = kept * precision[i][j] + weight * x[i] * x[j];
            }
            next[i][i] += (1 - kept) * firmness;
            pull[i] = (happened ? 1 - p : -p) * x[i] + (1 - kept) * firmness * (start[i] - weights[i]);
        }
        double[] step = solve(next, pull);
        double[] moved = new double[size];
        for (int i = 0; i < size; i++) {
            moved[i] = weights[i] + step[i];
        }
        return new Recalibration(start, moved, next, firmness, kept);
    }

    private static double inside(double margin) {
        return Math.clamp(margin, -MOST, MOST);
    }

    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = matrix[i].clone();
        }
        double[] solution = right.clone();
        for (int column = 0; column < size; column++) {
            for (int row = 0; row < size; row++) {
                if (row != column) {
                    double factor = rows[row][column] / rows[column][column];
                    for (int i = column; i < size; i++) {
                        rows[row][i] -= factor * rows[column][i];
                    }
                    solution[row] -= factor * solution[column];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            solution[i] /= rows[i][i];
        }
        return solution;
    }
}
