package org.lotse.models.training;

import java.util.Arrays;

/**
 * Finds the weights of slots that make the errors times the cost, and half the squares of all weights, small: what {@link
 * LinearLearner} asks the library for, by Newton steps with conjugate gradients on flat rows. Folds and costs are tried with it; it
 * takes a tenth of the time, less where it starts from the weights of a cost nearby.
 */
final class FitAdditive {
    private static final int STEPS = 50;
    private static final int INNER = 60;
    private static final double CLOSE = 0.002;
    private static final double CLOSER = 0.1;

    private final SlotRows slots;
    private final Sample sample;
    private final int[] picked;
    private final double cost;
    private final double[] margins;
    private final double[] curvature;
    private final double[] diagonal;

    /**
     * @param sample whose targets and objective
     * @param picked the rows to learn from
     * @param cost how much errors count against the squares of the weights
     */
    FitAdditive(SlotRows slots, Sample sample, int[] picked, double cost) {
        this.slots = slots;
        this.sample = sample;
        this.picked = picked;
        this.cost = cost;
        this.margins = new double[picked.length];
        this.curvature = new double[picked.length];
        this.diagonal = new double[slots.slots() + 1];
    }

    /**
     * @param start weights to start from, not changed
     * @return the weights of all slots, then what is added for every row
     */
    double[] weights(double[] start) {
        double[] weights = start.clone();
        double[] gradient = new double[weights.length];
        double loss = look(weights);
        derive(weights, gradient);
        double far = CLOSE * rarer() / Math.max(1, picked.length) * Math.sqrt(dot(atZero(), atZero()));
        for (int step = 0; step < STEPS && Math.sqrt(dot(gradient, gradient)) > far; step++) {
            double[] move = solve(gradient);
            double slope = dot(gradient, move);
            double size = 1;
            double[] next = moved(weights, move, size);
            double nextLoss = look(next);
            while (nextLoss > loss + 1e-4 * size * slope && size > 1e-6) {
                size /= 2;
                next = moved(weights, move, size);
                nextLoss = look(next);
            }
            weights = next;
            loss = nextLoss;
            derive(weights, gradient);
        }
        return weights;
    }

    private double rarer() {
        if (sample.objective() != Objective.LOGISTIC) {
            return picked.length / 2.0;
        }
        double ones = 0;
        for (int row : picked) {
            ones += sample.rows().targets()[row];
        }
        return Math.max(1, Math.min(ones, picked.length - ones));
    }

    /** The gradient where all weights are nothing: how far there is to go. */
    private double[] atZero() {
        double[] gradient = new double[slots.slots() + 1];
        double[] both = new double[2];
        for (int row : picked) {
            sample.objective().derive(0, sample.rows().targets()[row], both);
            slots.add(cost * both[0], row, gradient);
        }
        return gradient;
    }

    /** What is made small; keeps the margins. */
    private double look(double[] weights) {
        double loss = 0;
        for (int i = 0; i < picked.length; i++) {
            margins[i] = slots.sum(weights, picked[i]);
            loss += sample.objective().loss(margins[i], sample.rows().targets()[picked[i]]);
        }
        double share = sample.objective() == Objective.SQUARED ? 0.5 : 1;
        return share * cost * loss + dot(weights, weights) / 2;
    }

    private void derive(double[] weights, double[] gradient) {
        System.arraycopy(weights, 0, gradient, 0, weights.length);
        Arrays.fill(diagonal, 1);
        double[] both = new double[2];
        for (int i = 0; i < picked.length; i++) {
            sample.objective().derive(margins[i], sample.rows().targets()[picked[i]], both);
            curvature[i] = cost * both[1];
            slots.add(cost * both[0], curvature[i], picked[i], gradient, diagonal);
        }
    }

    /** The step that would be right if the curvature stayed as it is, nearly. */
    private double[] solve(double[] gradient) {
        int size = gradient.length;
        double[] move = new double[size];
        double[] rest = new double[size];
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            rest[i] = -gradient[i];
            direction[i] = rest[i] / diagonal[i];
        }
        double energy = dot(rest, direction);
        double enough = CLOSER * CLOSER * energy;
        for (int step = 0; step < INNER && energy > enough; step++) {
            double[] bent = bent(direction);
            double along = energy / dot(direction, bent);
            for (int i = 0; i < size; i++) {
                move[i] += along * direction[i];
                rest[i] -= along * bent[i];
            }
            double next = 0;
            for (int i = 0; i < size; i++) {
                next += rest[i] * rest[i] / diagonal[i];
            }
            double keep = next / energy;
            for (int i = 0; i < size; i++) {
                direction[i] = rest[i] / diagonal[i] + keep * direction[i];
            }
            energy = next;
        }
        return move;
    }

    /** The curvature times a direction. */
    private double[] bent(double[] direction) {
        double[] bent = direction.clone();
        for (int i = 0; i < picked.length; i++) {
            slots.add(curvature[i] * slots.sum(direction, picked[i]), picked[i], bent);
        }
        return bent;
    }

    private static double[] moved(double[] weights, double[] move, double size) {
        double[] next = weights.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += size * move[i];
        }
        return next;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
