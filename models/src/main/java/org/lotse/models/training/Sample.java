package org.lotse.models.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a search works on: rows, folds over all of them, and which of them are learned from. The others are only predicted
 * for, each by a model that has not seen its fold.
 *
 * @param learned by row
 * @param objective what is made small
 * @param offsets what is known of each margin before anything is learned
 * @param counts by which factor what is learned counts in each row's margin: 1, or how a row was treated
 */
record Sample(Rows rows, Folds folds, boolean[] learned, Objective objective, double[] offsets, double[] counts) {
    Sample(Rows rows, Folds folds, boolean[] learned, Objective objective) {
        this(rows, folds, learned, objective, new double[learned.length]);
    }

    Sample(Rows rows, Folds folds, boolean[] learned, Objective objective, double[] offsets) {
        this(rows, folds, learned, objective, offsets, ones(learned.length));
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Whether what is learned counts differently in different rows, and is no margin by itself. */
    boolean hasCounts() {
        return Arrays.stream(counts).anyMatch(count -> count != 1);
    }

    /** The rows a fold's model learns from. */
    int[] outside(int fold) {
        return IntStream.of(folds.outside(fold)).filter(row -> learned[row]).toArray();
    }

    /** All rows learned from. */
    int[] all() {
        return IntStream.range(0, learned.length).filter(row -> learned[row]).toArray();
    }

    /** The mean loss over the rows learned from. */
    double loss(double[] margins) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < margins.length; row++) {
            if (learned[row]) {
                sum += objective.loss(margins[row], rows.targets()[row]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
