package org.lotse.models.scoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Boosted trees laid out to be walked without a branch: every question becomes "is this number below that one", the two
 * answers lie side by side, and a leaf leads to itself, so that several trees are walked in step to the same depth.
 * Immutable; gives exactly the margin of {@link BoostedTrees}.
 */
final class TreeWalk {
    private static final int FEATURE_BITS = 12;
    private static final int CHILD_BITS = 20;
    private static final int IN_STEP = 8;

    /** Threshold, feature and first child of each node, in one word. */
    private final long[] nodes;

    private final float[] leaves;
    private final int[] roots;
    /** How deep the deepest of each group of trees is. */
    private final int[] depths;
    /** Per feature the signal it is made of; the first feature is none and lies below everything. */
    private final int[] signals;
    /** Per feature the category asked for, or how a missing number counts. */
    private final int[] kinds;

    /** Sets of categories that features ask for. */
    private final long[] sets;

    private static final int MISSING_IS_LOW = -1;
    private static final int MISSING_IS_HIGH = -2;

    private record Feature(int signal, int kind) {}

    private TreeWalk(long[] nodes, float[] leaves, int[] roots, int[] depths, int[] signals, int[] kinds, long[] sets) {
        this.nodes = nodes;
        this.leaves = leaves;
        this.roots = roots;
        this.depths = depths;
        this.signals = signals;
        this.kinds = kinds;
        this.sets = sets;
    }

    /** How many numbers a row is turned into. */
    int features() {
        return signals.length;
    }

    /**
     * Adds up the leaves a row falls into.
     *
     * @param x overwritten; as long as there are features
     */
    double margin(double[] row, double intercept, int[] x) {
        code(row, x);
        double sum = intercept;
        for (int group = 0; group < depths.length; group++) {
            int first = group * IN_STEP;
            int a = roots[first];
            int b = roots[first + 1];
            int c = roots[first + 2];
            int d = roots[first + 3];
            int e = roots[first + 4];
            int f = roots[first + 5];
            int g = roots[first + 6];
            int h = roots[first + 7];
            for (int level = depths[group]; level > 0; level--) {
                a = next(a, x);
                b = next(b, x);
                c = next(c, x);
                d = next(d, x);
                e = next(e, x);
                f = next(f, x);
                g = next(g, x);
                h = next(h, x);
            }
            // One after the other, so that the sum is the same to the last bit.
            sum += leaves[a];
            sum += leaves[b];
            sum += leaves[c];
            sum += leaves[d];
            sum += leaves[e];
            sum += leaves[f];
            sum += leaves[g];
            sum += leaves[h];
        }
        return sum;
    }

    private int next(int node, int[] x) {
        long word = nodes[node];
        int feature = (int) (word >>> CHILD_BITS) & ((1 << FEATURE_BITS) - 1);
        int child = (int) word & ((1 << CHILD_BITS) - 1);
        // The sign of the difference: 1 when below, and then the first child.
        return child + 1 - (int) ((x[feature] - (word >> 32)) >>> 63);
    }

    private void code(double[] row, int[] x) {
        x[0] = Integer.MIN_VALUE;
        for (int feature = 1; feature < signals.length; feature++) {
            x[feature] = code(row, feature);
        }
    }

    /** What the walk compares for one feature of a row. */
    int code(double[] row, int feature) {
        double value = row[signals[feature]];
        int kind = kinds[feature];
        if (kind >= 0) {
            return BoostedTrees.has(sets, kind, value) ? 0 : 1;
        }
        if (Double.isNaN(value)) {
            return kind == MISSING_IS_LOW ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return key((float) value);
    }

    /** The leaf a row falls into from a node on. */
    float leaf(int from, int[] x) {
        int node = from;
        for (int next = next(node, x); next != node; next = next(node, x)) {
            node = next;
        }
        return leaves[node];
    }

    /** Walks every tree until it ends or asks for a signal that is open. */
    BegunWalk begin(double[] row, double intercept, int... open) {
        int[] x = new int[signals.length];
        code(row, x);
        boolean[] isOpen = new boolean[signals.length];
        int[] features = new int[signals.length];
        int found = 0;
        for (int feature = 1; feature < signals.length; feature++) {
            for (int signal : open) {
                isOpen[feature] |= signals[feature] == signal;
            }
            if (isOpen[feature]) {
                features[found++] = feature;
            }
        }
        float[] reached = new float[roots.length];
        int[] trees = new int[roots.length];
        int[] nodesOf = new int[roots.length];
        int unfinished = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            int node = roots[tree];
            int next = next(node, x);
            while (next != node && !isOpen[feature(node)]) {
                node = next;
                next = next(node, x);
            }
            if (next == node) {
                reached[tree] = leaves[node];
            } else {
                trees[unfinished] = tree;
                nodesOf[unfinished++] = node;
            }
        }
        return new BegunWalk(
                this,
                intercept,
                x,
                Arrays.copyOf(features, found),
                Arrays.copyOf(trees, unfinished),
                Arrays.copyOf(nodesOf, unfinished),
                reached);
    }

