package org.lotse.models.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Grows one tree on derivatives, level by level, each split the one with the largest gain over sums by bin. */
final class GrowTree {
    private static final double LEAST_GAIN = 1e-9;
    private static final double SMOOTH = 10;
    private static final double LEAST_TOGETHER = 1;
    private static final int MOST_TOGETHER = 8;

    private final BinnedRows binned;
    private final Growth growth;
    private final double[] first;
    private final double[] second;
    private final FlatTrees trees;
    private final boolean[] asked;
    private final double[] said;

    /** One node under way: rows {@code order[from..to)}. */
    private record Node(int index, int from, int to, int depth, double[] sums) {}

    /** The best way to part a node. */
    private static final class Split {
        double gain = LEAST_GAIN;
        int signal = -1;
        int bin;
        boolean missingLeft;
        int[] codes = {};
        double first;
        double second;
    }

    /**
     * @param said where each row the tree is grown on finds what its leaf says
     */
    GrowTree(
            BinnedRows binned,
            Growth growth,
            double[] first,
            double[] second,
            FlatTrees trees,
            boolean[] asked,
            double[] said) {
        this.binned = binned;
        this.growth = growth;
        this.first = first;
        this.second = second;
        this.trees = trees;
        this.asked = asked;
        this.said = said;
    }

    /** Adds a tree grown on these rows, whose order is changed. */
    void grow(int[] order, int count) {
        Node root = new Node(trees.plant(), 0, count, 0, sums(order, 0, count));
        grow(root, order);
    }

    private void grow(Node node, int[] order) {
        double[] total = total(node.sums);
        Split split = node.depth < growth.depth() ? best(node.sums, total) : new Split();
        if (split.signal < 0) {
            leaf(node.index, total[0], total[1], order, node.from, node.to);
            return;
        }
        trees.cover(node.index, total[1]);
        int middle = part(order, node.from, node.to, split);
        int[] children = binned.isCategory(split.signal)
                ? trees.splitCategory(node.index, split.signal, split.codes)
                : trees.splitNumber(
                        node.index, split.signal, split.bin, binned.cut(split.signal, split.bin), split.missingLeft);
        if (node.depth + 1 >= growth.depth()) {
            leaf(children[0], split.first, split.second, order, node.from, middle);
            leaf(children[1], total[0] - split.first, total[1] - split.second, order, middle, node.to);
            return;
        }
        boolean leftSmaller = middle - node.from < node.to - middle;
        double[] small = leftSmaller ? sums(order, node.from, middle) : sums(order, middle, node.to);
        double[] large = node.sums;
        for (int i = 0; i < large.length; i++) {
            large[i] -= small[i];
        }
        grow(new Node(children[0], node.from, middle, node.depth + 1, leftSmaller ? small : large), order);
        grow(new Node(children[1], middle, node.to, node.depth + 1, leftSmaller ? large : small), order);
    }

    /** What a leaf says is at once added up for the rows the tree was grown on. */
    private void leaf(int index, double g, double h, int[] order, int from, int to) {
        trees.cover(index, h);
        trees.leaf(index, -g / (h + growth.penalty()) * growth.rate());
        double value = trees.leaf(index);
        for (int i = from; i < to; i++) {
            said[order[i]] = value;
        }
    }

    private double[] total(double[] sums) {
        int signal = 0;
        while (!asked[signal]) {
            signal++;
        }
        double[] total = new double[2];
        for (int slot = binned.offset(signal); slot < binned.offset(signal) + binned.bins(signal, true); slot++) {
            total[0] += sums[2 * slot];
            total[1] += sums[2 * slot + 1];
        }
        return total;
    }

    private double[] sums(int[] order, int from, int to) {
        double[] sums = new double[2 * binned.slots()];
        int count = to - from;
        double[] g = new double[count];
        double[] h = new double[count];
        for (int i = 0; i < count; i++) {
            g[i] = first[order[from + i]];
            h[i] = second[order[from + i]];
        }
        for (int signal = 0; signal < binned.signals(); signal++) {
            if (asked[signal]) {
                short[] bins = binned.bins(signal);
                int offset = binned.offset(signal);
                for (int i = 0; i < count; i++) {
                    int at = 2 * (offset + bins[order[from + i]]);
                    sums[at] += g[i];
                    sums[at + 1] += h[i];
                }
            }
        }
        return sums;
    }

