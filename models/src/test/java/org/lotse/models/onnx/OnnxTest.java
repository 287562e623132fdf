package org.lotse.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.TrainModel;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.explanation.Reasons;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

/** What is written is read, checked and run by another runtime in a process of its own. */
class OnnxTest {
    private static final double EQUAL = 1e-5;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void anotherRuntimeGivesTheSameAnswersForEveryLearner() {
        Table table = Generated.churn(1_500, 5);
        Table later = Generated.churn(400, 6);

        for (String trainer : List.of("linear\ncross: [contract x tenure]", "trees", "auto")) {
            TrainedModel model = churn(table, trainer);
            assertSame(model, later, trainer);
        }
        TrainedModel amount =
                train(Generated.amounts(1_500, 3), "name: amount\ntask: regression\ntarget: amount\ntrainer: linear\n");
        assertSame(amount, Generated.amounts(300, 4), "amounts");
    }

    @Test
    void anotherRuntimeGivesTheSameUplift() {
        for (String trainer : List.of("linear", "trees")) {
            TrainedModel uplift = train(
                    Generated.voucher(1_500, 3),
                    "name: voucher\ntask: uplift\ntarget: bought\ntreatment: {column: voucher, treated: \"1\", control: \"0\"}\n"
                            + "trainer: " + trainer + "\n");

            assertSame(uplift, Generated.voucher(300, 4), "uplift by " + trainer);
        }
    }

    @Test
    void anotherRuntimeGivesTheSameProbabilitiesOfSeveralClasses() throws InvalidProtocolBufferException {
        TrainedModel classes =
                train(tariffs(900, 3), "name: tariff\ntask: multiclass\ntarget: tariff\ntrainer: linear\n");
        Table later = tariffs(200, 4);
        double[][] expected = classes.classProbabilities(later);
        byte[] written = WriteOnnx.write(classes);
        CheckOnnx.Shape shape = CheckOnnx.check(written);

        assertThat(shape.outputs()).containsExactly("probabilities");
        assertThat(OnnxMl.ModelProto.parseFrom(written)
                        .getMetadataProps(0)
                        .getValue()
                        .lines())
                .containsExactlyElementsOf(classes.classes())
                .hasSize(3);
        try (RunOnnx run = RunOnnx.start(written, "probabilities")) {
            double[] last = run.ask(later.rows(), cells(classes, shape, later));
            for (int row = 0; row < last.length; row++) {
                assertThat(last[row]).as("row %d", row).isCloseTo(expected[row][2], within(EQUAL));
            }
        }
    }

