package org.lotse.models.explanation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lotse.models.scoring.BoostedTrees;

/**
 * Shapley values of boosted trees, path-dependent. Each leaf is laid out once as the questions on its way, joined per
 * question feature (a number, or one category of a signal): with how much weight the way goes on when the feature is
 * unknown. A leaf's share of a feature then is its value times the difference the feature makes, weighted over how many
 * others are known before it. The categories of a signal are summed up.
 */
final class TreeShares {
    private static final int MOST_FEATURES = 64;

    private final BoostedTrees trees;
    private final int signals;
    private final double base;
    /** Per leaf: its value, and where its features start. */
    private final double[] values;

    private final int[] featureStarts;
    /** Per feature of a leaf: the signal, the weight when unknown, and where its steps start. */
    private final int[] featureSignals;

    private final double[] weights;
    private final int[] stepStarts;
    /** Per step: the node asked and the node the way goes on to. */
    private final int[] asked;

    private final int[] next;
    /** By number of features and number known before: the share of orders. */
    private final double[][] orders;

    TreeShares(BoostedTrees trees, int signals) {
        this.trees = trees;
        this.signals = signals;
        List<Leaf> leaves = new ArrayList<>();
        for (int root : trees.roots()) {
            collect(root, leaves);
        }
        int features = leaves.stream().mapToInt(leaf -> leaf.features.size()).sum();
        int steps = leaves.stream()
                .flatMap(leaf -> leaf.features.stream())
                .mapToInt(feature -> feature.steps.size())
                .sum();
        this.values = new double[leaves.size()];
        this.featureStarts = new int[leaves.size() + 1];
        this.featureSignals = new int[features];
        this.weights = new double[features];
        this.stepStarts = new int[features + 1];
        this.asked = new int[steps];
        this.next = new int[steps];
        this.base = trees.intercept() + lay(leaves);
        this.orders = orders(
                leaves.stream().mapToInt(leaf -> leaf.features.size()).max().orElse(0));
    }

    /** The expected margin when nothing is known. */
    double base() {
        return base;
    }

    /** What each signal adds to the margin of a coded row. */
    double[] of(double[] row) {
        int[] ways = ways(row);
        double[] shares = new double[signals];
        double[] sums = new double[MOST_FEATURES + 1];
        boolean[] goes = new boolean[MOST_FEATURES];
        for (int leaf = 0; leaf < values.length; leaf++) {
            int start = featureStarts[leaf];
            int count = featureStarts[leaf + 1] - start;
            for (int at = 0; at < count; at++) {
                goes[at] = goesOn(start + at, ways);
            }
            for (int at = 0; at < count; at++) {
                double difference = (goes[at] ? 1 : 0) - weights[start + at];
                if (difference != 0) {
                    shares[featureSignals[start + at]] +=
                            values[leaf] * difference * known(start, count, at, goes, sums);
                }
            }
        }
        return shares;
    }

    /** Over all sets of other features known before: the weight of the way, times the share of orders. */
    private double known(int start, int count, int without, boolean[] goes, double[] sums) {
        int others = 0;
        sums[0] = 1;
        for (int at = 0; at < count; at++) {
            if (at == without) {
                continue;
            }
            double weight = weights[start + at];
            others++;
            sums[others] = 0;
            for (int size = others; size > 0; size--) {
                sums[size] = sums[size] * weight + (goes[at] ? sums[size - 1] : 0);
            }
            sums[0] *= weight;
        }
        double[] share = orders[others];
        double sum = 0;
        for (int size = 0; size <= others; size++) {
            sum += share[size] * sums[size];
        }
        return sum;
    }

    private boolean goesOn(int feature, int[] ways) {
        for (int step = stepStarts[feature]; step < stepStarts[feature + 1]; step++) {
            if (ways[asked[step]] != next[step]) {
                return false;
            }
        }
        return true;
    }

    /** Where each node sends the row. */
    private int[] ways(double[] row) {
        int[] ways = new int[trees.signals().length];
        for (int node = 0; node < ways.length; node++) {
            int signal = trees.signals()[node];
            if (signal < 0) {
                continue;
            }
            double value = row[signal];
            if (trees.categories()[node] >= 0) {
                ways[node] = trees.has(trees.categories()[node], value) ? trees.yes()[node] : trees.no()[node];
            } else if (Double.isNaN(value)) {
                ways[node] = trees.missing()[node];
            } else {
                ways[node] = (float) value < trees.thresholds()[node] ? trees.yes()[node] : trees.no()[node];
            }
        }
        return ways;
    }

    private record Step(int node, int next) {}

    private record Feature(int signal, int category, double weight, List<Step> steps) {}

    private record Leaf(double value, List<Feature> features) {}

    private record Open(int node, List<Feature> features) {}

    private void collect(int root, List<Leaf> leaves) {
        Deque<Open> open = new ArrayDeque<>(List.of(new Open(root, List.of())));
        while (!open.isEmpty()) {
            Open at = open.pop();
            int node = at.node();
            if (trees.signals()[node] < 0) {
                leaves.add(new Leaf(trees.thresholds()[node], at.features()));
            } else if (trees.yes()[node] == trees.no()[node]) {
                open.push(new Open(trees.yes()[node], at.features()));
            } else {
                open.push(new Open(trees.yes()[node], with(at.features(), node, trees.yes()[node])));
                open.push(new Open(trees.no()[node], with(at.features(), node, trees.no()[node])));
            }
        }
    }

    private List<Feature> with(List<Feature> features, int node, int to) {
        double both = trees.covers()[trees.yes()[node]] + (double) trees.covers()[trees.no()[node]];
        double weight = both <= 0 ? 0.5 : trees.covers()[to] / both;
        int signal = trees.signals()[node];
        int category = trees.categories()[node];
        List<Feature> more = new ArrayList<>(features.size() + 1);
        List<Step> steps = new ArrayList<>();
        for (Feature feature : features) {
            if (feature.signal() == signal && feature.category() == category) {
                steps.addAll(feature.steps());
                weight *= feature.weight();
            } else {
                more.add(feature);
            }
        }
        steps.add(new Step(node, to));
        more.add(new Feature(signal, category, weight, steps));
        if (more.size() > MOST_FEATURES) {
            throw new IllegalArgumentException(
                    "A tree asks for more than " + MOST_FEATURES + " features on one way. Maybe train it less deep.");
        }
        return more;
    }

    private double lay(List<Leaf> leaves) {
        int feature = 0;
        int step = 0;
        double expected = 0;
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            values[leaf] = leaves.get(leaf).value();
            featureStarts[leaf] = feature;
            double weight = 1;
            for (Feature each : leaves.get(leaf).features()) {
                featureSignals[feature] = each.signal();
                weights[feature] = each.weight();
                weight *= each.weight();
                stepStarts[feature++] = step;
                for (Step one : each.steps()) {
                    asked[step] = one.node();
                    next[step++] = one.next();
                }
            }
            expected += weight * values[leaf];
        }
        featureStarts[leaves.size()] = feature;
        stepStarts[feature] = step;
        return expected;
    }

    /** {@code size! (others - size)! / (others + 1)!} for every number of others. */
    private static double[][] orders(int most) {
        double[][] orders = new double[most + 1][];
        for (int others = 0; others <= most; others++) {
            orders[others] = new double[others + 1];
            double choose = 1;
            for (int size = 0; size <= others; size++) {
                orders[others][size] = 1 / (choose * (others + 1));
                choose = choose * (others - size) / (size + 1);
            }
        }
        return orders;
    }
}
