package org.lotse.models.scoring;

import org.jspecify.annotations.Nullable;

/**
 * Boosted trees as parallel arrays, one entry per node. A leaf has no signal ({@code -1}) and its value as threshold. A
 * node of a numeric signal asks whether the number is below the threshold; one of a category ({@code category >= 0})
 * whether the row has it, "has it not" being the branch for missing features of the trained booster.
 * Immutable; the arrays are shared and must not be changed.
 */
public final class BoostedTrees implements Scorer {
    private final int[] roots;
    private final int[] signals;
    private final int[] categories;
    private final float[] thresholds;
    private final int[] yes;
    private final int[] no;
    private final int[] missing;
    private final float[] covers;
    private final double intercept;
    private final @Nullable TreeWalk walk;

    /**
     * @param roots first node of each tree
     * @param signals the signal a node asks for; -1 for leaves
     * @param categories the category asked for; -1 for numeric signals
     * @param thresholds of numeric nodes; the value of leaves, sign included
     * @param yes next node when below, or when the row has the category
     * @param no next node otherwise
     * @param missing next node when the number is missing
     * @param covers how much of what was learned from went through each node; empty when that was not kept
     * @param intercept what is added for every row
     */
    public BoostedTrees(
            int[] roots,
            int[] signals,
            int[] categories,
            float[] thresholds,
            int[] yes,
            int[] no,
            int[] missing,
            float[] covers,
            double intercept) {
        this.roots = roots;
        this.signals = signals;
        this.categories = categories;
        this.thresholds = thresholds;
        this.yes = yes;
        this.no = no;
        this.missing = missing;
        this.covers = covers;
        this.intercept = intercept;
        this.walk = TreeWalk.of(this);
    }

    @Override
    public double margin(double[] row) {
        return walk == null ? plainMargin(row) : walk.margin(row, intercept, new int[walk.features()]);
    }

    @Override
    public void margins(double[][] rows, double[] margins) {
        int[] features = walk == null ? new int[0] : new int[walk.features()];
        for (int row = 0; row < rows.length; row++) {
            margins[row] = walk == null ? plainMargin(rows[row]) : walk.margin(rows[row], intercept, features);
        }
    }

    /** Node by node, tree by tree: what the walk in step is compared with. */
    double plainMargin(double[] row) {
        double sum = intercept;
        for (int root : roots) {
            int node = root;
            int signal = signals[node];
            while (signal >= 0) {
                double value = row[signal];
                int category = categories[node];
                if (category >= 0) {
                    node = value == category ? yes[node] : no[node];
                } else if (Double.isNaN(value)) {
                    node = missing[node];
                } else {
                    node = (float) value < thresholds[node] ? yes[node] : no[node];
                }
                signal = signals[node];
            }
            sum += thresholds[node];
        }
        return sum;
    }

    public int[] roots() {
        return roots;
    }

    public int[] signals() {
        return signals;
    }

    public int[] categories() {
        return categories;
    }

    public float[] thresholds() {
        return thresholds;
    }

    public int[] yes() {
        return yes;
    }

    public int[] no() {
        return no;
    }

    public int[] missing() {
        return missing;
    }

    public float[] covers() {
        return covers;
    }

    public double intercept() {
        return intercept;
    }
}