    /** Who pays much chooses the large one, who is young the small one. */
    private static Table tariffs(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> pay = new ArrayList<>();
        List<String> young = new ArrayList<>();
        List<String> tariff = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double paid = random.nextDouble(10, 100);
            boolean isYoung = random.nextBoolean();
            pay.add(Double.toString(paid));
            young.add(isYoung ? "yes" : "no");
            double large = paid / 100;
            double draw = random.nextDouble();
            tariff.add(draw < large * 0.8 ? "L" : draw < large * 0.8 + (isYoung ? 0.2 : 0.05) ? "S" : "M");
        }
        return Generated.table(
                new Column.Texts("pay", pay.toArray(String[]::new)),
                new Column.Texts("young", young.toArray(String[]::new)),
                new Column.Texts("tariff", tariff.toArray(String[]::new)));
    }

    @Test
    void saysWhatAModelIsThatHasNoSuchForm() {
        SplittableRandom random = new SplittableRandom(1);
        String[] texts = new String[300];
        String[] moods = new String[300];
        for (int row = 0; row < texts.length; row++) {
            boolean good = random.nextBoolean();
            texts[row] = (good ? "thank you, great service " : "still broken, very bad ") + random.nextInt(1_000);
            moods[row] = good ? "good" : "bad";
        }
        TrainedModel text = train(
                Generated.table(new Column.Texts("message", texts), new Column.Texts("mood", moods)),
                "name: mood\ntask: text\ntarget: mood\ntext: message\n");

        assertThatThrownBy(() -> WriteOnnx.write(text))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContainingAll("mood", "TEXT", "Maybe");
    }

    @Test
    void whatWasBroughtGoesOutAsItCame() {
        byte[] file = WriteOnnx.write(churn(Generated.churn(500, 5), "linear"));

        assertThat(WriteOnnx.write(ImportOnnx.take(definition(""), file, Generated.churn(300, 8), CLOCK)))
                .isEqualTo(file);
    }

    @Test
    void filesThatMayNotRunAreRefusedBeforeAnythingDoes() throws InvalidProtocolBufferException {
        byte[] good = WriteOnnx.write(churn(Generated.churn(500, 5), "linear"));
        OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(good);

        assertThat(CheckOnnx.check(good).inputs()).extracting(OnnxInput::name).contains("tenure", "contract");
        assertThat(CheckOnnx.check(good).outputs()).containsExactly("probability");
        refused(Arrays.copyOf(good, good.length / 2), "damaged");
        refused("no model at all".getBytes(java.nio.charset.StandardCharsets.UTF_8), "ONNX");
        refused(new byte[0], "graph");
        refused(new byte[CheckOnnx.LARGEST + 1], "bytes");
        OnnxMl.ModelProto.Builder outside = model.toBuilder();
        outside.getGraphBuilder()
                .getInitializerBuilder(0)
                .clearRawData()
                .setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL)
                .addExternalData(OnnxMl.StringStringEntryProto.newBuilder()
                        .setKey("location")
                        .setValue("/etc/passwd"));
        refused(outside.build().toByteArray(), "outside");
        OnnxMl.ModelProto.Builder loop = model.toBuilder();
        loop.getGraphBuilder().addNode(OnnxMl.NodeProto.newBuilder().setOpType("Loop"));
        refused(loop.build().toByteArray(), "Loop");
        OnnxMl.ModelProto.Builder own = model.toBuilder();
        own.getGraphBuilder()
                .addNode(OnnxMl.NodeProto.newBuilder().setOpType("Add").setDomain("com.evil"));
        refused(own.build().toByteArray(), "com.evil");
    }

    @Test
    void modelSomebodyBringsIsJudgedStoredAskedAndExplainedLikeAnyOther() {
        TrainedModel own = churn(Generated.churn(1_500, 5), "linear");
        Table sample = Generated.churn(300, 8);
        byte[] file = WriteOnnx.write(own);

        TrainedModel brought = ImportOnnx.take(definition(""), file, sample, CLOCK);

        Table later = Generated.churn(100, 9);
        assertThat(brought.answers(later)).containsExactly(own.answers(later), within(EQUAL));
        assertThat(brought.classes()).containsExactly("No", "Yes");
        assertThat(brought.report().evaluation())
                .isInstanceOfSatisfying(
                        Evaluation.Probabilities.class,
                        measured -> assertThat(measured.auc().value()).isGreaterThan(0.75));
        assertThat(brought.origin().dataHash()).hasSize(64);
        TrainedModel kept = TrainedModel.fromBytes(brought.toBytes());
        assertThat(kept.version()).isEqualTo(brought.version());
        double[] row = kept.coded(later)[0];
        Reasons reasons = kept.reasons(row).orElseThrow();
        double sum = reasons.contributions().stream()
                .mapToDouble(Reasons.Contribution::share)
                .sum();
        assertThat(reasons.base() + sum).isCloseTo(kept.answer(row), within(1e-6));
        assertThat(kept.reasons(row)).contains(reasons);
    }

    @Test
    void modelThatDoesNotFitItsSampleIsRefusedWithTheReason() {
        byte[] file = WriteOnnx.write(churn(Generated.churn(500, 5), "linear"));
        Table sample = Generated.churn(100, 8);

        notTaken(definition(""), file, Generated.noise(100, 1), "Churn");
        notTaken(definition(""), file, without(sample, "tenure"), "\"tenure\"");
        notTaken(definition(""), file, sample.pick(new int[] {1, 2, 3}), "3 rows");
        notTaken(definition("sensitive: [tenure]\n"), file, sample, "sensitive");
        ImportOnnx.take(
                definition("sensitive: [tenure]\nlawful: {tenure: agreed with the works council}\n"),
                file,
                sample,
                CLOCK);
    }

    private static Table without(Table table, String name) {
        return new Table(
                table.columns().stream()
                        .filter(column -> !column.name().equals(name))
                        .toList(),
                table.rows());
    }

    private static void notTaken(ModelDefinition definition, byte[] file, Table sample, String because) {
        assertThatThrownBy(() -> ImportOnnx.take(definition, file, sample, CLOCK))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining(because);
    }

    private static ModelDefinition definition(String more) {
        return Generated.definition("name: brought\ntask: binary\ntarget: Churn\npositive: \"Yes\"\n" + more);
    }

    @Test
    void processThatDoesNotFitIsToldAndTakesNobodyWithIt() throws InvalidProtocolBufferException {
        byte[] good = WriteOnnx.write(churn(Generated.churn(500, 5), "linear"));
        OnnxMl.ModelProto.Builder cyclic = OnnxMl.ModelProto.parseFrom(good).toBuilder();
        cyclic.getGraphBuilder().getNodeBuilder(0).setInput(0, "nobody knows");

        assertThatThrownBy(() -> RunOnnx.start(cyclic.build().toByteArray(), "probability")
                        .close())
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("refused");
        try (RunOnnx run = RunOnnx.start(good, "probability")) {
            assertThatThrownBy(() -> run.ask(1, List.of())).isInstanceOf(ModelProblem.class);
            assertThat(run.isAlive()).isFalse();
        }
    }

    @Test
    void whatAProcessUnpacksGoesWithIt() throws InterruptedException {
        Path unpacked;
        try (RunOnnx run = RunOnnx.start(WriteOnnx.write(churn(Generated.churn(500, 5), "linear")), "probability")) {
            unpacked = run.unpacked();
            assertThat(unpacked).isNotEmptyDirectory();
        }

        for (int tries = 0; Files.exists(unpacked) && tries < 1_000; tries++) {
            Thread.sleep(10);
        }
        assertThat(unpacked).doesNotExist();
    }

    private static void refused(byte[] file, String because) {
        assertThatThrownBy(() -> CheckOnnx.check(file))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining(because);
    }

    private static void assertSame(TrainedModel model, Table table, String what) {
        double[] expected = model.answers(table);
        byte[] written = WriteOnnx.write(model);
        CheckOnnx.Shape shape = CheckOnnx.check(written);
        try (RunOnnx run = RunOnnx.start(written, shape.outputs().getFirst())) {
            double[] answers = run.ask(table.rows(), cells(model, shape, table));
            for (int row = 0; row < expected.length; row++) {
                assertThat(answers[row])
                        .as("%s, row %d", what, row)
                        .isCloseTo(expected[row], within(EQUAL * Math.max(1, Math.abs(expected[row]))));
            }
        }
    }

    private static List<RunOnnx.Cells> cells(TrainedModel model, CheckOnnx.Shape shape, Table table) {
        List<RunOnnx.Cells> cells = new ArrayList<>();
        for (OnnxInput input : shape.inputs()) {
            Column column = table.column(input.name()).orElseThrow();
            Signal signal = model.signals().signals().get(model.signals().indexOf(input.name()));
            if (signal instanceof Signal.Numeric numeric) {
                double[] numbers = new double[table.rows()];
                Arrays.setAll(numbers, row -> column.number(row, numeric.form()));
                cells.add(new RunOnnx.Cells.Numbers(input, numbers));
            } else {
                List<String> texts = new ArrayList<>();
                for (int row = 0; row < table.rows(); row++) {
                    texts.add(Optional.ofNullable(column.text(row)).orElse(""));
                }
                cells.add(new RunOnnx.Cells.Texts(input, texts));
            }
        }
        return cells;
    }

    private static TrainedModel churn(Table table, String trainer) {
        return train(
                table,
                "name: churn\ntask: binary\ntarget: Churn\npositive: \"Yes\"\nexclude: [customerID]\ntrainer: "
                        + trainer + "\ncalibration: platt\n");
    }

    private static TrainedModel train(Table table, String definition) {
        return new TrainModel().train(Generated.definition(definition), table, Progress.SILENT, CLOCK);
    }
}
