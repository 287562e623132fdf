package org.lotse.models.scoring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Boosted trees as parallel arrays, one entry per node. A leaf has no signal ({@code -1}) and its value as threshold. A
 * node of a numeric signal asks whether the number is below the threshold; one of a category ({@code category >= 0})
 * whether the row has it, "has it not" being the branch for missing features of the trained booster; from {@link
 * #SETS} on, the category is the number of a set of categories, of which the row has one or not.
 * Immutable; the arrays are shared and must not be changed.
 */
public final class BoostedTrees implements Scorer {
    /** What the number of a set is raised by among the categories asked for. */
    public static final int SETS = 1 << 16;

    private final int[] roots;
    private final int[] signals;
    private final int[] categories;
    private final float[] thresholds;
    private final int[] yes;
    private final int[] no;
    private final int[] missing;
    private final float[] covers;
    private final long[] sets;
    private final double intercept;
    private final @Nullable TreeWalk walk;

    /** Without sets of categories. */
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
        this(roots, signals, categories, thresholds, yes, no, missing, covers, new long[0], intercept);
    }

    /**
     * @param roots first node of each tree
     * @param signals the signal a node asks for; -1 for leaves
     * @param categories the category asked for; -1 for numeric signals
     * @param thresholds of numeric nodes; the value of leaves, sign included
     * @param yes next node when below, or when the row has the category
     * @param no next node otherwise
     * @param missing next node when the number is missing
     * @param covers how much of what was learned from went through each node; empty when that was not kept
     * @param sets sets of categories below 64, one bit each
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
            long[] sets,
            double intercept) {
        this.roots = roots;
        this.signals = signals;
        this.categories = categories;
        this.thresholds = thresholds;
        this.yes = yes;
        this.no = no;
        this.missing = missing;
        this.covers = covers;
        this.sets = sets;
        this.intercept = intercept;
        this.walk = TreeWalk.of(this);
    }

    @Override
    public double margin(double[] row) {
        return walk == null ? plainMargin(row) : walk.margin(row, intercept, new int[walk.features()]);
    }

    /**
     * Begins with what is known of a row; pairs of action and channel are filled in later.
     *
     * @param row coded; what is open may have any value
     * @param open the signals that are filled in later; a negative number is none
     * @return empty when the trees are walked as they are
     */
    public Optional<BegunWalk> begin(double[] row, int... open) {
        return walk == null ? Optional.empty() : Optional.of(walk.begin(row, intercept, open));
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
                    node = has(category, value) ? yes[node] : no[node];
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

    /** Whether a coded value is the category, or in the set of categories, that a node asks for. */
    public boolean has(int category, double value) {
        return has(sets, category, value);
    }

    static boolean has(long[] sets, int category, double value) {
        return category < SETS ? value == category : (sets[category - SETS] >>> (int) value & 1) != 0;
    }

    /** The same with every leaf and the intercept multiplied. */
    public BoostedTrees times(float factor) {
        float[] scaled = thresholds.clone();
        for (int node = 0; node < scaled.length; node++) {
            if (signals[node] < 0) {
                scaled[node] *= factor;
            }
        }
        return new BoostedTrees(roots, signals, categories, scaled, yes, no, missing, covers, sets, factor * intercept);
    }

    public long[] sets() {
        return sets;
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
