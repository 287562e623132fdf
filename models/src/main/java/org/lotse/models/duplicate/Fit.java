package org.lotse.models.duplicate;

import java.util.List;

/** Finds the weights that agree best with decisions and with what was believed before: Newton's steps, shortened where they overshoot. */
final class Fit {
    private static final int STEPS = 50;
    private static final double ENOUGH = 1e-9;
    private static final double SHORTEST = 1e-6;

    private final double[][] signals;
    private final boolean[] same;
    private final double[] believed = new double[Learned.size()];

    Fit(Mixture mixture, List<Decision> decisions) {
        signals = new double[decisions.size()][];
        same = new boolean[decisions.size()];
        for (int row = 0; row < signals.length; row++) {
            signals[row] = Learned.signals(mixture, decisions.get(row).pattern());
            same[row] = decisions.get(row).same();
        }
        believed[1] = 1;
    }

    Learned learned() {
        double[] weights = believed.clone();
        double loss = loss(weights);
        for (int step = 0; step < STEPS && signals.length > 0; step++) {
            double[] direction = direction(weights);
            double size = 1;
            double[] next = moved(weights, direction, size);
            while (loss(next) > loss && size > SHORTEST) {
                size /= 2;
                next = moved(weights, direction, size);
            }
            double less = loss(next);
            if (!(less < loss - ENOUGH)) {
                break;
            }
            loss = less;
            weights = next;
        }
        return new Learned(weights, Learned.invert(curvature(weights)));
    }

    private static double[] moved(double[] weights, double[] direction, double size) {
        double[] moved = weights.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= size * direction[i];
        }
        return moved;
    }

    private double loss(double[] weights) {
        double[][] precision = Learned.precision();
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            loss += 0.5 * precision[i][i] * (weights[i] - believed[i]) * (weights[i] - believed[i]);
        }
        for (int row = 0; row < signals.length; row++) {
            double margin = Learned.dot(weights, signals[row]);
            loss += Math.max(margin, 0) - (same[row] ? margin : 0) + Math.log1p(Math.exp(-Math.abs(margin)));
        }
        return loss;
    }

    private double[] direction(double[] weights) {
        double[][] precision = Learned.precision();
        double[] gradient = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            gradient[i] = precision[i][i] * (weights[i] - believed[i]);
        }
        for (int row = 0; row < signals.length; row++) {
            double error = probability(weights, row) - (same[row] ? 1 : 0);
            for (int i = 0; i < weights.length; i++) {
                gradient[i] += error * signals[row][i];
            }
        }
        double[][] inverse = Learned.invert(curvature(weights));
        double[] direction = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            direction[i] = Learned.dot(inverse[i], gradient);
        }
        return direction;
    }

    private double[][] curvature(double[] weights) {
        double[][] curvature = Learned.precision();
        for (int row = 0; row < signals.length; row++) {
            double[] x = signals[row];
            double p = probability(weights, row);
            double w = p * (1 - p);
            for (int i = 0; i < x.length; i++) {
                if (x[i] != 0) {
                    for (int j = 0; j < x.length; j++) {
                        curvature[i][j] += w * x[i] * x[j];
                    }
                }
            }
        }
        return curvature;
    }

    private double probability(double[] weights, int row) {
        return 1 / (1 + Math.exp(-Learned.dot(weights, signals[row])));
    }
}
