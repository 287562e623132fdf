package org.lotse.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;

/**
 * Boosted trees, many and small. A missing number and every category a row does not have are absent features.
 *
 * @param trees how many
 * @param depth how deep
 * @param rate how much each tree counts
 * @param seed of the booster
 */
record TreeLearner(int trees, int depth, double rate, long seed) implements Learner {
    /** Folds are learned side by side instead: threads inside the library wait by spinning. */
    private static final int THREADS = 1;

    private static final double LEAST_WEIGHT = 5;

    static TreeLearner tuned(long seed) {
        return new TreeLearner(300, 4, 0.05, seed);
    }

    @Override
    public String describe() {
        return "boosted trees, " + trees + " of depth " + depth + ", rate " + rate;
    }

    @Override
    public Fitted fit(Rows rows) {
        MutableDataset<Label> data =
                dataset(rows, new LabelFactory(), target -> new Label(target > 0.5 ? "yes" : "no"));
        XGBoostModel<Label> model = new XGBoostClassificationTrainer(
                        XGBoostTrainer.BoosterType.GBTREE,
                        XGBoostTrainer.TreeMethod.HIST,
                        trees,
                        rate,
                        0,
                        depth,
                        LEAST_WEIGHT,
                        0.8,
                        0.8,
                        1,
                        0,
                        THREADS,
                        XGBoostTrainer.LoggingVerbosity.SILENT,
                        seed)
                .train(data);
        int yes = model.getOutputIDInfo().getID(new Label("yes"));
        return new Fitted(FlattenTrees.probabilities(model, rows.signals(), yes), LinearLearner.bytes(model));
    }

    @Override
    public Fitted fitAmounts(Rows rows) {
        MutableDataset<Regressor> data =
                dataset(rows, new RegressionFactory(), target -> new Regressor("amount", target));
        Model<Regressor> model = new XGBoostRegressionTrainer(
                        XGBoostTrainer.BoosterType.GBTREE,
                        XGBoostTrainer.TreeMethod.HIST,
                        XGBoostRegressionTrainer.RegressionType.LINEAR,
                        trees,
                        rate,
                        0,
                        depth,
                        LEAST_WEIGHT,
                        0.8,
                        0.8,
                        1,
                        0,
                        THREADS,
                        XGBoostTrainer.LoggingVerbosity.SILENT,
                        seed)
                .train(data);
        return new Fitted(
                FlattenTrees.amounts((XGBoostModel<Regressor>) model, rows.signals()), LinearLearner.bytes(model));
    }

    private static <T extends Output<T>> MutableDataset<T> dataset(
            Rows rows, OutputFactory<T> factory, DoubleFunction<T> output) {
        MutableDataset<T> data = new MutableDataset<>(new SimpleDataSourceProvenance("Lotse rows", factory), factory);
        String[][] names = LinearLearner.names(rows.signals());
        for (int row = 0; row < rows.size(); row++) {
            data.add(example(rows.signals(), names, rows.codes()[row], output.apply(rows.targets()[row])));
        }
        return data;
    }

    static <T extends Output<T>> Example<T> example(Signals signals, String[][] names, double[] row, T output) {
        List<Feature> features = new ArrayList<>(row.length);
        for (int i = 0; i < row.length; i++) {
            switch (signals.signals().get(i)) {
                case Signal.Numeric numeric -> {
                    if (!Double.isNaN(row[i])) {
                        features.add(new Feature(numeric.name(), row[i]));
                    }
                }
                case Signal.Category ignored -> features.add(new Feature(names[i][(int) row[i]], 1.0));
            }
        }
        if (features.isEmpty()) {
            features.add(new Feature("nothing known", 1.0));
        }
        return new ArrayExample<>(output, features);
    }
}
