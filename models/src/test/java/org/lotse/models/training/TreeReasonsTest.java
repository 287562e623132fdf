package org.lotse.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.lotse.models.explanation.ExplainScore;
import org.lotse.models.explanation.Reasons;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

class TreeReasonsTest {
    private static final Signals SIGNALS = new Signals(
            List.of(
                    new Signal.Numeric("tenure", NumberForm.PLAIN, new double[] {10, 20}),
                    new Signal.Numeric("fee", NumberForm.PLAIN, new double[] {30, 60}),
                    new Signal.Category("contract", List.of("MONTHLY", "YEAR", "NONE"))),
            List.of());

    @Test
    void agreeWithTheLibrarysOwn() throws XGBoostError, java.io.IOException {
        Random random = new Random(3);
        Fitted fitted = new TreeLearner(40, 4, 0.2, 1).fit(rows(random, 600));
        @SuppressWarnings("unchecked")
        XGBoostModel<Label> model = (XGBoostModel<Label>) (org.tribuo.Model<?>)
                org.tribuo.Model.deserializeFromStream(new java.io.ByteArrayInputStream(fitted.library()));
        ExplainScore explain =
                ExplainScore.of(fitted.scorer(), new Link.Logistic(), SIGNALS).orElseThrow();
        for (double[] row : rows(random, 60).codes()) {
            Reasons reasons = explain.of(row);

            Map<String, Double> ours = new HashMap<>();
            reasons.contributions().forEach(one -> ours.put(one.signal(), one.onMargin()));
            Map<String, Double> theirs = contributions(model, row);
            SIGNALS.names()
                    .forEach(name -> assertThat(ours.getOrDefault(name, 0.0))
                            .as("%s of %s", name, Arrays.toString(row))
                            .isCloseTo(theirs.get(name), within(1e-4)));
            assertThat(reasons.baseMargin()).isCloseTo(theirs.get("base"), within(1e-4));
        }
    }

    @Test
    void agreeWithTheDefinitionOnSmallTrees() {
        Random random = new Random(5);
        for (int example = 0; example < 20; example++) {
            BoostedTrees trees = (BoostedTrees)
                    new TreeLearner(3, 3, 0.5, example).fit(rows(random, 200)).scorer();
            ExplainScore explain =
                    ExplainScore.of(trees, new Link.Logistic(), SIGNALS).orElseThrow();
            for (double[] row : rows(random, 10).codes()) {
                double[] defined = byDefinition(trees, row);
                Map<String, Double> ours = new HashMap<>();
                explain.of(row).contributions().forEach(one -> ours.put(one.signal(), one.onMargin()));
                for (int signal = 0; signal < defined.length; signal++) {
                    assertThat(ours.getOrDefault(SIGNALS.name(signal), 0.0)).isCloseTo(defined[signal], within(1e-9));
                }
            }
        }
    }

    /** Over all sets of known features: the change of the expected margin, weighted by the share of orders. */
    private static double[] byDefinition(BoostedTrees trees, double[] row) {
        TreeMap<Long, Integer> features = new TreeMap<>();
        for (int node = 0; node < trees.signals().length; node++) {
            if (trees.signals()[node] >= 0) {
                features.putIfAbsent(feature(trees, node), features.size());
            }
        }
        double[] values = new double[SIGNALS.signals().size()];
        int count = features.size();
        features.forEach((feature, bit) -> {
            for (int known = 0; known < 1 << count; known++) {
                if ((known >> bit & 1) == 0) {
                    int size = Integer.bitCount(known);
                    double orders = factorial(size) * factorial(count - size - 1) / factorial(count);
                    values[(int) (feature >> 32)] += orders
                            * (expected(trees, row, features, known | 1 << bit)
                                    - expected(trees, row, features, known));
                }
            }
        });
        return values;
    }

    private static double expected(BoostedTrees trees, double[] row, Map<Long, Integer> features, int known) {
        return Arrays.stream(trees.roots())
                .mapToDouble(root -> expected(trees, row, features, known, root))
                .sum();
    }

    private static double expected(BoostedTrees trees, double[] row, Map<Long, Integer> features, int known, int node) {
        int signal = trees.signals()[node];
        if (signal < 0) {
            return trees.thresholds()[node];
        }
        int yes = trees.yes()[node];
        int no = trees.no()[node];
        if ((known >> features.getOrDefault(feature(trees, node), 0) & 1) == 0) {
            double both = trees.covers()[yes] + (double) trees.covers()[no];
            return (trees.covers()[yes] * expected(trees, row, features, known, yes)
                            + trees.covers()[no] * expected(trees, row, features, known, no))
                    / both;
        }
        int next = trees.categories()[node] >= 0
                ? row[signal] == trees.categories()[node] ? yes : no
                : Double.isNaN(row[signal])
                        ? trees.missing()[node]
                        : (float) row[signal] < trees.thresholds()[node] ? yes : no;
        return expected(trees, row, features, known, next);
    }

    private static long feature(BoostedTrees trees, int node) {
        return ((long) trees.signals()[node] << 32) + trees.categories()[node] + 1;
    }

    private static double factorial(int number) {
        return number <= 1 ? 1 : number * factorial(number - 1);
    }

    /** The library's contributions to the margin of "yes" less those to "no", its features joined by signal. */
    private static Map<String, Double> contributions(XGBoostModel<Label> model, double[] row) throws XGBoostError {
        Example<Label> example = TreeLearner.example(SIGNALS, LinearLearner.names(SIGNALS), row, new Label("yes"));
        Map<Integer, Double> sparse = new TreeMap<>();
        for (Feature feature : example) {
            if (model.getFeatureIDMap().get(feature.getName()) != null) {
                sparse.put(model.getFeatureIDMap().getID(feature.getName()), feature.getValue());
            }
        }
        int width = model.getFeatureIDMap().size();
        float[] values = new float[sparse.size()];
        int[] indices = new int[sparse.size()];
        int at = 0;
        for (Map.Entry<Integer, Double> entry : sparse.entrySet()) {
            indices[at] = entry.getKey();
            values[at++] = entry.getValue().floatValue();
        }
        DMatrix matrix = new DMatrix(new long[] {0, values.length}, indices, values, DMatrix.SparseType.CSR, width);
        float[] shares = model.getInnerModels().getFirst().predictContrib(matrix, 0)[0];
        matrix.dispose();
        int yes = model.getOutputIDInfo().getID(new Label("yes"));
        int each = shares.length / 2;
        Map<String, Double> joined = new HashMap<>();
        for (int feature = 0; feature < each; feature++) {
            double difference = (double) shares[yes * each + feature] - shares[(1 - yes) * each + feature];
            String name = feature == each - 1
                    ? "base"
                    : model.getFeatureIDMap().get(feature).getName().replaceAll("=.*", "");
            joined.merge(name, difference, Double::sum);
        }
        return joined;
    }

    private static Rows rows(Random random, int count) {
        double[][] codes = new double[count][];
        double[] targets = new double[count];
        for (int row = 0; row < count; row++) {
            codes[row] = new double[] {
                random.nextInt(8) == 0 ? Double.NaN : random.nextInt(40), random.nextInt(100), random.nextInt(3)
            };
            double risk = (codes[row][0] < 12 ? 0.5 : 0.1) + (codes[row][2] == 0 && codes[row][1] > 50 ? 0.4 : 0);
            targets[row] = random.nextDouble() < risk ? 1 : 0;
        }
        return new Rows(
                SIGNALS,
                codes,
                targets,
                java.util.stream.IntStream.range(0, count).toArray());
    }
}
