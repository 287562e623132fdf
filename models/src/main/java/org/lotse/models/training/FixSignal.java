package org.lotse.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Foreign;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.scoring.Sum;
import org.lotse.models.signal.Signals;

/**
 * A scorer with its last signal answered beforehand: what one model of everybody says of those who are treated, or are not.
 */
public final class FixSignal {
    private final Signals wide;
    private final Signals narrow;
    private final double code;
    private final int fixed;

    private FixSignal(Signals wide, Signals narrow, double code) {
        this.wide = wide;
        this.narrow = narrow;
        this.code = code;
        this.fixed = wide.signals().size() - 1;
    }

    /**
     * @param wide the signals of the scorer; the last one is answered, and is the left one of its crosses, which come last
     * @param narrow the same without it and its crosses
     * @param code its answer
     */
    public static Scorer of(Scorer scorer, Signals wide, Signals narrow, double code) {
        return new FixSignal(wide, narrow, code).of(scorer);
    }

    private Scorer of(Scorer scorer) {
        return switch (scorer) {
            case Constant constant -> constant;
            case Sum(List<Scorer> parts) -> new Sum(parts.stream().map(this::of).toList());
            case AdditiveBins bins -> bins(bins);
            case BoostedTrees trees -> new Pruned(trees).all();
            case Foreign ignored ->
                throw new IllegalArgumentException(
                        "A model brought from elsewhere cannot learn what treatments cause.");
        };
    }

    private AdditiveBins bins(AdditiveBins bins) {
        int[] from = AdditiveBins.offsets(wide);
        int[] to = AdditiveBins.offsets(narrow);
        double[] given = bins.weights();
        double[] weights = new double[to[narrow.inputs()]];
        double[] averages = new double[narrow.inputs()];
        double[] row = new double[wide.signals().size()];
        row[fixed] = code;
        int slot = wide.slot(fixed, row);
        int signals = narrow.signals().size();
        for (int input = 0; input < narrow.inputs(); input++) {
            int same = input < signals ? input : input + 1;
            System.arraycopy(given, from[same], weights, to[input], narrow.slots(input));
            averages[input] = bins.averages()[same];
        }
        for (int input = narrow.inputs() + 1; input < wide.inputs(); input++) {
            int right = wide.crosses().get(input - wide.signals().size()).right();
            int slots = narrow.slots(right);
            for (int i = 0; i < slots; i++) {
                weights[to[right] + i] += given[from[input] + slot * slots + i];
            }
            averages[right] += bins.averages()[input];
        }
        return new AdditiveBins(narrow, weights, averages, bins.intercept() + given[from[fixed] + slot]);
    }

    /** Trees in which every question about the signal is answered. */
    private final class Pruned {
        private final BoostedTrees trees;
        private final List<int[]> nodes = new ArrayList<>();
        private final List<float[]> values = new ArrayList<>();

        Pruned(BoostedTrees trees) {
            this.trees = trees;
        }

        BoostedTrees all() {
            int[] roots = Arrays.stream(trees.roots()).map(this::copy).toArray();
            boolean covered = trees.covers().length > 0;
            float[] thresholds = new float[nodes.size()];
            float[] covers = new float[covered ? nodes.size() : 0];
            for (int i = 0; i < thresholds.length; i++) {
                thresholds[i] = values.get(i)[0];
                if (covered) {
                    covers[i] = values.get(i)[1];
                }
            }
            return new BoostedTrees(
                    roots,
                    column(0),
                    column(1),
                    thresholds,
                    column(2),
                    column(3),
                    column(4),
                    covers,
                    trees.sets(),
                    trees.intercept());
        }

        private int[] column(int which) {
            return nodes.stream().mapToInt(node -> node[which]).toArray();
        }

        /** Copies a node and what is below it; gives its new number. */
        private int copy(int node) {
            int old = node;
            while (trees.signals()[old] == fixed) {
                old = code < trees.thresholds()[old] ? trees.yes()[old] : trees.no()[old];
            }
            int number = nodes.size();
            int[] own = {trees.signals()[old], trees.categories()[old], 0, 0, 0};
            float[] value = {trees.thresholds()[old], trees.covers().length > 0 ? trees.covers()[old] : 0};
            nodes.add(own);
            values.add(value);
            if (own[0] >= 0) {
                own[2] = copy(trees.yes()[old]);
                own[3] = copy(trees.no()[old]);
                own[4] = trees.missing()[old] == trees.yes()[old] ? own[2] : own[3];
                value[1] = values.get(own[2])[1] + values.get(own[3])[1];
            }
            return number;
        }
    }
}
