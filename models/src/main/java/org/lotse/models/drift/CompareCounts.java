package org.lotse.models.drift;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Compares how rows of two samples fall into the same slots. Whether the difference may be chance is asked with Pearson's
 * chi-square test of homogeneity; slots too small for it count together. How large it is says the population stability
 * index, whose size by chance grows with {@code 1/before + 1/now}: the index alone would call small samples changed and be
 * blind in large ones.
 */
public final class CompareCounts {
    /** Slots with fewer expected rows are taken together. */
    private static final double FEWEST_EXPECTED = 5;

    private CompareCounts() {}

    /**
     * @param before rows per slot of the earlier sample
     * @param now rows per slot of the later sample, slots in the same order
     */
    public static Shift compare(long[] before, long[] now) {
        if (before.length != now.length) {
            throw new IllegalArgumentException(
                    "The samples have " + before.length + " and " + now.length + " slots; both need the same.");
        }
        long n = Arrays.stream(before).sum();
        long m = Arrays.stream(now).sum();
        if (n == 0 || m == 0) {
            return new Shift(n, m, 0, 0, 1);
        }
        long[][] merged = merged(before, now, Math.min(n, m) / (double) (n + m));
        int slots = merged[0].length;
        if (slots < 2) {
            return new Shift(n, m, 0, 0, 1);
        }
        double square = 0;
        double psi = 0;
        for (int slot = 0; slot < slots; slot++) {
            double both = merged[0][slot] + merged[1][slot];
            square += square(merged[0][slot], both * n / (n + m)) + square(merged[1][slot], both * m / (n + m));
            double p = (merged[0][slot] + 0.5) / (n + 0.5 * slots);
            double q = (merged[1][slot] + 0.5) / (m + 0.5 * slots);
            psi += (q - p) * Math.log(q / p);
        }
        return new Shift(
                n,
                m,
                psi,
                ChiSquare.exceededWith(0.05, slots - 1) * (1.0 / n + 1.0 / m),
                ChiSquare.above(square, slots - 1));
    }

    /** The probability that the first counts' shares of both differ so much by chance over several groups. */
    public static double homogeneous(long[] first, long[] second) {
        return compare(first, second).p();
    }

    private static double square(double observed, double expected) {
        return expected == 0 ? 0 : (observed - expected) * (observed - expected) / expected;
    }

    /** The slots that are large enough, then all others as one; where that one stays too small, with the smallest other. */
    private static long[][] merged(long[] before, long[] now, double smallerShare) {
        int[] order = IntStream.range(0, before.length)
                .filter(slot -> before[slot] + now[slot] > 0)
                .boxed()
                .sorted((a, b) -> Long.compare(before[b] + now[b], before[a] + now[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        int large = 0;
        while (large < order.length && (before[order[large]] + now[order[large]]) * smallerShare >= FEWEST_EXPECTED) {
            large++;
        }
        long restBefore = 0;
        long restNow = 0;
        for (int i = large; i < order.length; i++) {
            restBefore += before[order[i]];
            restNow += now[order[i]];
        }
        boolean rest = restBefore + restNow > 0;
        if (rest && large > 0 && (restBefore + restNow) * smallerShare < FEWEST_EXPECTED) {
            large--;
            restBefore += before[order[large]];
            restNow += now[order[large]];
        }
        long[][] merged = new long[2][large + (rest ? 1 : 0)];
        for (int i = 0; i < large; i++) {
            merged[0][i] = before[order[i]];
            merged[1][i] = now[order[i]];
        }
        if (rest) {
            merged[0][large] = restBefore;
            merged[1][large] = restNow;
        }
        return merged;
    }

    /**
     * Compares numbers by the tenths of both samples together.
     *
     * @param before the earlier sample
     * @param now the later sample
     */
    public static Shift compare(double[] before, double[] now) {
        double[] all = Arrays.copyOf(before, before.length + now.length);
        System.arraycopy(now, 0, all, before.length, now.length);
        Arrays.sort(all);
        double[] cuts = IntStream.range(1, 10)
                .mapToDouble(tenth -> all.length == 0 ? 0 : all[all.length * tenth / 10])
                .distinct()
                .toArray();
        return compare(counts(before, cuts), counts(now, cuts));
    }

    private static long[] counts(double[] values, double[] cuts) {
        long[] counts = new long[cuts.length + 1];
        for (double value : values) {
            int slot = 0;
            while (slot < cuts.length && value >= cuts[slot]) {
                slot++;
            }
            counts[slot]++;
        }
        return counts;
    }
}
