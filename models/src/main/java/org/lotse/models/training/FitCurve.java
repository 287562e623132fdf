package org.lotse.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lotse.models.scoring.Link;

/**
 * A calibration that bends smoothly: the log odds are a line whose slope may change a little at a few places, most of them
 * where margins are high and rows rare. Between one line for all (Platt) and steps from every row (isotonic).
 */
final class FitCurve {
    private static final double[] PLACES = {0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.97};
    /** Slopes change by about half at a place before anything is seen. */
    private static final double DRAWN = 4;

    private static final int STEPS = 40;
    private static final int POINTS = 120;

    private final double[] margins;
    private final double[] targets;
    private final double[] knots;

    private FitCurve(double[] margins, double[] targets) {
        this.margins = margins;
        this.targets = targets;
        double[] sorted = margins.clone();
        Arrays.sort(sorted);
        this.knots = Arrays.stream(PLACES)
                .map(place -> sorted[(int) (place * (sorted.length - 1))])
                .distinct()
                .toArray();
    }

    static Link of(double[] margins, double[] targets) {
        return margins.length == 0 ? new Link.Logistic() : new FitCurve(margins, targets).link();
    }

    private Link link() {
        double[] weights = weights();
        double low = Arrays.stream(margins).min().orElseThrow();
        double high = Arrays.stream(margins).max().orElseThrow();
        List<Double> at = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double most = 0;
        for (int i = 0; i < POINTS && high > low; i++) {
            double margin = low + (high - low) * i / (POINTS - 1);
            most = Math.max(most, Link.sigmoid(at(weights, margin)));
            at.add(margin);
            values.add(most);
        }
        return at.isEmpty()
                ? new Link.Logistic()
                : new Link.Isotonic(
                        at.stream().mapToDouble(Double::doubleValue).toArray(),
                        values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Shift, slope, and by how much the slope changes at each knot. */
    private double[] weights() {
        int size = knots.length + 2;
        double[] weights = new double[size];
        weights[1] = 1;
        double[] row = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int i = 0; i < margins.length; i++) {
                basis(margins[i], row);
                double p = Link.sigmoid(dot(weights, row));
                double weight = Math.max(1e-6, p * (1 - p));
                for (int j = 0; j < size; j++) {
                    gradient[j] += (p - targets[i]) * row[j];
                    for (int k = 0; k < size; k++) {
                        curvature[j][k] += weight * row[j] * row[k];
                    }
                }
            }
            for (int j = 0; j < size; j++) {
                double drawn = j < 2 ? 1e-3 : DRAWN;
                gradient[j] += drawn * (weights[j] - (j == 1 ? 1 : 0));
                curvature[j][j] += drawn;
            }
            double[] move = Blend.solve(curvature, gradient);
            double largest = 0;
            for (int j = 0; j < size; j++) {
                weights[j] -= Math.clamp(move[j], -1, 1);
                largest = Math.max(largest, Math.abs(move[j]));
            }
            if (largest < 1e-6) {
                break;
            }
        }
        return weights;
    }

    private double at(double[] weights, double margin) {
        double[] row = new double[weights.length];
        basis(margin, row);
        return dot(weights, row);
    }

    private void basis(double margin, double[] row) {
        row[0] = 1;
        row[1] = margin;
        for (int i = 0; i < knots.length; i++) {
            row[2 + i] = Math.max(0, margin - knots[i]);
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
