package org.lotse.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Task;
import org.lotse.models.registry.Targets;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.ChooseSignals;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.regression.Regressor;

/** The flat form answers what the learning library answers, row by row. */
class FlatFormTest {
    private static final double EQUAL = 1e-6;
    private static final int SAMPLE = 500;

    private static Rows rows(Table table, ModelDefinition definition) {
        Signals signals = new ChooseSignals().choose(table, definition).signals();
        return new Rows(
                signals,
                signals.code(table),
                Arrays.stream(Targets.of(table, definition).values())
                        .map(target -> definition.task() == Task.REGRESSION ? (target - 300) / 60 : target)
                        .toArray(),
                IntStream.range(0, table.rows()).toArray());
    }

    private static Rows churn(String cross) {
        Table table = Generated.churn(3000, 5);
        return rows(table, Generated.definition("name: churn\ntask: binary\ntarget: Churn\n" + cross));
    }

    private static void assertSameProbabilities(Fitted fitted, Rows rows, boolean trees) throws IOException {
        Model<Label> model = reloaded(fitted);
        String[][] names = LinearLearner.names(rows.signals());
        List<Example<Label>> examples = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            Label none = new Label("no");
            examples.add(
                    trees
                            ? TreeLearner.example(rows.signals(), names, rows.codes()[i], none)
                            : LinearLearner.example(rows.signals(), names, rows.codes()[i], none));
        }
        List<Prediction<Label>> predictions = model.predict(examples);
        for (int i = 0; i < SAMPLE; i++) {
            double library = Objects.requireNonNull(
                            predictions.get(i).getOutputScores().get("yes"))
                    .getScore();
            assertThat(Link.sigmoid(fitted.scorer().margin(rows.codes()[i]))).isEqualTo(library, within(EQUAL));
        }
    }

    @SuppressWarnings("unchecked") // the caller knows what it trained
    private static <T extends org.tribuo.Output<T>> Model<T> reloaded(Fitted fitted) throws IOException {
        return (Model<T>) Model.deserializeFromStream(new ByteArrayInputStream(fitted.library()));
    }

    @Test
    void additiveBinsEqualTheLibrary() throws IOException {
        Rows rows = churn("cross: [contract x tenure]\n");

        assertSameProbabilities(new LinearLearner(0.1).fit(rows), rows, false);
    }

    @Test
    void boostedTreesEqualTheLibrary() throws IOException {
        Rows rows = churn("");

        assertSameProbabilities(new TreeLearner(60, 4, 0.1, 3).fit(rows), rows, true);
    }

    @Test
    void amountsEqualTheLibrary() throws IOException {
        Rows rows =
                rows(Generated.amounts(2000, 5), Generated.definition("name: a\ntask: regression\ntarget: amount\n"));
        Fitted linear = new LinearLearner(0.1).fitAmounts(rows);
        Fitted trees = new TreeLearner(60, 4, 0.1, 3).fitAmounts(rows);

        Model<Regressor> linearModel = reloaded(linear);
        Model<Regressor> treesModel = reloaded(trees);
        String[][] names = LinearLearner.names(rows.signals());
        List<Example<Regressor>> binned = new ArrayList<>();
        List<Example<Regressor>> plain = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            binned.add(LinearLearner.example(rows.signals(), names, rows.codes()[i], new Regressor("amount", 0)));
            plain.add(TreeLearner.example(rows.signals(), names, rows.codes()[i], new Regressor("amount", 0)));
        }
        List<Prediction<Regressor>> linearAnswers = linearModel.predict(binned);
        List<Prediction<Regressor>> treesAnswers = treesModel.predict(plain);
        for (int i = 0; i < SAMPLE; i++) {
            assertThat(linear.scorer().margin(rows.codes()[i]))
                    .isEqualTo(linearAnswers.get(i).getOutput().getValues()[0], within(EQUAL));
            double library = treesAnswers.get(i).getOutput().getValues()[0]; // summed in single precision
            assertThat(trees.scorer().margin(rows.codes()[i]))
                    .isEqualTo(library, within(EQUAL * Math.max(1, Math.abs(library))));
        }
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        Rows rows = churn("");

        double[] once = margins(TreeLearner.tuned(7).fit(rows), rows);
        double[] again = margins(TreeLearner.tuned(7).fit(rows), rows);

        assertThat(once).isEqualTo(again);
    }

    private static double[] margins(Fitted fitted, Rows rows) {
        return IntStream.range(0, rows.size())
                .mapToDouble(row -> fitted.scorer().margin(rows.codes()[row]))
                .toArray();
    }
}