    private int feature(int node) {
        return (int) (nodes[node] >>> CHILD_BITS) & ((1 << FEATURE_BITS) - 1);
    }

    /** A whole number that is below another exactly when the float is. */
    private static int key(float number) {
        int bits = Float.floatToRawIntBits(number + 0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /** Lays out the trees; null when they are too many, too large or not finite: then they are walked as they are. */
    static @Nullable TreeWalk of(BoostedTrees trees) {
        Layout layout = new Layout(trees);
        return layout.fits() ? layout.walk() : null;
    }

    /** Lays out one ensemble. */
    private static final class Layout {
        private final BoostedTrees trees;
        private final Map<Feature, Integer> features = new HashMap<>();
        private final long[] nodes;
        private final float[] leaves;
        private int used;

        Layout(BoostedTrees trees) {
            this.trees = trees;
            features.put(new Feature(0, Integer.MIN_VALUE), 0);
            // One further node: a leaf of nothing, for the places of the last group that are left over.
            this.nodes = new long[trees.signals().length + 1];
            this.leaves = new float[nodes.length];
        }

        boolean fits() {
            if (nodes.length > 1 << CHILD_BITS) {
                return false;
            }
            for (int node = 0; node < trees.signals().length; node++) {
                if (trees.signals()[node] >= 0) {
                    if (!Float.isFinite(trees.thresholds()[node]) || !isEither(node)) {
                        return false;
                    }
                    features.putIfAbsent(feature(node), features.size());
                }
            }
            return features.size() <= 1 << FEATURE_BITS;
        }

        /** Whether a missing number goes where other numbers go. */
        private boolean isEither(int node) {
            return trees.categories()[node] >= 0
                    || trees.missing()[node] == trees.yes()[node]
                    || trees.missing()[node] == trees.no()[node];
        }

        TreeWalk walk() {
            int groups = (trees.roots().length + IN_STEP - 1) / IN_STEP;
            int[] roots = new int[groups * IN_STEP];
            int[] depths = new int[groups];
            int nothing = used++;
            leaf(nothing, 0);
            Arrays.fill(roots, nothing);
            for (int tree = 0; tree < trees.roots().length; tree++) {
                roots[tree] = used++;
                int depth = put(trees.roots()[tree], roots[tree]);
                depths[tree / IN_STEP] = Math.max(depths[tree / IN_STEP], depth);
            }
            int[] signals = new int[features.size()];
            int[] kinds = new int[features.size()];
            features.forEach((feature, place) -> {
                signals[place] = feature.signal();
                kinds[place] = feature.kind();
            });
            return new TreeWalk(nodes, leaves, roots, depths, signals, kinds, trees.sets());
        }

        /** Puts a subtree; answers how deep it is. */
        private int put(int node, int place) {
            if (trees.signals()[node] < 0) {
                leaf(place, trees.thresholds()[node]);
                return 0;
            }
            if (trees.yes()[node] == trees.no()[node]) {
                return put(trees.no()[node], place);
            }
            int child = used;
            used += 2;
            boolean isCategory = trees.categories()[node] >= 0;
            int threshold = isCategory ? 1 : key(trees.thresholds()[node]);
            int feature = java.util.Objects.requireNonNull(features.get(feature(node)));
            nodes[place] = word(threshold, feature, child);
            return 1 + Math.max(put(trees.yes()[node], child), put(trees.no()[node], child + 1));
        }

        private void leaf(int place, float value) {
            nodes[place] = word(Integer.MAX_VALUE, 0, place);
            leaves[place] = value;
        }

        private Feature feature(int node) {
            int category = trees.categories()[node];
            boolean missingIsLow = trees.missing()[node] == trees.yes()[node];
            return new Feature(
                    trees.signals()[node], category >= 0 ? category : missingIsLow ? MISSING_IS_LOW : MISSING_IS_HIGH);
        }

        private static long word(int threshold, int feature, int child) {
            return (long) threshold << 32 | (long) feature << CHILD_BITS | child;
        }
    }
}
