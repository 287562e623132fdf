package org.lotse.models.training;

/**
 * How trees grow.
 *
 * @param depth splits above each other at most
 * @param rate how much each tree counts
 * @param leastWeight second derivatives a leaf needs at least
 * @param penalty on the squares of leaf values
 * @param rowShare part of the rows each tree sees
 * @param signalShare part of the signals each tree sees
 */
record Growth(int depth, double rate, double leastWeight, double penalty, double rowShare, double signalShare) {
    private static final int FEW = 2_000;
    private static final int SOME = 10_000;

    /** The fewer rows, the simpler and more different the trees: found by out-of-fold loss over several data sets. */
    static Growth suiting(int rows) {
        return rows < FEW
                ? new Growth(3, 0.03, 2, 10, 0.5, 0.3)
                : rows < SOME ? new Growth(4, 0.1, 5, 2, 0.7, 0.4) : new Growth(5, 0.1, 3, 1, 0.8, 0.4);
    }

    /**
     * Effects of a treatment are small beside what they are found in: two splits, small steps, leaves of some forty outcomes where
     * half of the rows are treated. Such leaves need hardly be drawn to nothing, which would take from those who are moved most and
     * give to all others.
     */
    static Growth ofEffects() {
        return new Growth(2, 0.05, 10, 1, 0.7, 1);
    }

    /** The same for squared errors, where every row weighs one: leaves need many more. */
    Growth forAmounts() {
        return new Growth(Math.min(depth, 4), rate / 2, 10 * leastWeight, 10 * penalty, rowShare, signalShare);
    }

    String describe(int rounds) {
        return "grown trees, " + rounds + " of depth " + depth + " per fold, rate " + rate;
    }
}
