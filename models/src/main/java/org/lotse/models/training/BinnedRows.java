package org.lotse.models.training;

import java.util.Arrays;
import org.lotse.models.signal.Signal;

/**
 * Coded rows cut finely for growing trees: a number falls into one of at most {@value #MOST} bins of about equal mass or
 * the missing one, a category into its code. Built once, shared by all folds.
 */
final class BinnedRows {
    static final int MOST = 128;

    /** By signal, by row. */
    private final short[][] bins;

    /** By signal: ascending; bin i holds numbers below cut i and not below cut i - 1. Empty for categories. */
    private final float[][] cuts;

    private final boolean[] categories;
    private final int[] offsets;

    BinnedRows(Rows rows) {
        int signals = rows.signals().signals().size();
        this.bins = new short[signals][rows.size()];
        this.cuts = new float[signals][];
        this.categories = new boolean[signals];
        this.offsets = new int[signals + 1];
        for (int signal = 0; signal < signals; signal++) {
            switch (rows.signals().signals().get(signal)) {
                case Signal.Numeric ignored -> number(rows, signal);
                case Signal.Category category -> category(rows, signal, category);
            }
        }
    }

    int signals() {
        return bins.length;
    }

    int slots() {
        return offsets[bins.length];
    }

    int offset(int signal) {
        return offsets[signal];
    }

    boolean isCategory(int signal) {
        return categories[signal];
    }

    short[] bins(int signal) {
        return bins[signal];
    }

    /** How many bins a signal has, the missing one included. */
    int bins(int signal, boolean missing) {
        return offsets[signal + 1] - offsets[signal] - (missing || categories[signal] ? 0 : 1);
    }

    /** Numbers below it are in this bin or one before. */
    float cut(int signal, int bin) {
        return cuts[signal][bin];
    }

    private void category(Rows rows, int signal, Signal.Category category) {
        categories[signal] = true;
        cuts[signal] = new float[0];
        offsets[signal + 1] = offsets[signal] + category.slots();
        for (int row = 0; row < rows.size(); row++) {
            bins[signal][row] = (short) rows.codes()[row][signal];
        }
    }

    private void number(Rows rows, int signal) {
        float[] sorted = new float[rows.size()];
        int present = 0;
        for (double[] row : rows.codes()) {
            if (!Double.isNaN(row[signal])) {
                sorted[present++] = (float) row[signal];
            }
        }
        float[] own = cuts(Arrays.copyOf(sorted, present));
        cuts[signal] = own;
        offsets[signal + 1] = offsets[signal] + own.length + 2;
        for (int row = 0; row < rows.size(); row++) {
            bins[signal][row] = (short) bin(own, rows.codes()[row][signal]);
        }
    }

    private static int bin(float[] cuts, double number) {
        if (Double.isNaN(number)) {
            return cuts.length + 1;
        }
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((float) number < cuts[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static float[] cuts(float[] numbers) {
        Arrays.sort(numbers);
        float[] cuts = new float[MOST - 1];
        int made = 0;
        int from = 0;
        double target = (double) numbers.length / MOST;
        for (int i = 1; i < numbers.length && made < cuts.length; i++) {
            if (numbers[i] != numbers[i - 1] && i - from >= target) {
                float middle = numbers[i - 1] / 2 + numbers[i] / 2;
                cuts[made++] = middle > numbers[i - 1] && middle <= numbers[i] ? middle : numbers[i];
                from = i;
                target = (double) (numbers.length - i) / (MOST - made);
            }
        }
        if (made < cuts.length && distinct(numbers) <= MOST) {
            return everyChange(numbers);
        }
        return Arrays.copyOf(cuts, made);
    }

    private static int distinct(float[] sorted) {
        int distinct = sorted.length == 0 ? 0 : 1;
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    private static float[] everyChange(float[] sorted) {
        float[] cuts = new float[MOST];
        int made = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] != sorted[i - 1]) {
                float middle = sorted[i - 1] / 2 + sorted[i] / 2;
                cuts[made++] = middle > sorted[i - 1] && middle <= sorted[i] ? middle : sorted[i];
            }
        }
        return Arrays.copyOf(cuts, made);
    }
}
