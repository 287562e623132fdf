package org.lotse.models.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Measures predictions against what happened. */
public final class Evaluate {
    private static final int BINS = 15;
    private static final int RESAMPLES = 200;
    private static final double SMALLEST = 1e-12;

    private Evaluate() {}

    /**
     * @param predicted probabilities 0..1
     * @param happened 1 where the outcome happened, else 0
     * @param seed of the bootstrap
     */
    public static Evaluation.Probabilities probabilities(double[] predicted, double[] happened, long seed) {
        double base = Arrays.stream(happened).average().orElse(0);
        double[] always = new double[predicted.length];
        Arrays.fill(always, base);
        Ranked ranked = new Ranked(predicted, happened);
        List<Evaluation.Bin> bins = bins(predicted, happened, ranked.order());
        double[] floor = floor(predicted, ranked.order(), seed);
        return new Evaluation.Probabilities(
                predicted.length,
                base,
                ranked.interval(RESAMPLES, seed),
                logLoss(predicted, happened),
                logLoss(always, happened),
                squared(predicted, happened),
                squared(always, happened),
                calibrationError(bins),
                Arrays.stream(floor).average().orElse(0),
                floor.length == 0 ? 0 : floor[(int) (0.95 * (floor.length - 1))],
                bins);
    }

    /**
     * @param predicted amounts
     * @param observed amounts
     */
    public static Evaluation.Amounts amounts(double[] predicted, double[] observed) {
        double[] sorted = observed.clone();
        Arrays.sort(sorted);
        double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        double mean = Arrays.stream(observed).average().orElse(0);
        double[] medians = new double[observed.length];
        double[] means = new double[observed.length];
        Arrays.fill(medians, median);
        Arrays.fill(means, mean);
        double squared = squared(predicted, observed);
        double variance = squared(means, observed);
        return new Evaluation.Amounts(
                observed.length,
                absolute(predicted, observed),
                absolute(medians, observed),
                Math.sqrt(squared),
                Math.sqrt(variance),
                variance == 0 ? 0 : 1 - squared / variance);
    }

    /** Mean negative logarithm of the probability given to what happened. */
    public static double logLoss(double[] predicted, double[] happened) {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            sum += loss(predicted[i], happened[i]);
        }
        return predicted.length == 0 ? 0 : sum / predicted.length;
    }

    /** The negative logarithm of the probability given to what happened. */
    public static double loss(double predicted, double happened) {
        return -Math.log(Math.max(SMALLEST, happened > 0.5 ? predicted : 1 - predicted));
    }

    /** The area under the ROC curve. */
    public static double auc(double[] scores, double[] happened) {
        int[] once = new int[scores.length];
        Arrays.fill(once, 1);
        return new Ranked(scores, happened).area(once);
    }

    /** The numbers of the rows in ascending order of their scores; those with the same keep their order. */
    public static int[] ascending(double[] scores) {
        return Ranked.ascending(scores);
    }

    private static double squared(double[] predicted, double[] observed) {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            sum += (predicted[i] - observed[i]) * (predicted[i] - observed[i]);
        }
        return predicted.length == 0 ? 0 : sum / predicted.length;
    }

    private static double absolute(double[] predicted, double[] observed) {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            sum += Math.abs(predicted[i] - observed[i]);
        }
        return predicted.length == 0 ? 0 : sum / predicted.length;
    }

    private static List<Evaluation.Bin> bins(double[] predicted, double[] happened, int[] order) {
        List<Evaluation.Bin> bins = new ArrayList<>();
        int from = 0;
        for (int bin = 1; bin <= BINS; bin++) {
            int to = (int) Math.round((double) order.length * bin / BINS);
            while (to > from && to < order.length && predicted[order[to]] == predicted[order[to - 1]]) {
                to++; // ties stay together
            }
            if (to > from) {
                double p = 0;
                double y = 0;
                for (int i = from; i < to; i++) {
                    p += predicted[order[i]];
                    y += happened[order[i]];
                }
                bins.add(new Evaluation.Bin(to - from, p / (to - from), y / (to - from)));
                from = to;
            }
        }
        return bins;
    }

    private static double calibrationError(List<Evaluation.Bin> bins) {
        double rows = bins.stream().mapToLong(Evaluation.Bin::rows).sum();
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.predicted() - bin.observed()) * bin.rows() / rows)
                .sum();
    }

    private static double[] floor(double[] predicted, int[] order, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] errors = new double[predicted.length == 0 ? 0 : 100];
        double[] drawn = new double[predicted.length];
        for (int sample = 0; sample < errors.length; sample++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = random.nextDouble() < predicted[i] ? 1 : 0;
            }
            errors[sample] = calibrationError(bins(predicted, drawn, order));
        }
        Arrays.sort(errors);
        return errors;
    }
}
