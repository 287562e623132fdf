package org.lotse.models.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * Rebuilds a booster as flat arrays from its text dump. A binary booster holds two trees per round, one per class; the
 * margin is the difference of both sums.
 */
final class FlattenTrees {
    private static final Pattern SPLIT = Pattern.compile(
            "\\s*(\\d+):\\[f(\\d+)<([^\\]]+)\\] yes=(\\d+),no=(\\d+),missing=(\\d+).*cover=([^,\\s]+).*");
    private static final Pattern LEAF = Pattern.compile("\\s*(\\d+):leaf=([^,\\s]+).*cover=([^,\\s]+).*");
    private static final double BASE_SCORE = 0.5;

    private final Map<Integer, int[]> features = new HashMap<>();
    private final List<Integer> roots = new ArrayList<>();
    private final List<int[]> nodes = new ArrayList<>();
    private final List<Float> thresholds = new ArrayList<>();
    private final List<Float> covers = new ArrayList<>();

    private FlattenTrees(XGBoostModel<?> model, Signals signals) {
        String[][] names = LinearLearner.names(signals);
        for (int i = 0; i < signals.signals().size(); i++) {
            switch (signals.signals().get(i)) {
                case Signal.Numeric numeric -> feature(model, numeric.name(), i, -1);
                case Signal.Category category -> {
                    for (int code = 0; code < category.slots(); code++) {
                        feature(model, names[i][code], i, code);
                    }
                }
            }
        }
    }

    static BoostedTrees probabilities(XGBoostModel<?> model, Signals signals, int yes) {
        FlattenTrees flat = new FlattenTrees(model, signals);
        String[] dump = dump(model);
        for (int tree = 0; tree < dump.length; tree++) {
            flat.add(dump[tree], tree % 2 == yes ? 1 : -1);
        }
        return flat.trees(0);
    }

    static BoostedTrees amounts(XGBoostModel<?> model, Signals signals) {
        FlattenTrees flat = new FlattenTrees(model, signals);
        for (String tree : dump(model)) {
            flat.add(tree, 1);
        }
        return flat.trees(BASE_SCORE);
    }

    private static String[] dump(XGBoostModel<?> model) {
        try {
            return model.getInnerModels().getFirst().getModelDump("", true, "text");
        } catch (XGBoostError e) {
            throw new IllegalStateException("The booster cannot be written as text.", e);
        }
    }

    private void feature(XGBoostModel<?> model, String name, int signal, int category) {
        if (model.getFeatureIDMap().get(name) != null) {
            features.put(model.getFeatureIDMap().getID(name), new int[] {signal, category});
        }
    }

    private void add(String tree, int sign) {
        int root = nodes.size();
        roots.add(root);
        String[] lines = tree.strip().split("\n");
        for (int i = 0; i < lines.length; i++) {
            nodes.add(new int[] {-1, -1, 0, 0, 0});
            thresholds.add(0f);
            covers.add(0f);
        }
        for (String line : lines) {
            Matcher leaf = LEAF.matcher(line);
            Matcher split = SPLIT.matcher(line);
            if (leaf.matches()) {
                covers.set(root + Integer.parseInt(leaf.group(1)), Float.parseFloat(leaf.group(3)));
                thresholds.set(root + Integer.parseInt(leaf.group(1)), sign * Float.parseFloat(leaf.group(2)));
            } else if (split.matches()) {
                covers.set(root + Integer.parseInt(split.group(1)), Float.parseFloat(split.group(7)));
                split(root, split);
            } else {
                throw new IllegalStateException("The line \"" + line + "\" of a booster's dump is not understood.");
            }
        }
    }

    private void split(int root, Matcher split) {
        int node = root + Integer.parseInt(split.group(1));
        float threshold = Float.parseFloat(split.group(3));
        int yes = root + Integer.parseInt(split.group(4));
        int no = root + Integer.parseInt(split.group(5));
        int missing = root + Integer.parseInt(split.group(6));
        int[] feature = features.get(Integer.parseInt(split.group(2)));
        if (feature == null) { // the marker of rows about which nothing is known
            nodes.set(node, new int[] {0, Integer.MAX_VALUE, missing, missing, missing});
        } else if (feature[1] >= 0) {
            nodes.set(node, new int[] {feature[0], feature[1], 1f < threshold ? yes : no, missing, missing});
        } else {
            nodes.set(node, new int[] {feature[0], -1, yes, no, missing});
        }
        thresholds.set(node, threshold);
    }

    private BoostedTrees trees(double intercept) {
        return new BoostedTrees(
                roots.stream().mapToInt(Integer::intValue).toArray(),
                part(0),
                part(1),
                floats(thresholds),
                part(2),
                part(3),
                part(4),
                floats(covers),
                intercept);
    }

    private static float[] floats(List<Float> list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i);
        }
        return values;
    }

    private int[] part(int index) {
        return nodes.stream().mapToInt(node -> node[index]).toArray();
    }
}