    private Split best(double[] sums, double[] total) {
        Split best = new Split();
        double whole = score(total[0], total[1]);
        for (int signal = 0; signal < binned.signals(); signal++) {
            if (asked[signal]) {
                if (binned.isCategory(signal)) {
                    category(signal, sums, total, whole, best);
                } else {
                    number(signal, sums, total, whole, best);
                }
            }
        }
        return best;
    }

    private void category(int signal, double[] sums, double[] total, double whole, Split best) {
        for (int bin = 0; bin < binned.bins(signal, true); bin++) {
            int at = 2 * (binned.offset(signal) + bin);
            if (consider(sums[at], sums[at + 1], total, whole, signal, bin, false, best)) {
                best.codes = new int[] {bin};
            }
        }
        if (binned.bins(signal, true) > 3 && binned.bins(signal, true) <= Long.SIZE) {
            several(signal, sums, total, whole, best);
        }
    }

    /** Categories in the order of what they would add alone, taken together from either end. */
    private void several(int signal, double[] sums, double[] total, double whole, Split best) {
        int offset = binned.offset(signal);
        int[] codes = IntStream.range(0, binned.bins(signal, true))
                .filter(code -> sums[2 * (offset + code) + 1] >= LEAST_TOGETHER)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        code -> sums[2 * (offset + code)] / (sums[2 * (offset + code) + 1] + SMOOTH)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int direction = 0; direction < 2; direction++) {
            double g = 0;
            double h = 0;
            for (int i = 0; i < Math.min(MOST_TOGETHER, codes.length - 1); i++) {
                int at = 2 * (offset + codes[direction == 0 ? i : codes.length - 1 - i]);
                g += sums[at];
                h += sums[at + 1];
                if (i > 0 && consider(g, h, total, whole, signal, 0, false, best)) {
                    best.codes = direction == 0
                            ? Arrays.copyOf(codes, i + 1)
                            : Arrays.copyOfRange(codes, codes.length - 1 - i, codes.length);
                }
            }
        }
    }

    private void number(int signal, double[] sums, double[] total, double whole, Split best) {
        int bins = binned.bins(signal, false);
        int missing = 2 * (binned.offset(signal) + bins);
        boolean some = sums[missing + 1] > 1e-12;
        double g = 0;
        double h = 0;
        for (int bin = 0; bin < bins - 1; bin++) {
            int at = 2 * (binned.offset(signal) + bin);
            g += sums[at];
            h += sums[at + 1];
            consider(g, h, total, whole, signal, bin, false, best);
            if (some) {
                consider(g + sums[missing], h + sums[missing + 1], total, whole, signal, bin, true, best);
            }
        }
    }

    private boolean consider(
            double g, double h, double[] total, double whole, int signal, int bin, boolean missingLeft, Split best) {
        double others = total[1] - h;
        if (h < growth.leastWeight() || others < growth.leastWeight()) {
            return false;
        }
        double gain = score(g, h) + score(total[0] - g, others) - whole;
        if (gain > best.gain) {
            best.gain = gain;
            best.signal = signal;
            best.bin = bin;
            best.missingLeft = missingLeft;
            best.first = g;
            best.second = h;
            return true;
        }
        return false;
    }

    private double score(double g, double h) {
        return g * g / (h + growth.penalty());
    }

    /** Rows that go left come first. */
    private int part(int[] order, int from, int to, Split split) {
        short[] bins = binned.bins(split.signal);
        boolean category = binned.isCategory(split.signal);
        int missing = category ? -1 : binned.bins(split.signal, false);
        boolean[] chosen = new boolean[category ? binned.bins(split.signal, true) : 0];
        for (int code : category ? split.codes : new int[0]) {
            chosen[code] = true;
        }
        int[] right = new int[to - from];
        int left = from;
        int rights = 0;
        for (int i = from; i < to; i++) {
            int bin = bins[order[i]];
            boolean goesLeft = category ? chosen[bin] : bin == missing ? split.missingLeft : bin <= split.bin;
            if (goesLeft) {
                order[left++] = order[i];
            } else {
                right[rights++] = order[i];
            }
        }
        System.arraycopy(right, 0, order, left, rights);
        return left;
    }

    /** A share of the signals, at least one. */
    static boolean[] draw(int signals, double share, SplittableRandom random) {
        boolean[] asked = new boolean[signals];
        if (share >= 1) {
            Arrays.fill(asked, true);
            return asked;
        }
        int wanted = Math.max(1, (int) Math.round(signals * share));
        int left = signals;
        for (int signal = 0; signal < signals; signal++) {
            if (random.nextInt(left--) < wanted) {
                asked[signal] = true;
                wanted--;
            }
        }
        return asked;
    }
}
