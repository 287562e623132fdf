package org.lotse.models.duplicate;

import java.util.Map;

/**
 * Fellegi and Sunter's model of linkage with four kinds of pairs instead of two: people of one household or company agree in
 * address, telephone and family name, namesakes in both names, and yet are not the same, which a model of "same" and
 * "stranger" cannot express. How
 * often pairs of each kind agree is found from all pairs without anybody's decision, by expectation and maximisation (Dempster,
 * Laird and Rubin 1977) from a start that counts like some pairs of its own, so that few records do not lead astray.
 *
 * @param shares of the kinds among the pairs
 * @param rates by kinship, comparison and level: how often pairs of that kind agree so
 */
record Mixture(double[] shares, double[][][] rates) {
    private static final int KINDS = Kinship.values().length;
    private static final Comparison[] COMPARISONS = Comparison.values();
    private static final int STEPS = 60;
    private static final double ENOUGH = 1e-6;
    private static final double START_COUNTS = 50;

    /** How much a rule weighs, as log-odds: much, and yet not more than a steward's decisions. */
    private static final double RULED_OUT = 5;

    /** What is assumed before any pair is seen. */
    static Mixture start() {
        double[][][] rates = new double[KINDS][COMPARISONS.length][];
        for (Kinship kinship : Kinship.values()) {
            for (Comparison comparison : COMPARISONS) {
                rates[kinship.ordinal()][comparison.ordinal()] = comparison.start(kinship);
            }
        }
        return new Mixture(new double[] {.15, .3, .3, .25}, rates);
    }

    /**
     * What the pairs themselves say.
     *
     * @param patterns how often each occurs
     */
    static Mixture of(Map<PairPattern, Integer> patterns) {
        Mixture mixture = start();
        double before = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            Sums sums = new Sums();
            patterns.forEach(mixture.new Counting(sums)::add);
            mixture = sums.mixture();
            if (sums.fit - before < ENOUGH * Math.abs(sums.fit)) {
                break;
            }
            before = sums.fit;
        }
        return mixture;
    }

    /** How probable each kind of pair is, given how the records agree; the last entry is the log of the fit. */
    double[] kinds(PairPattern pattern) {
        double[] logs = new double[KINDS + 1];
        double most = Double.NEGATIVE_INFINITY;
        for (int kind = 0; kind < KINDS; kind++) {
            double log = Math.log(shares[kind]) - (kind == 0 && Rules.speakAgainst(pattern) ? RULED_OUT : 0);
            for (int i = 0; i < COMPARISONS.length; i++) {
                int place = pattern.place(COMPARISONS[i]);
                if (place >= 0) {
                    log += Math.log(rates[kind][i][place]);
                }
            }
            logs[kind] = log;
            most = Math.max(most, log);
        }
        double sum = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            logs[kind] = Math.exp(logs[kind] - most);
            sum += logs[kind];
        }
        for (int kind = 0; kind < KINDS; kind++) {
            logs[kind] /= sum;
        }
        logs[KINDS] = most + Math.log(sum);
        return logs;
    }

    /** The log-odds that the two are the same customer. */
    double margin(PairPattern pattern) {
        double[] kinds = kinds(pattern);
        double same = kinds[Kinship.SAME.ordinal()];
        double not = 1 - same;
        return Math.log(Math.max(same, 1e-12)) - Math.log(Math.max(not, 1e-12));
    }

    private final class Counting {
        private final Sums sums;

        Counting(Sums sums) {
            this.sums = sums;
        }

        void add(PairPattern pattern, int times) {
            double[] kinds = kinds(pattern);
            sums.fit += times * kinds[KINDS];
            for (int kind = 0; kind < KINDS; kind++) {
                double count = times * kinds[kind];
                sums.kinds[kind] += count;
                for (int i = 0; i < COMPARISONS.length; i++) {
                    int place = pattern.place(COMPARISONS[i]);
                    if (place >= 0) {
                        sums.levels[kind][i][place] += count;
                    }
                }
            }
        }
    }

    private static final class Sums {
        private final double[] kinds = new double[KINDS];
        private final double[][][] levels = new double[KINDS][COMPARISONS.length][];
        private double fit;

        Sums() {
            for (Kinship kinship : Kinship.values()) {
                for (Comparison comparison : COMPARISONS) {
                    double[] start = comparison.start(kinship);
                    for (int i = 0; i < start.length; i++) {
                        start[i] *= START_COUNTS;
                    }
                    levels[kinship.ordinal()][comparison.ordinal()] = start;
                }
                kinds[kinship.ordinal()] = 1;
            }
        }

        Mixture mixture() {
            for (double[][] byComparison : levels) {
                for (double[] counts : byComparison) {
                    normalise(counts);
                }
            }
            normalise(kinds);
            return new Mixture(kinds, levels);
        }

        private static void normalise(double[] counts) {
            double sum = 0;
            for (double count : counts) {
                sum += count;
            }
            for (int i = 0; i < counts.length; i++) {
                counts[i] /= sum;
            }
        }
    }
}
