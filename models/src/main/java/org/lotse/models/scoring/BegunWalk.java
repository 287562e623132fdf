package org.lotse.models.scoring;

/**
 * Boosted trees walked as far as they ask for what is known of a row; what is open (action and channel of a pair) is filled
 * in margin by margin. Most trees end without asking for it, so that a pair costs a part of the whole walk. Gives exactly
 * the margin of {@link BoostedTrees}. Safe for many threads, one at a time.
 */
public final class BegunWalk {
    private final TreeWalk walk;
    private final double intercept;
    /** The row as the walk asks it; what is open is overwritten. */
    private final int[] asked;
    /** The features made of what is open. */
    private final int[] open;
    /** The trees that ask for it, and where each stands. */
    private final int[] trees;

    private final int[] nodes;
    private final float[] leaves;

    BegunWalk(TreeWalk walk, double intercept, int[] asked, int[] open, int[] trees, int[] nodes, float[] leaves) {
        this.walk = walk;
        this.intercept = intercept;
        this.asked = asked;
        this.open = open;
        this.trees = trees;
        this.nodes = nodes;
        this.leaves = leaves;
    }

    /**
     * The margin of a row.
     *
     * @param row the same as the walk was begun with, but for what is open
     */
    public synchronized double margin(double[] row) {
        for (int feature : open) {
            asked[feature] = walk.code(row, feature);
        }
        for (int each = 0; each < trees.length; each++) {
            leaves[trees[each]] = walk.leaf(nodes[each], asked);
        }
        double sum = intercept;
        for (float leaf : leaves) {
            // One after the other, so that the sum is the same to the last bit.
            sum += leaf;
        }
        return sum;
    }
}
