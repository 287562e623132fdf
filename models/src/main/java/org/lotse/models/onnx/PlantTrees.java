package org.lotse.models.onnx;

import java.util.ArrayList;
import java.util.List;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Foreign;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.scoring.Sum;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;

/**
 * Writes any scorer as trees: own trees node by node, a set of categories as a chain of comparisons, and the bins of an
 * additive model as one tree per input, of a cross as a tree within the leaves of another.
 */
final class PlantTrees {
    private final Signals signals;
    private final Ensemble ensemble = new Ensemble();
    private double intercept;

    PlantTrees(Signals signals) {
        this.signals = signals;
    }

    /** What is to be added to the sum of the trees. */
    double intercept() {
        return intercept;
    }

    Ensemble planted(Scorer scorer) {
        add(scorer);
        return ensemble;
    }

    private void add(Scorer scorer) {
        switch (scorer) {
            case Constant(double margin) -> {
                intercept += margin;
                ensemble.begin();
                ensemble.leaf(ensemble.reserve(), 0);
            }
            case AdditiveBins bins -> additive(bins);
            case BoostedTrees trees -> boosted(trees);
            case Foreign ignored ->
                throw new ModelProblem("The model was brought as ONNX. Maybe keep the file it was brought in.");
            case Sum(List<Scorer> parts) -> parts.forEach(this::add);
        }
    }

    private void additive(AdditiveBins bins) {
        intercept += bins.intercept();
        int[] offsets = AdditiveBins.offsets(signals);
        double[] weights = bins.weights();
        for (int input = 0; input < signals.inputs(); input++) {
            int from = offsets[input];
            ensemble.begin();
            int root = ensemble.reserve();
            if (input < signals.signals().size()) {
                split(root, input, slot -> place -> ensemble.leaf(place, weights[from + slot]));
            } else {
                Signals.Cross cross =
                        signals.crosses().get(input - signals.signals().size());
                int slots = signals.signals().get(cross.right()).slots();
                split(
                        root,
                        cross.left(),
                        left -> place -> split(
                                place,
                                cross.right(),
                                right -> inner -> ensemble.leaf(inner, weights[from + left * slots + right])));
            }
        }
    }

    /** What stands at the place reached by a slot. */
    private interface Content {
        Filling of(int slot);
    }

    private interface Filling {
        void fill(int place);
    }

    private void split(int place, int signal, Content content) {
        switch (signals.signals().get(signal)) {
            case Signal.Numeric numeric -> {
                int known = ensemble.reserve();
                int missing = ensemble.reserve();
                ensemble.branch(
                        place,
                        "BRANCH_LEQ",
                        signal,
                        Ensemble.ANY,
                        ensemble.number(known),
                        ensemble.number(missing),
                        false);
                content.of(numeric.cuts().length + 1).fill(missing);
                ranges(known, signal, numeric.cuts(), 0, numeric.cuts().length, content);
            }
            case Signal.Category category -> categories(place, signal, 0, category.slots(), content);
        }
    }

    /** The bins from one to another, halved again and again. */
    private void ranges(int place, int signal, double[] cuts, int from, int to, Content content) {
        if (from == to) {
            content.of(from).fill(place);
            return;
        }
        int middle = (from + to) >>> 1;
        int low = ensemble.reserve();
        int high = ensemble.reserve();
        ensemble.branch(place, "BRANCH_LEQ", signal, cuts[middle], ensemble.number(low), ensemble.number(high), false);
        ranges(low, signal, cuts, from, middle, content);
        ranges(high, signal, cuts, middle + 1, to, content);
    }

    private void categories(int place, int signal, int from, int slots, Content content) {
        if (from == slots - 1) {
            content.of(from).fill(place);
            return;
        }
        int same = ensemble.reserve();
        int others = ensemble.reserve();
        ensemble.branch(place, "BRANCH_EQ", signal, from, ensemble.number(same), ensemble.number(others), false);
        content.of(from).fill(same);
        categories(others, signal, from + 1, slots, content);
    }

    private void boosted(BoostedTrees trees) {
        intercept += trees.intercept();
        for (int root : trees.roots()) {
            ensemble.begin();
            copy(trees, root, ensemble.reserve());
        }
    }

    private void copy(BoostedTrees trees, int node, int place) {
        int signal = trees.signals()[node];
        if (signal < 0) {
            ensemble.leaf(place, trees.thresholds()[node]);
            return;
        }
        int category = trees.categories()[node];
        if (category >= 0) {
            int within = ensemble.reserve();
            copy(trees, trees.yes()[node], within);
            chain(trees, node, place, within, members(trees, category, signal));
            return;
        }
        int yes = ensemble.reserve();
        int no = ensemble.reserve();
        float threshold = trees.thresholds()[node];
        double border = ((double) Math.nextDown(threshold) + threshold) / 2;
        // Here numbers are rounded to floats before they are compared; there they are not.
        ensemble.branch(
                place,
                (float) border < threshold ? "BRANCH_LEQ" : "BRANCH_LT",
                signal,
                border,
                ensemble.number(yes),
                ensemble.number(no),
                trees.missing()[node] == trees.yes()[node]);
        copy(trees, trees.yes()[node], yes);
        copy(trees, trees.no()[node], no);
    }

    private List<Integer> members(BoostedTrees trees, int category, int signal) {
        List<Integer> members = new ArrayList<>();
        for (int code = 0; code < signals.signals().get(signal).slots(); code++) {
            if (trees.has(category, code)) {
                members.add(code);
            }
        }
        return members;
    }

    /** One comparison per category of the set, all of which lead to the same place. */
    private void chain(BoostedTrees trees, int node, int place, int within, List<Integer> left) {
        if (left.isEmpty()) {
            copy(trees, trees.no()[node], place);
            return;
        }
        int others = ensemble.reserve();
        ensemble.branch(
                place,
                "BRANCH_EQ",
                trees.signals()[node],
                left.getFirst(),
                ensemble.number(within),
                ensemble.number(others),
                false);
        chain(trees, node, others, within, left.subList(1, left.size()));
    }
}
