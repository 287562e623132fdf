package org.lotse.models.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lotse.models.scoring.BoostedTrees;

/** Trees under way, as growing arrays with one entry per node. */
final class FlatTrees {
    private int[] roots = new int[64];
    private int[] signals = new int[1024];
    private int[] categories = new int[1024];
    private int[] bins = new int[1024];
    private float[] values = new float[1024];
    private int[] yes = new int[1024];
    private int[] no = new int[1024];
    private int[] missing = new int[1024];
    private float[] covers = new float[1024];
    private final Map<Long, Integer> numbers = new HashMap<>();
    private int trees;
    private int nodes;

    int count() {
        return trees;
    }

    /** The root of a new tree. */
    int plant() {
        if (trees == roots.length) {
            roots = Arrays.copyOf(roots, 2 * trees);
        }
        int root = add();
        roots[trees++] = root;
        return root;
    }

    void leaf(int node, double value) {
        values[node] = (float) value;
    }

    double leaf(int node) {
        return values[node];
    }

    /** How much of what is learned from goes through a node. */
    void cover(int node, double weight) {
        covers[node] = (float) weight;
    }

    int[] splitNumber(int node, int signal, int bin, float cut, boolean missingLeft) {
        int left = add();
        int right = add();
        signals[node] = signal;
        bins[node] = bin;
        values[node] = cut;
        yes[node] = left;
        no[node] = right;
        missing[node] = missingLeft ? left : right;
        return new int[] {left, right};
    }

    /**
     * @param codes one category, or several that are asked for together
     */
    int[] splitCategory(int node, int signal, int[] codes) {
        int[] children = splitNumber(node, signal, codes[0], 0, false);
        categories[node] = codes[0];
        if (codes.length > 1) {
            long set = 0;
            for (int code : codes) {
                set |= 1L << code;
            }
            categories[node] = BoostedTrees.SETS + numbers.computeIfAbsent(set, some -> numbers.size());
        }
        return children;
    }

    /** Takes the first so many trees of another, with every leaf multiplied. */
    void add(FlatTrees other, int count, double factor) {
        int shift = nodes;
        int end = count < other.trees ? other.roots[count] : other.nodes;
        long[] sets = other.sets();
        for (int tree = 0; tree < count; tree++) {
            if (trees == roots.length) {
                roots = Arrays.copyOf(roots, 2 * trees);
            }
            roots[trees++] = other.roots[tree] + shift;
        }
        for (int from = 0; from < end; from++) {
            int node = add();
            signals[node] = other.signals[from];
            bins[node] = other.bins[from];
            covers[node] = other.covers[from];
            boolean leaf = signals[node] < 0;
            values[node] = leaf ? (float) (factor * other.values[from]) : other.values[from];
            yes[node] = leaf ? 0 : other.yes[from] + shift;
            no[node] = leaf ? 0 : other.no[from] + shift;
            missing[node] = leaf ? 0 : other.missing[from] + shift;
            int category = other.categories[from];
            categories[node] = category < BoostedTrees.SETS
                    ? category
                    : BoostedTrees.SETS
                            + numbers.computeIfAbsent(sets[category - BoostedTrees.SETS], some -> numbers.size());
        }
    }

    long[] sets() {
        long[] sets = new long[numbers.size()];
        numbers.forEach((set, number) -> sets[number] = set);
        return sets;
    }

    /** What a tree adds to the margin of a binned row. */
    double value(int tree, BinnedRows binned, int row, long[] sets) {
        int node = roots[tree];
        while (signals[node] >= 0) {
            int signal = signals[node];
            int bin = binned.bins(signal)[row];
            if (categories[node] >= 0) {
                node = has(categories[node], bin, sets) ? yes[node] : no[node];
            } else if (bin == binned.bins(signal, false)) {
                node = missing[node];
            } else {
                node = bin <= bins[node] ? yes[node] : no[node];
            }
        }
        return values[node];
    }

    private static boolean has(int category, int bin, long[] sets) {
        return category < BoostedTrees.SETS ? bin == category : (sets[category - BoostedTrees.SETS] >>> bin & 1) != 0;
    }

    /** The first so many trees, ready to serve. */
    BoostedTrees first(int count, double intercept) {
        int end = count < trees ? roots[count] : nodes;
        return new BoostedTrees(
                Arrays.copyOf(roots, count),
                Arrays.copyOf(signals, end),
                Arrays.copyOf(categories, end),
                Arrays.copyOf(values, end),
                Arrays.copyOf(yes, end),
                Arrays.copyOf(no, end),
                Arrays.copyOf(missing, end),
                Arrays.copyOf(covers, end),
                sets(),
                intercept);
    }

    private int add() {
        if (nodes == signals.length) {
            int more = 2 * nodes;
            signals = Arrays.copyOf(signals, more);
            categories = Arrays.copyOf(categories, more);
            bins = Arrays.copyOf(bins, more);
            values = Arrays.copyOf(values, more);
            yes = Arrays.copyOf(yes, more);
            no = Arrays.copyOf(no, more);
            missing = Arrays.copyOf(missing, more);
            covers = Arrays.copyOf(covers, more);
        }
        signals[nodes] = -1;
        categories[nodes] = -1;
        return nodes++;
    }
}
