package org.lotse.models.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Boosting under way: each step adds a tree that corrects what the ones before got wrong. The margins of all rows, also of
 * those not learned from, are kept up.
 */
final class Boost {
    private final BinnedRows binned;
    private final double[] targets;
    private final double[] counts;
    private final int[] picked;
    private final Objective objective;
    private final Growth growth;
    private final SplittableRandom random;
    private final FlatTrees trees = new FlatTrees();
    private final double start;
    private final double[] margins;
    private final double[] first;
    private final double[] second;
    private final double[] said;

    /**
     * @param sample whose targets, objective, offsets and counts
     * @param picked the rows to learn from
     */
    Boost(BinnedRows binned, Sample sample, int[] picked, Growth growth, long seed) {
        this.binned = binned;
        this.targets = sample.rows().targets();
        this.counts = sample.counts();
        this.picked = picked;
        this.objective = sample.objective();
        this.growth = growth;
        this.random = new SplittableRandom(seed);
        double[] offsets = sample.offsets();
        double sum = 0;
        double known = 0;
        for (int row : picked) {
            sum += targets[row];
            known += objective == Objective.POISSON ? Math.exp(offsets[row]) : 1;
        }
        this.start = sample.hasCounts() ? 0 : objective.start(picked.length == 0 ? 0 : sum / known);
        this.margins = new double[targets.length];
        Arrays.setAll(margins, row -> counts[row] * start + offsets[row]);
        this.first = new double[targets.length];
        this.second = new double[targets.length];
        this.said = new double[targets.length];
    }

    /** Adds one tree. */
    void step() {
        int[] sample = new int[picked.length];
        int count = 0;
        double[] both = new double[2];
        for (int row : picked) {
            if (growth.rowShare() >= 1 || random.nextDouble() < growth.rowShare()) {
                objective.derive(margins[row], targets[row], both);
                first[row] = counts[row] * both[0];
                second[row] = counts[row] * counts[row] * both[1];
                sample[count++] = row;
            }
        }
        boolean[] asked = GrowTree.draw(binned.signals(), growth.signalShare(), random);
        Arrays.fill(said, Double.NaN);
        new GrowTree(binned, growth, first, second, trees, asked, said).grow(sample, count);
        int tree = trees.count() - 1;
        long[] sets = trees.sets();
        for (int row = 0; row < margins.length; row++) {
            double value = said[row];
            margins[row] += counts[row] * (Double.isNaN(value) ? trees.value(tree, binned, row, sets) : value);
        }
    }

    /** The margin of any row so far. */
    double margin(int row) {
        return margins[row];
    }

    double start() {
        return start;
    }

    FlatTrees trees() {
        return trees;
    }
}
