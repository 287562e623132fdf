package org.lotse.models.onnx;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Task;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.Origin;
import org.lotse.models.registry.Targets;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.registry.TrainingReport;
import org.lotse.models.scoring.Foreign;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;

/**
 * Takes a model somebody else made into the registry. Its inputs are signals: an input per signal bears its name, an input of
 * several numbers takes the signals the definition names, in their order. A sample with the outcome shows how values are
 * written, how good the model is, and what everybody is like; a model nobody can judge is not taken.
 */
public final class ImportOnnx {
    private static final int FEWEST = 30;
    private static final int BACKGROUND = 64;
    private static final int CUTS = 10;
    private static final int MOST_VALUES = 1_000;
    private static final String LIBRARY = "ONNX Runtime 1.28.0";

    private ImportOnnx() {}

    /**
     * @param definition what it predicts: a binary task or a regression, with a target column
     * @param file the model
     * @param sample rows with all signals and the outcome
     * @param clock dates the version
     * @throws ModelProblem when it may not be taken or does not fit, naming the reason
     */
    public static TrainedModel take(ModelDefinition definition, byte[] file, Table sample, Clock clock) {
        Instant started = clock.instant();
        if (definition.task() != Task.BINARY && definition.task() != Task.REGRESSION) {
            throw new ModelProblem("The definition of " + definition.name() + " has the task " + definition.task()
                    + "; an ONNX model answers a probability (binary) or an amount (regression).");
        }
        CheckOnnx.Shape shape = CheckOnnx.check(file);
        Table used = withOutcome(definition, sample);
        Signals signals = new Signals(signals(definition, shape, used), List.of());
        double[][] rows = signals.code(used);
        Foreign foreign = new Foreign(file, signals, background(rows), new AskOnnx(file, signals));
        double[] answers = new double[rows.length];
        foreign.margins(rows, answers);
        check(definition, answers);
        Targets targets = Targets.of(used, definition);
        Evaluation measured = definition.task() == Task.BINARY
                ? Evaluate.probabilities(answers, targets.values(), definition.seed())
                : Evaluate.amounts(answers, targets.values());
        Instant ended = clock.instant();
        return new TrainedModel(
                definition,
                signals,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        Member.WHOLE,
                        new Member(foreign, new Link.Amount(1, 0), "ONNX", rows.length, true, new byte[0])),
                targets.classes(),
                definition.id(),
                new TrainingReport(
                        measured,
                        "ONNX",
                        "None",
                        List.of(),
                        true,
                        List.of(new Finding(Finding.Code.MEASURED_ON_A_SAMPLE, definition.name(), rows.length)),
                        inputs(signals),
                        List.of(),
                        List.of(),
                        Duration.between(started, ended).toMillis() / 1000.0),
                new Origin(
                        hash(definition.text().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        "an ONNX file of " + file.length + " bytes",
                        hash(file),
                        rows.length,
                        definition.seed(),
                        LIBRARY,
                        ended));
    }

    private static Table withOutcome(ModelDefinition definition, Table sample) {
        double[] targets = Targets.of(sample, definition).values();
        int[] known = IntStream.range(0, targets.length)
                .filter(row -> !Double.isNaN(targets[row]))
                .toArray();
        if (known.length < FEWEST) {
            throw new ModelProblem("The sample has " + known.length + " rows with a value for "
                    + definition.targetColumn() + "; at least " + FEWEST + " are needed to judge the model.");
        }
        return sample.pick(known);
    }

    private static List<Signal> signals(ModelDefinition definition, CheckOnnx.Shape shape, Table sample) {
        List<Signal> signals = new ArrayList<>();
        for (OnnxInput input : shape.inputs()) {
            if (input.width() == 1) {
                signals.add(signal(input, input.name(), sample));
                continue;
            }
            List<String> named = definition.signals().named();
            if (shape.inputs().size() > 1 || named.size() != input.width()) {
                throw new ModelProblem("The input \"" + input.name() + "\" of the ONNX file takes " + input.width()
                        + " numbers per row, but the definition of " + definition.name() + " names " + named.size()
                        + " signals. Maybe list them all, in the order the model takes them.");
            }
            named.forEach(name -> signals.add(signal(input, name, sample)));
        }
        signals.stream().map(Signal::name).forEach(name -> {
            if (definition.sensitive().contains(name) && !definition.guards().allow(name)) {
                throw new ModelProblem("The ONNX model of " + definition.name() + " takes \"" + name
                        + "\", which is sensitive. Maybe declare with the reason why it may be used: lawful: {" + name
                        + ": the reason}.");
            }
        });
        return signals;
    }

    private static Signal signal(OnnxInput input, String name, Table sample) {
        Column column = sample.column(name)
                .orElseThrow(() -> new ModelProblem("The ONNX model takes \"" + name
                        + "\", which the sample does not have. Its columns are "
                        + String.join(
                                ", ",
                                sample.columns().stream().map(Column::name).toList()) + "."));
        if (input.kind() == OnnxInput.Kind.STRING) {
            TreeSet<String> values = new TreeSet<>();
            for (int row = 0; row < column.size(); row++) {
                Optional.ofNullable(column.text(row)).ifPresent(values::add);
            }
            if (values.size() > MOST_VALUES) {
                throw new ModelProblem("The column \"" + name + "\" of the sample has " + values.size()
                        + " different texts; at most " + MOST_VALUES + " are taken.");
            }
            return new Signal.Category(name, List.copyOf(values));
        }
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            Optional.ofNullable(column.text(row)).ifPresent(cells::add);
        }
        NumberForm form = NumberForm.of(cells)
                .orElseThrow(
                        () -> new ModelProblem(
                                "The ONNX model takes numbers for \"" + name
                                        + "\", but the column of the sample holds texts. Maybe export the model with a text input for it."));
        return new Signal.Numeric(
                name, form, cuts(IntStream.range(0, column.size()).mapToDouble(row -> column.number(row, form))));
    }

    /** Tenths, for counting and showing; the model itself gets the numbers. */
    private static double[] cuts(DoubleStream numbers) {
        double[] sorted =
                numbers.filter(number -> !Double.isNaN(number)).sorted().toArray();
        return IntStream.range(1, CUTS)
                .filter(tenth -> sorted.length > 0)
                .mapToDouble(tenth -> sorted[sorted.length * tenth / CUTS])
                .distinct()
                .toArray();
    }

    private static List<double[]> background(double[][] rows) {
        int taken = Math.min(BACKGROUND, rows.length);
        return IntStream.range(0, taken)
                .mapToObj(i -> rows[(int) ((long) i * rows.length / taken)])
                .toList();
    }

    private static void check(ModelDefinition definition, double[] answers) {
        for (double answer : answers) {
            boolean fits = Double.isFinite(answer) && (definition.task() != Task.BINARY || answer >= 0 && answer <= 1);
            if (!fits) {
                throw new ModelProblem("The ONNX model of " + definition.name() + " answers " + answer
                        + " for a row of the sample"
                        + (definition.task() == Task.BINARY ? ", which is no probability." : ", which is no amount."));
            }
        }
    }

    private static List<TrainingReport.Input> inputs(Signals signals) {
        return signals.signals().stream()
                .map(signal -> new TrainingReport.Input(
                        signal.name(),
                        signal instanceof Signal.Numeric ? TrainingReport.Kind.NUMBER : TrainingReport.Kind.CATEGORY,
                        signal.slots()))
                .toList();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
