package org.lotse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lotse.models.Generated.churn;
import static org.lotse.models.Generated.churnDefinition;
import static org.lotse.models.Generated.definition;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.explanation.Reasons;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.PredictionTable;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.LeftOut;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;
import org.lotse.models.training.TrainingCancelled;

class TrainModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private static TrainedModel train(String trainer, Table table) {
        return new TrainModel().train(churnDefinition(trainer), table, Progress.SILENT, CLOCK);
    }

    private static TrainedModel trainAs(String text, Table table) {
        return new TrainModel().train(definition(text), table, Progress.SILENT, CLOCK);
    }

    @Test
    void learnsCalibratedProbabilitiesThatHoldOnNewRows() {
        TrainedModel model = train("linear", churn(6000, 1));

        Evaluation.Probabilities outOfFold =
                (Evaluation.Probabilities) model.report().evaluation();
        Evaluation.Probabilities onNew = (Evaluation.Probabilities) model.evaluate(churn(6000, 2));

        assertThat(onNew.auc().value())
                .isGreaterThan(0.8)
                .isEqualTo(outOfFold.auc().value(), within(0.02));
        assertThat(onNew.logLoss()).isLessThan(onNew.baseLogLoss() - 0.1);
        assertThat(onNew.calibrationError()).isLessThan(onNew.calibrationFloor95() * 1.5);
        assertThat(outOfFold.auc().low()).isLessThan(outOfFold.auc().value());
        assertThat(model.report().hasSignal()).isTrue();
        assertThat(model.origin().createdAt()).isEqualTo(CLOCK.instant());
        assertThat(model.origin().library()).isEqualTo("Tribuo 4.3.2");
    }

    @Test
    void triesTreesAndBlendsOnlyWhereRowsSuffice() {
        assertThat(train("auto", churn(1500, 1)).report().candidates())
                .anyMatch(candidate -> candidate.learner().startsWith("grown trees"))
                .anyMatch(candidate -> candidate.learner().startsWith("blend of"));
        assertThat(train("auto", churn(40, 1)).report().candidates())
                .noneMatch(candidate -> candidate.learner().startsWith("grown trees"));
    }

    @Test
    void leavesOutSuspectedLeaksUnlessTheyAreVouchedFor() {
        Table table = churn(800, 1);
        List<Column> columns = new ArrayList<>(table.columns());
        double[] closed = new double[table.rows()];
        for (int row = 0; row < closed.length; row++) {
            closed[row] = "Yes".equals(table.require("Churn", "test").text(row)) ? 1 + row % 5 : 0;
        }
        columns.add(new Column.Numbers("closing-fee", closed));
        Table leaking = new Table(columns, table.rows());

        assertThat(train("linear", leaking).report().leftOut()).contains(new LeftOut("closing-fee", LeftOut.Why.LEAK));
        assertThat(train("linear\nknown-before: [closing-fee]", leaking)
                        .report()
                        .leftOut())
                .noneMatch(left -> left.name().equals("closing-fee"));
    }

    @Test
    void learnsSeveralClassesThatAddUpToOne() {
        TrainedModel model =
                trainAs("name: kind\ntask: multiclass\ntarget: contract\nexclude: [customerID]\n", churn(1500, 1));
        TrainedModel restored = TrainedModel.fromBytes(model.toBytes());

        Evaluation.Classes classes = (Evaluation.Classes) model.evaluate(churn(1500, 2));
        PredictionTable predictions = restored.predict(churn(5, 9));

        assertThat(classes.logLoss()).isLessThan(classes.baseLogLoss());
        assertThat(predictions.headings()).containsExactly("MONTHLY", "ONE_YEAR", "TWO_YEARS");
        assertThat(predictions).isEqualTo(model.predict(churn(5, 9)));
        for (PredictionTable.Row row : predictions.rows()) {
            assertThat(row.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isEqualTo(1, within(1e-9));
        }
    }

    @Test
    void saysWhenClassesHaveNoSignal() {
        TrainedModel model = trainAs("name: won\ntask: multiclass\ntarget: won\n", Generated.noise(1200, 3));

        assertThat(model.report().findings()).anyMatch(finding -> finding.code() == Finding.Code.NO_SIGNAL);
        assertThat(model.predict(Generated.noise(1, 4))
                        .rows()
                        .getFirst()
                        .values()
                        .getLast())
                .isEqualTo(0.63, within(0.05));
    }

    @Test
    void learnsTextsAndReadsThemBack() {
        String[] texts = new String[600];
        String[] moods = new String[600];
        for (int row = 0; row < texts.length; row++) {
            boolean good = row % 3 == 0;
            texts[row] = "Nachricht " + row + (good ? " alles super, danke" : " wieder Verspätung und Ärger");
            moods[row] = good ? "positive" : "negative";
        }
        Table table = Generated.table(new Column.Texts("message", texts), new Column.Texts("mood", moods));
        TrainedModel model = trainAs("name: mood\ntask: text\ntarget: mood\n", table);

        PredictionTable predictions = TrainedModel.fromBytes(model.toBytes()).predict(table);

        assertThat(((Evaluation.Classes) model.report().evaluation()).accuracy().value())
                .isGreaterThan(0.98);
        assertThat(predictions).isEqualTo(model.predict(table));
        assertThat(predictions.idHeading()).isEqualTo("row");
        assertThat(predictions.rows().getFirst().values().getLast()).isGreaterThan(0.8);
    }

    @Test
    void predictsInTheOrderAndFormOfTheContract() {
        Table table = churn(1000, 1);
        TrainedModel model = train("linear", table);

        PredictionTable predictions = model.predict(churn(3, 9));
        List<String> lines = predictions.toCsv().lines().toList();

        assertThat(lines.getFirst()).isEqualTo("customerID,No,Yes");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("c-1,0.");
        assertThat(predictions.rows())
                .allSatisfy(row ->
                        assertThat(row.values().get(0) + row.values().get(1)).isEqualTo(1, within(1e-12)));
    }

    @Test
    void numbersRowsWhereNoColumnNamesThem() {
        TrainedModel model = trainAs("name: a\ntask: regression\ntarget: amount\n", Generated.amounts(600, 1));

        List<String> lines =
                model.predict(Generated.amounts(2, 2)).toCsv().lines().toList();

        assertThat(lines.getFirst()).isEqualTo("row,value");
        assertThat(lines.get(1)).startsWith("1,");
        assertThat(lines.get(2)).startsWith("2,");
    }

    @Test
    void learnsAmounts() {
        for (String trainer : List.of("linear", "xgboost")) {
            TrainedModel model = trainAs(
                    "name: a\ntask: regression\ntarget: amount\ntrainer: " + trainer, Generated.amounts(3000, 1));

            Evaluation.Amounts amounts = (Evaluation.Amounts) model.evaluate(Generated.amounts(1000, 2));

            assertThat(amounts.explained()).as(trainer).isGreaterThan(0.97);
            assertThat(amounts.meanAbsoluteError()).isLessThan(amounts.baseMeanAbsoluteError() / 4);
        }
    }

    @Test
    void servesTheBaseRateAndSaysSoWithoutSignal() {
        TrainedModel model = trainAs("name: won\ntask: binary\ntarget: won\n", Generated.noise(2000, 3));

        assertThat(model.report().hasSignal()).isFalse();
        assertThat(model.report().findings()).extracting(Finding::code).containsExactly(Finding.Code.NO_SIGNAL);
        double[] answers = model.answers(Generated.noise(50, 4));
        assertThat(answers).containsOnly(answers[0]);
        assertThat(answers[0]).isEqualTo(0.63, within(0.03));
    }

    @Test
    void suspectsAColumnThatAloneSeparatesTheTarget() {
        Table table = churn(800, 1);
        List<Column> columns = new ArrayList<>(table.columns());
        Column target = table.require("Churn", "test");
        double[] closed = new double[table.rows()];
        for (int row = 0; row < closed.length; row++) {
            closed[row] = "Yes".equals(target.text(row)) ? 1 + row % 5 : 0;
        }
        columns.add(new Column.Numbers("closing-fee", closed));

        TrainedModel model = train("linear", new Table(columns, table.rows()));

        assertThat(model.report().findings())
                .filteredOn(finding -> finding.code() == Finding.Code.LEAK_SUSPECTED)
                .extracting(Finding::subject)
                .containsExactly("closing-fee");
    }

    @Test
    void reasonsOfEveryLearnerAddUpToTheScore() {
        for (String trainer : List.of(
                "linear\ncalibration: none",
                "linear\ncalibration: platt",
                "linear\ncalibration: isotonic",
                "trees\ncalibration: platt",
                "auto\ncalibration: isotonic",
                "xgboost\ncalibration: isotonic")) {
            TrainedModel model = train(trainer, churn(1200, 1));
            double[][] rows = model.signals().code(churn(20, 5));
            for (double[] row : rows) {
                addsUp(model.reasons(row).orElseThrow(), model.answer(row));
            }
            assertThat(model.reasons(rows[0]).orElseThrow().contributions())
                    .extracting(Reasons.Contribution::signal)
                    .contains("tenure", "contract");
        }
    }

    private static void addsUp(Reasons reasons, double answer) {
        assertThat(reasons.answer()).isEqualTo(answer);
        assertThat(reasons.baseMargin()
                        + reasons.contributions().stream()
                                .mapToDouble(Reasons.Contribution::onMargin)
                                .sum())
                .isEqualTo(reasons.margin(), within(1e-9));
        assertThat(reasons.base()
                        + reasons.contributions().stream()
                                .mapToDouble(Reasons.Contribution::share)
                                .sum())
                .isEqualTo(reasons.answer(), within(1e-9));
    }

    @Test
    void reasonsOfAnUpliftAddUpToIt() {
        for (String trainer : List.of("linear", "xgboost")) {
            TrainedModel model = trainAs(
                    "name: v\ntask: uplift\ntarget: bought\ntreatment: voucher\ntrainer: " + trainer + "\n",
                    Generated.voucher(6000, 1));
            for (double[] row : model.signals().code(Generated.voucher(20, 3))) {
                Reasons reasons = model.reasons(row).orElseThrow();
                assertThat(reasons.answer()).isEqualTo(model.answer(row), within(1e-12));
                addsUp(reasons, reasons.answer());
            }
        }
    }

    @Test
    void findsWhomAVoucherHelps() {
        TrainedModel model = trainAs(
                "name: v\ntask: uplift\ntarget: bought\ntreatment: voucher\ntrainer: linear\n",
                Generated.voucher(8000, 2));

        Table some = Generated.voucher(200, 4);
        double[] uplift = model.answers(some);
        Column kind = some.require("kind", "test");
        assertThat(mean(uplift, kind, "HUNTER")).isEqualTo(0.2, within(0.04));
        assertThat(mean(uplift, kind, "LOYAL")).isEqualTo(-0.05, within(0.04));
        assertThat(((Evaluation.Uplifts) model.evaluate(Generated.voucher(8000, 3))).targetingHelps())
                .isTrue();
        assertThat(model.predict(some).headings()).containsExactly("uplift");
    }

    @Test
    void servesWhichPartOfTheRiskATreatmentTakesAway() {
        TrainedModel difference = trainAs(
                "name: v\ntask: uplift\ntarget: bought\ntreatment: voucher\ntrainer: linear\n",
                Generated.voucher(8000, 1));
        TrainedModel part = trainAs("""
                name: v
                task: uplift
                target: bought
                treatment: {column: voucher, treated: "1", control: "0", effect: relative-risk-reduction}
                trainer: linear
                """, Generated.voucher(8000, 1));
        Table some = Generated.voucher(50, 2);
        double controlRate = ((Evaluation.Uplifts) part.report().evaluation()).controlRate();

        for (double[] row : part.signals().code(some)) {
            assertThat(difference.effect(row)).isEqualTo(difference.answer(row));
            assertThat(part.answer(row)).isEqualTo(difference.answer(row));
            assertThat(Math.abs(part.effect(row))).isGreaterThan(Math.abs(part.answer(row)));
            assertThat(part.effect(row)).isBetween(-1.0, part.answer(row) / (1 - controlRate) + 1);
        }
    }

    private static double mean(double[] values, Column column, String of) {
        return java.util.stream.IntStream.range(0, values.length)
                .filter(row -> of.equals(column.text(row)))
                .mapToDouble(row -> values[row])
                .average()
                .orElseThrow();
    }

    @Test
    void theSameTrainingGivesTheSameVersion() {
        assertThat(train("auto", churn(1200, 1)).version())
                .isEqualTo(train("auto", churn(1200, 1)).version());
        assertThat(train("linear", churn(1200, 1)).version())
                .isNotEqualTo(train("linear", churn(1200, 2)).version());
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void at(String step, double share) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> new TrainModel().train(churnDefinition("auto"), churn(500, 1), cancelled, CLOCK))
                .isInstanceOf(TrainingCancelled.class);
    }

    @Test
    void namesWhatCannotBeLearnedFrom() {
        Table table = churn(100, 1);

        assertThatThrownBy(() -> trainAs("name: c\ntask: binary\ntarget: Left\n", table))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("\"Left\"")
                .hasMessageContaining("tenure");
        assertThatThrownBy(() -> trainAs("name: c\ntask: binary\ntarget: Churn\npositive: gone\n", table))
                .hasMessageContaining("\"gone\"")
                .hasMessageContaining("\"Yes\"");
        assertThatThrownBy(() -> trainAs("name: c\ntask: binary\ntarget: contract\n", table))
                .hasMessageContaining("3 values")
                .hasMessageContaining("MONTHLY");
        assertThatThrownBy(() -> trainAs("name: c\ntask: regression\ntarget: contract\n", table))
                .hasMessageContaining("no number");
        assertThatThrownBy(() -> trainAs(
                        "name: v\ntask: uplift\ntarget: Churn\npositive: \"Yes\"\ntreatment: contract\n", table))
                .hasMessageContaining("treatment column \"contract\"");
        Table constant = Generated.table(
                new Column.Numbers("x", new double[20]),
                new Column.Texts("y", "a ".repeat(20).split(" ")));
        assertThatThrownBy(() -> trainAs("name: c\ntask: binary\ntarget: y\n", constant))
                .hasMessageContaining("only the value \"a\"");
        assertThatThrownBy(() -> trainAs("name: c\ntask: regression\ntarget: x\n", constant))
                .hasMessageContaining("nothing to learn");
    }

    @Test
    void namesAColumnThatIsMissingWhenPredicting() {
        TrainedModel model = train("linear", churn(300, 1));

        assertThatThrownBy(() -> model.predict(Generated.noise(5, 1)))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("\"tenure\"");
    }

    @Test
    void leavesOutRowsWithoutTarget() {
        Table table = Generated.table(
                new Column.Numbers(
                        "x",
                        java.util.stream.IntStream.range(0, 60)
                                .mapToDouble(i -> i % 7)
                                .toArray()),
                new Column.Texts("y", texts()));

        TrainedModel model = trainAs("name: c\ntask: binary\ntarget: y\n", table);

        assertThat(model.report().findings()).contains(new Finding(Finding.Code.ROWS_WITHOUT_TARGET, "y", 20));
        assertThat(model.origin().rows()).isEqualTo(40);
    }

    private static String[] texts() {
        String[] texts = new String[60];
        for (int i = 0; i < 40; i++) {
            texts[i] = i % 2 == 0 ? "1" : "0";
        }
        return texts;
    }
}
