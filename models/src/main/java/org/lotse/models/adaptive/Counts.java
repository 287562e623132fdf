package org.lotse.models.adaptive;

import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.signal.Signals;

/**
 * Naive Bayes over the slots of all inputs, forgetting: how often the outcome happened and did not, per slot. Slots with
 * little evidence say what all rows together say. Immutable.
 */
final class Counts {
    private static final double PRIOR = 2;
    private static final double MOST = 1e12;

    private final Signals signals;
    private final int[] offsets;
    private final double[][] slots;
    private final double[] totals;
    /** What the next row counts; it grows, as all before count less. */
    private final double next;

    private final double memory;

    private Counts(Signals signals, int[] offsets, double[][] slots, double[] totals, double next, double memory) {
        this.signals = signals;
        this.offsets = offsets;
        this.slots = slots;
        this.totals = totals;
        this.next = next;
        this.memory = memory;
    }

    /**
     * @param memory how many rows are remembered: one that long ago counts a third
     */
    static Counts none(Signals signals, double memory) {
        int[] offsets = AdditiveBins.offsets(signals);
        return new Counts(signals, offsets, new double[2][offsets[signals.inputs()]], new double[2], 1, memory);
    }

    /** The log-odds of a row. */
    double margin(double[] row) {
        double small = PRIOR * next / 2;
        double margin = Math.log((totals[1] + small) / (totals[0] + small));
        double all = totals[0] + totals[1];
        if (all == 0) {
            return 0;
        }
        double prior = PRIOR * next;
        for (int input = 0; input < signals.inputs(); input++) {
            int slot = offsets[input] + signals.slot(input, row);
            double usual = (slots[0][slot] + slots[1][slot] + prior * 0.1) / (all + prior);
            double happened = (slots[1][slot] + prior * usual) / (totals[1] + prior);
            double not = (slots[0][slot] + prior * usual) / (totals[0] + prior);
            margin += Math.log(happened / not);
        }
        return margin;
    }

    /** With one more row. */
    Counts with(double[] row, boolean happened) {
        int side = happened ? 1 : 0;
        double[][] more = slots.clone();
        more[side] = slots[side].clone();
        for (int input = 0; input < signals.inputs(); input++) {
            more[side][offsets[input] + signals.slot(input, row)] += next;
        }
        double[] sums = totals.clone();
        sums[side] += next;
        double then = next * Math.exp(1 / memory);
        return then < MOST
                ? new Counts(signals, offsets, more, sums, then, memory)
                : new Counts(signals, offsets, smaller(more, then), smaller(sums, then), 1, memory);
    }

    private static double[][] smaller(double[][] values, double by) {
        return new double[][] {smaller(values[0], by), smaller(values[1], by)};
    }

    private static double[] smaller(double[] values, double by) {
        double[] small = new double[values.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = values[i] / by;
        }
        return small;
    }
}
