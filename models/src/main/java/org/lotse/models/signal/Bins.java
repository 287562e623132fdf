package org.lotse.models.signal;

import java.util.Arrays;

/** Cuts numbers into bins of about equal mass; a value that fills a bin alone gets one. */
final class Bins {
    private Bins() {}

    /**
     * The cuts between bins.
     *
     * @param sorted ascending, no NaN
     * @param bins at most so many
     */
    static double[] cuts(double[] sorted, int bins) {
        double[] cuts = new double[bins];
        int made = 0;
        int from = 0;
        int left = bins;
        double target = (double) sorted.length / bins;
        int i = 0;
        while (i < sorted.length && made < bins - 1) {
            int end = endOfTie(sorted, i);
            int next = end < sorted.length ? endOfTie(sorted, end) - end : 0;
            if (end < sorted.length && (end - from >= target || next >= target && end - from >= target / 3)) {
                cuts[made++] = sorted[end - 1] / 2 + sorted[end] / 2;
                left--;
                from = end;
                target = (double) (sorted.length - end) / left;
            }
            i = end;
        }
        return Arrays.copyOf(cuts, made);
    }

    private static int endOfTie(double[] sorted, int start) {
        int end = start + 1;
        while (end < sorted.length && sorted[end] == sorted[start]) {
            end++;
        }
        return end;
    }
}
