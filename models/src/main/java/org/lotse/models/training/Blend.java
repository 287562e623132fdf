package org.lotse.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lotse.models.scoring.Link;

/**
 * Weighs attempts against each other: a regression of the target on their out-of-fold margins, drawn towards equal weights
 * as if some rows had said so.
 */
final class Blend {
    private static final double DRAWN = 30;
    private static final int STEPS = 30;

    private final List<Attempt> attempts;
    private final Sample sample;

    Blend(List<Attempt> attempts, Sample sample) {
        this.attempts = attempts;
        this.sample = sample;
    }

    /** The blend; its margins are from weights fitted without the row's fold. */
    Attempt attempt() {
        double[] margins = new double[sample.rows().size()];
        for (int fold = 0; fold < sample.folds().count(); fold++) {
            double[] weights = weights(sample.outside(fold));
            for (int row : sample.folds().inside(fold)) {
                margins[row] = margin(weights, row);
            }
        }
        double[] weights = weights(sample.all());
        StringBuilder name = new StringBuilder("blend of ");
        for (int i = 0; i < attempts.size(); i++) {
            name.append(i == 0 ? "" : " and ")
                    .append(Math.round(weights[i] * 100) / 100.0)
                    .append(" x ")
                    .append(attempts.get(i).learner());
        }
        return new Attempt(name.toString(), margins, sample.loss(margins), () -> finish(weights));
    }

    private Fitted finish(double[] weights) {
        List<Fitted> parts = new ArrayList<>();
        attempts.forEach(attempt -> parts.add(attempt.finish().get()));
        return new Fitted(
                Sums.of(parts.stream().map(Fitted::scorer).toList(), weights),
                parts.stream()
                        .map(Fitted::library)
                        .filter(form -> form.length > 0)
                        .findFirst()
                        .orElse(new byte[0]));
    }

    private double margin(double[] weights, int row) {
        double margin = weights[attempts.size()];
        for (int i = 0; i < attempts.size(); i++) {
            margin += weights[i] * attempts.get(i).margins()[row];
        }
        return margin;
    }

    /** One weight per attempt, then the shift. */
    private double[] weights(int[] rows) {
        int size = attempts.size();
        double equal = 1.0 / size;
        double[] weights = new double[size + 1];
        Arrays.fill(weights, 0, size, equal);
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size + 1];
            double[][] curvature = new double[size + 1][size + 1];
            for (int row : rows) {
                add(weights, row, gradient, curvature);
            }
            for (int i = 0; i < size; i++) {
                gradient[i] += DRAWN * (weights[i] - equal);
                curvature[i][i] += DRAWN;
            }
            curvature[size][size] += 1e-9;
            double[] move = solve(curvature, gradient);
            double largest = 0;
            for (int i = 0; i <= size; i++) {
                weights[i] -= move[i];
                largest = Math.max(largest, Math.abs(move[i]));
            }
            if (largest < 1e-7) {
                break;
            }
        }
        return weights;
    }

    private void add(double[] weights, int row, double[] gradient, double[][] curvature) {
        double margin = margin(weights, row);
        double target = sample.rows().targets()[row];
        boolean logistic = sample.objective() == Objective.LOGISTIC;
        double p = logistic ? Link.sigmoid(margin) : margin;
        double error = p - target;
        double weight = logistic ? Math.max(1e-6, p * (1 - p)) : 1;
        int size = attempts.size();
        for (int i = 0; i <= size; i++) {
            double x = i < size ? attempts.get(i).margins()[row] : 1;
            gradient[i] += error * x;
            for (int j = 0; j <= size; j++) {
                curvature[i][j] += weight * x * (j < size ? attempts.get(j).margins()[row] : 1);
            }
        }
    }

    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[] solution = right.clone();
        for (int column = 0; column < size; column++) {
            double pivot = matrix[column][column];
            for (int row = 0; row < size; row++) {
                if (row != column && pivot != 0) {
                    double factor = matrix[row][column] / pivot;
                    for (int i = column; i < size; i++) {
                        matrix[row][i] -= factor * matrix[column][i];
                    }
                    solution[row] -= factor * solution[column];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            solution[i] = matrix[i][i] == 0 ? 0 : solution[i] / matrix[i][i];
        }
        return solution;
    }
}
