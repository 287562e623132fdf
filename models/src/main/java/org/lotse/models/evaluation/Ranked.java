package org.lotse.models.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows in ascending order of their score, ties known; area under the ROC curve for any weights of the rows. */
final class Ranked {
    private final int[] order;
    private final double[] scores;
    private final double[] labels;

    Ranked(double[] scores, double[] labels) {
        this.scores = scores;
        this.labels = labels;
        this.order = ascending(scores);
    }

    static int[] ascending(double[] scores) {
        int[] order = IntStream.range(0, scores.length).toArray();
        int[] other = new int[order.length];
        for (int width = 1; width < order.length; width *= 2) {
            for (int from = 0; from < order.length; from += 2 * width) {
                int middle = Math.min(from + width, order.length);
                merge(scores, order, other, from, middle, Math.min(middle + width, order.length));
            }
            int[] swapped = order;
            order = other;
            other = swapped;
        }
        return order;
    }

    /** Merges two runs in order; of equal scores the first comes first. */
    private static void merge(double[] scores, int[] order, int[] into, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean first =
                    right == to || left < middle && Double.compare(scores[order[left]], scores[order[right]]) <= 0;
            into[at] = order[first ? left++ : right++];
        }
    }

    int[] order() {
        return order;
    }

    /** The area when row i counts {@code weights[i]} times; 0.5 when there is one class only. */
    double area(int[] weights) {
        double below = 0;
        double area = 0;
        double positives = 0;
        int i = 0;
        while (i < order.length) {
            double tiedPositives = 0;
            double tiedNegatives = 0;
            double score = scores[order[i]];
            while (i < order.length && scores[order[i]] == score) {
                int row = order[i++];
                if (labels[row] > 0.5) {
                    tiedPositives += weights[row];
                } else {
                    tiedNegatives += weights[row];
                }
            }
            area += tiedPositives * (below + tiedNegatives / 2);
            below += tiedNegatives;
            positives += tiedPositives;
        }
        return positives == 0 || below == 0 ? 0.5 : area / (positives * below);
    }

    Interval interval(int resamples, long seed) {
        int[] once = new int[order.length];
        Arrays.fill(once, 1);
        SplittableRandom random = new SplittableRandom(seed);
        double[] areas = new double[resamples];
        for (int sample = 0; sample < resamples; sample++) {
            areas[sample] = area(resample(order.length, random));
        }
        return interval(area(once), areas);
    }

    static int[] resample(int rows, SplittableRandom random) {
        int[] weights = new int[rows];
        for (int i = 0; i < rows; i++) {
            weights[random.nextInt(rows)]++;
        }
        return weights;
    }

    static Interval interval(double value, double[] samples) {
        Arrays.sort(samples);
        return new Interval(
                value,
                samples[(int) (0.025 * (samples.length - 1))],
                samples[(int) Math.ceil(0.975 * (samples.length - 1))]);
    }
}
