package org.lotse.models.reach;

import java.util.Arrays;
import java.util.List;
import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.Signals;

/**
 * Fits a logistic model over slots in which each input has a variance of its own, found from the data (empirical Bayes, the
 * update of Fellner and Schall): an input that says nothing is drawn to zero.
 */
final class FitKinds {
    private static final int STEPS = 9;
    private static final int STEPS_KNOWN = 6;
    private static final double FIRST = 4;
    private static final double LEAST = 0.05;
    private static final double MOST = 1e5;
    private static final double LEAST_WEIGHT = 1e-3;

    private final Signals signals;
    private final List<Priors.Prior> priors;
    private final int[] first;
    private final int[][] places;
    private final int size;
    private final double[] targets;

    /**
     * @param codes rows as coded
     * @param targets 1 and 0
     */
    FitKinds(Signals signals, double[][] codes, double[] targets) {
        this.signals = signals;
        this.targets = targets;
        this.priors = Priors.of(signals, codes);
        this.first = new int[priors.size() + 1];
        first[0] = 1;
        int[][] placeOf = new int[priors.size()][];
        for (Priors.Prior prior : priors) {
            int[] own = new int[signals.slots(prior.input())];
            for (int i = 0; i < prior.seen().length; i++) {
                own[prior.seen()[i]] = first[prior.input()] + i;
            }
            placeOf[prior.input()] = own;
            first[prior.input() + 1] = first[prior.input()] + prior.seen().length;
        }
        this.size = first[priors.size()];
        this.places = new int[codes.length][priors.size()];
        for (int row = 0; row < codes.length; row++) {
            for (int input = 0; input < priors.size(); input++) {
                places[row][input] = placeOf[input][signals.slot(input, codes[row])];
            }
        }
    }

    /** How strongly each input's weights are drawn to zero. */
    double[] strengths(int[] rows) {
        double[] strengths = new double[priors.size()];
        Arrays.fill(strengths, FIRST);
        double[] weights = start(rows);
        for (int step = 0; step < STEPS; step++) {
            double[][] curvature = new double[size][size];
            double[] slope = new double[size];
            add(rows, weights, strengths, curvature, slope);
            Cholesky factor = Cholesky.of(curvature);
            weights = factor.solve(slope);
            if (step >= 1) {
                strengthen(strengths, weights, factor.inverse());
            }
        }
        return strengths;
    }

    /** The weights of the seen slots, the intercept first. */
    double[] weights(int[] rows, double[] strengths) {
        double[] weights = start(rows);
        for (int step = 0; step < STEPS_KNOWN; step++) {
            double[][] curvature = new double[size][size];
            double[] slope = new double[size];
            add(rows, weights, strengths, curvature, slope);
            weights = Cholesky.of(curvature).solve(slope);
        }
        return weights;
    }

    double margin(int row, double[] weights) {
        double margin = weights[0];
        for (int place : places[row]) {
            margin += weights[place];
        }
        return margin;
    }

    AdditiveBins scorer(double[] weights) {
        int[] offsets = AdditiveBins.offsets(signals);
        double[] all = new double[offsets[signals.inputs()]];
        double[] averages = new double[signals.inputs()];
        for (Priors.Prior prior : priors) {
            int input = prior.input();
            double[] own = prior.all(Arrays.copyOfRange(weights, first[input], first[input + 1]));
            System.arraycopy(own, 0, all, offsets[input], own.length);
            for (int[] place : places) {
                averages[input] += weights[place[input]] / places.length;
            }
        }
        return new AdditiveBins(signals, all, averages, weights[0]);
    }

    private double[] start(int[] rows) {
        double[] weights = new double[size];
        double mean = Math.clamp(
                Arrays.stream(rows).mapToDouble(row -> targets[row]).average().orElse(0.5), 0.01, 0.99);
        weights[0] = Math.log(mean / (1 - mean));
        return weights;
    }

    /** One step of Newton: curvature and the working response. */
    private void add(int[] rows, double[] weights, double[] strengths, double[][] curvature, double[] slope) {
        for (int row : rows) {
            int[] at = places[row];
            double margin = margin(row, weights);
            double p = Link.sigmoid(margin);
            double weight = Math.max(LEAST_WEIGHT, p * (1 - p));
            double response = weight * margin + targets[row] - p;
            slope[0] += response;
            curvature[0][0] += weight;
            for (int i = 0; i < at.length; i++) {
                slope[at[i]] += response;
                double[] line = curvature[at[i]];
                line[0] += weight;
                for (int j = 0; j <= i; j++) {
                    line[at[j]] += weight;
                }
            }
        }
        curvature[0][0] += 1e-6;
        for (Priors.Prior prior : priors) {
            int from = first[prior.input()];
            for (int i = 0; i < prior.seen().length; i++) {
                for (int j = 0; j <= i; j++) {
                    curvature[from + i][from + j] += strengths[prior.input()] * prior.precision()[i][j];
                }
            }
        }
    }

    private void strengthen(double[] strengths, double[] weights, double[][] inverse) {
        for (Priors.Prior prior : priors) {
            int input = prior.input();
            int from = first[input];
            double trace = 0;
            double square = 0;
            for (int i = 0; i < prior.seen().length; i++) {
                for (int j = 0; j < prior.seen().length; j++) {
                    trace += prior.precision()[i][j] * inverse[from + i][from + j];
                    square += prior.precision()[i][j] * weights[from + i] * weights[from + j];
                }
            }
            double free = Math.max(1e-3, prior.seen().length - strengths[input] * trace);
            strengths[input] = Math.clamp(free / Math.max(1e-9, square), LEAST, MOST);
        }
    }
}
