package org.lotse.models.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.signal.Signals;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.liblinear.LibLinearRegressionTrainer;
import org.tribuo.regression.liblinear.LinearRegressionType;

/**
 * Linear over the slots of all inputs: logistic with a quadratic penalty for probabilities, a support vector regression
 * with squared loss for amounts.
 *
 * @param cost how much errors count against the penalty
 */
record LinearLearner(double cost) implements Learner {
    /** How its descriptions start. */
    static final String NAME = "binned additive";

    private static final Label YES = new Label("yes");
    private static final Label NO = new Label("no");
    private static final int ITERATIONS = 1000;
    private static final double TOLERANCE = 0.01;
    private static final double INSENSITIVE = 1e-3;

    @Override
    public String describe() {
        return NAME + ", cost " + cost;
    }

    @Override
    public Fitted fit(Rows rows) {
        MutableDataset<Label> data = dataset(rows, new LabelFactory(), target -> target > 0.5 ? YES : NO);
        LibLinearModel<Label> model = new LibLinearClassificationTrainer(
                        new LinearClassificationType(LinearClassificationType.LinearType.L2R_LR),
                        cost,
                        ITERATIONS,
                        TOLERANCE)
                .train(data);
        de.bwaldvogel.liblinear.Model inner = model.getInnerModels().getFirst();
        Label first = model.getOutputIDInfo().getOutput(inner.getLabels()[0]);
        return flat(rows, model, inner, first.getLabel().equals(YES.getLabel()) ? 1 : -1);
    }

    @Override
    public Fitted fitAmounts(Rows rows) {
        MutableDataset<Regressor> data =
                dataset(rows, new RegressionFactory(), target -> new Regressor("amount", target));
        LibLinearModel<Regressor> model = new LibLinearRegressionTrainer(
                        new LinearRegressionType(LinearRegressionType.LinearType.L2R_L2LOSS_SVR),
                        cost,
                        ITERATIONS,
                        TOLERANCE,
                        INSENSITIVE)
                .train(data);
        return flat(rows, model, model.getInnerModels().getFirst(), 1);
    }

    private static Fitted flat(Rows rows, Model<?> model, de.bwaldvogel.liblinear.Model inner, int sign) {
        Signals signals = rows.signals();
        int[] offsets = AdditiveBins.offsets(signals);
        double[] weights = new double[offsets[signals.inputs()]];
        double[] learned = inner.getFeatureWeights();
        String[][] names = names(signals);
        for (int input = 0; input < signals.inputs(); input++) {
            for (int slot = 0; slot < names[input].length; slot++) {
                VariableInfo info = model.getFeatureIDMap().get(names[input][slot]);
                if (info != null) {
                    weights[offsets[input] + slot] =
                            sign * learned[model.getFeatureIDMap().getID(names[input][slot])];
                }
            }
        }
        double intercept = sign * inner.getBias() * learned[inner.getNrFeature()];
        return new Fitted(
                new AdditiveBins(signals, weights, averages(rows, offsets, weights), intercept), bytes(model));
    }

    static byte[] bytes(Model<?> model) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            model.serializeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("A model cannot be written to memory.", e);
        }
    }

    private static double[] averages(Rows rows, int[] offsets, double[] weights) {
        double[] averages = new double[offsets.length - 1];
        for (double[] row : rows.codes()) {
            for (int input = 0; input < averages.length; input++) {
                averages[input] += weights[offsets[input] + rows.signals().slot(input, row)] / rows.size();
            }
        }
        return averages;
    }

    static <T extends Output<T>> MutableDataset<T> dataset(
            Rows rows, OutputFactory<T> factory, DoubleFunction<T> output) {
        MutableDataset<T> data = new MutableDataset<>(new SimpleDataSourceProvenance("Lotse rows", factory), factory);
        String[][] names = names(rows.signals());
        for (int row = 0; row < rows.size(); row++) {
            data.add(example(rows.signals(), names, rows.codes()[row], output.apply(rows.targets()[row])));
        }
        return data;
    }

    static <T extends Output<T>> Example<T> example(Signals signals, String[][] names, double[] row, T output) {
        List<Feature> features = new ArrayList<>(signals.inputs());
        for (int input = 0; input < signals.inputs(); input++) {
            features.add(new Feature(names[input][signals.slot(input, row)], 1.0));
        }
        return new ArrayExample<>(output, features);
    }

    static String[][] names(Signals signals) {
        String[][] names = new String[signals.inputs()][];
        for (int input = 0; input < names.length; input++) {
            names[input] = new String[signals.slots(input)];
            for (int slot = 0; slot < names[input].length; slot++) {
                names[input][slot] = signals.name(input) + "=" + slot;
            }
        }
        return names;
    }
}
