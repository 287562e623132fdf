package org.lotse.models.evaluation;

import java.util.SplittableRandom;

/** Measures the probabilities of several classes against what happened. */
public final class EvaluateClasses {
    private static final int BINS = 15;
    private static final int RESAMPLES = 200;
    private static final double SMALLEST = 1e-12;

    private EvaluateClasses() {}

    /**
     * @param predicted by row, by class
     * @param happened the class of each row
     * @param count how many classes
     * @param seed of the bootstrap
     */
    public static Evaluation.Classes classes(double[][] predicted, int[] happened, int count, long seed) {
        int rows = happened.length;
        double[] share = new double[count];
        for (int y : happened) {
            share[y] += 1.0 / rows;
        }
        double loss = 0;
        double base = 0;
        int[] answered = new int[rows];
        for (int row = 0; row < rows; row++) {
            loss -= Math.log(Math.max(SMALLEST, predicted[row][happened[row]])) / rows;
            base -= Math.log(Math.max(SMALLEST, share[happened[row]])) / rows;
            answered[row] = best(predicted[row]);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] right = new double[RESAMPLES];
        double[] macro = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            int[] weights = Ranked.resample(rows, random);
            right[sample] = accuracy(answered, happened, weights);
            macro[sample] = macroF1(answered, happened, weights, count);
        }
        int[] once = new int[rows];
        java.util.Arrays.fill(once, 1);
        double most = 0;
        for (double each : share) {
            most = Math.max(most, each);
        }
        return new Evaluation.Classes(
                rows,
                Ranked.interval(accuracy(answered, happened, once), right),
                most,
                Ranked.interval(macroF1(answered, happened, once, count), macro),
                loss,
                base,
                calibrationError(predicted, answered, happened));
    }

    private static int best(double[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }

    private static double accuracy(int[] answered, int[] happened, int[] weights) {
        double right = 0;
        double all = 0;
        for (int row = 0; row < answered.length; row++) {
            right += answered[row] == happened[row] ? weights[row] : 0;
            all += weights[row];
        }
        return all == 0 ? 0 : right / all;
    }

    private static double macroF1(int[] answered, int[] happened, int[] weights, int count) {
        double[] right = new double[count];
        double[] said = new double[count];
        double[] were = new double[count];
        for (int row = 0; row < answered.length; row++) {
            said[answered[row]] += weights[row];
            were[happened[row]] += weights[row];
            right[answered[row]] += answered[row] == happened[row] ? weights[row] : 0;
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += said[k] + were[k] == 0 ? 0 : 2 * right[k] / (said[k] + were[k]);
        }
        return sum / count;
    }

    /** Of the answer's probability: mean distance from the share that was right, in equally filled bins. */
    private static double calibrationError(double[][] predicted, int[] answered, int[] happened) {
        double[] sure = new double[answered.length];
        double[] right = new double[answered.length];
        for (int row = 0; row < sure.length; row++) {
            sure[row] = predicted[row][answered[row]];
            right[row] = answered[row] == happened[row] ? 1 : 0;
        }
        int[] order = Ranked.ascending(sure);
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double distance = 0;
            for (int i = order.length * bin / BINS; i < order.length * (bin + 1) / BINS; i++) {
                distance += sure[order[i]] - right[order[i]];
            }
            error += Math.abs(distance) / order.length;
        }
        return error;
    }
}
