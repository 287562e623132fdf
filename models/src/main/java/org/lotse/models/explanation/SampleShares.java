package org.lotse.models.explanation;

import java.util.List;
import java.util.SplittableRandom;
import org.lotse.models.scoring.Foreign;

/**
 * What each signal adds to the answer of a scorer of which only answers are known: values are put into rows that stand for
 * everybody, one signal after the other in many orders, and each change of the answer counts for the signal just put in
 * (sampled Shapley values). Together they add up to the difference between the answer and the mean of the rows exactly; the
 * same row gets the same shares.
 */
final class SampleShares {
    private static final int ORDERS = 32;

    private SampleShares() {}

    /**
     * Adds each signal's share to those of the same number.
     *
     * @return the mean answer of the rows started from
     */
    static double add(Foreign foreign, double[] row, double[] shares) {
        List<double[]> background = foreign.background();
        if (background.isEmpty()) {
            return foreign.margin(row);
        }
        int signals = row.length;
        double[][] asked = new double[ORDERS * (signals + 1)][];
        int[][] orders = new int[ORDERS][];
        SplittableRandom random = new SplittableRandom(7);
        for (int order = 0; order < ORDERS; order++) {
            orders[order] = shuffled(signals, random);
            double[] mixed = background.get(order % background.size()).clone();
            asked[order * (signals + 1)] = mixed.clone();
            for (int step = 0; step < signals; step++) {
                int signal = orders[order][step];
                mixed[signal] = row[signal];
                asked[order * (signals + 1) + step + 1] = mixed.clone();
            }
        }
        double[] answers = new double[asked.length];
        foreign.margins(asked, answers);
        double base = 0;
        for (int order = 0; order < ORDERS; order++) {
            int first = order * (signals + 1);
            base += answers[first] / ORDERS;
            for (int step = 0; step < signals; step++) {
                shares[orders[order][step]] += (answers[first + step + 1] - answers[first + step]) / ORDERS;
            }
        }
        return base;
    }

    private static int[] shuffled(int signals, SplittableRandom random) {
        int[] order = new int[signals];
        for (int i = 0; i < signals; i++) {
            int place = random.nextInt(i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }
}
