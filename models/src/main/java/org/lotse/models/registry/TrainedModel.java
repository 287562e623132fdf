package org.lotse.models.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Task;
import org.lotse.models.definition.Treatment;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.evaluation.EvaluateClasses;
import org.lotse.models.evaluation.EvaluateUplift;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.explanation.ExplainScore;
import org.lotse.models.explanation.Reasons;
import org.lotse.models.reach.ReachModel;
import org.lotse.models.refill.RefillModel;
import org.lotse.models.scoring.Softmax;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Derivation;
import org.lotse.models.signal.Derive;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;
import org.lotse.models.text.TextModel;
import org.lotse.models.value.ValueModel;

/** One version of a model: predicts, explains, is evaluated, saved and loaded. Immutable, safe for many threads. */
public final class TrainedModel {
    private final ModelDefinition definition;
    private final Signals signals;
    private final List<Derivation> derivations;
    private final Optional<TextModel> text;
    private final Optional<ValueModel> value;
    private final Optional<ReachModel> reach;
    private final Optional<RefillModel> refill;
    private final SortedMap<String, Member> members;
    private final List<String> classes;
    private final Optional<String> idColumn;
    private final TrainingReport report;
    private final Origin origin;
    private final String version;
    /** Worked out when first asked for. */
    private final Map<String, Optional<ExplainScore>> explained = new ConcurrentHashMap<>();

    /**
     * @param definition what it predicts
     * @param signals how rows are coded for it
     * @param derivations what is worked out from a table before
     * @param text what reads texts, for a task on text
     * @param value what reads purchases, for a customer value
     * @param members its scorers by key
     * @param classes the negative and the positive class; empty for amounts
     * @param idColumn the column that names rows
     * @param report how good it is
     * @param origin where it came from
     */
    public TrainedModel(
            ModelDefinition definition,
            Signals signals,
            List<Derivation> derivations,
            Optional<TextModel> text,
            Optional<ValueModel> value,
            Map<String, Member> members,
            List<String> classes,
            Optional<String> idColumn,
            TrainingReport report,
            Origin origin) {
        this(
                definition,
                signals,
                derivations,
                text,
                value,
                Optional.empty(),
                Optional.empty(),
                members,
                classes,
                idColumn,
                report,
                origin);
    }

    private TrainedModel(
            ModelDefinition definition,
            Signals signals,
            List<Derivation> derivations,
            Optional<TextModel> text,
            Optional<ValueModel> value,
            Optional<ReachModel> reach,
            Optional<RefillModel> refill,
            Map<String, Member> members,
            List<String> classes,
            Optional<String> idColumn,
            TrainingReport report,
            Origin origin) {
        this.definition = definition;
        this.signals = signals;
        this.derivations = List.copyOf(derivations);
        this.text = text;
        this.value = value;
        this.reach = reach;
        this.refill = refill;
        this.members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        this.classes = List.copyOf(classes);
        this.idColumn = idColumn;
        this.report = report;
        this.origin = origin;
        this.version = FlatForm.hash(FlatForm.write(this)).substring(0, 16);
    }

    /** The same, with what makes own calls count. */
    public TrainedModel with(ReachModel calls) {
        return with(Optional.of(calls), refill);
    }

    /** The same, with the intervals of products. */
    public TrainedModel with(RefillModel intervals) {
        return with(reach, Optional.of(intervals));
    }

    TrainedModel with(Optional<ReachModel> calls, Optional<RefillModel> intervals) {
        return new TrainedModel(
                definition,
                signals,
                derivations,
                text,
                value,
                calls,
                intervals,
                members,
                classes,
                idColumn,
                report,
                origin);
    }

    public ModelDefinition definition() {
        return definition;
    }

    public Signals signals() {
        return signals;
    }

    public List<Derivation> derivations() {
        return derivations;
    }

    public Optional<TextModel> text() {
        return text;
    }

    public Optional<ValueModel> value() {
        return value;
    }

    /** What makes a subject's own calls count, of a reachability. */
    public Optional<ReachModel> reach() {
        return reach;
    }

    /** The intervals between purchases, of a replenishment. */
    public Optional<RefillModel> refill() {
        return refill;
    }

    public SortedMap<String, Member> members() {
        return members;
    }

    public List<String> classes() {
        return classes;
    }

    public Optional<String> idColumn() {
        return idColumn;
    }

    public TrainingReport report() {
        return report;
    }

    public Origin origin() {
        return origin;
    }

    /** The hash of what it learned from which data: the same training gives the same version. */
    public String version() {
        return version;
    }

    /** Name and version: {@code churn@3f9a...}. */
    public String name() {
        return definition.name() + "@" + version;
    }

    /** The answer of the model as a whole for a coded row: a probability, an amount or an uplift. */
    public double answer(double[] row) {
        if (definition.task() != Task.UPLIFT) {
            return member(Member.WHOLE).answer(row);
        }
        Member effect = members.get(Member.EFFECT);
        return calibrated(
                effect == null
                        ? member(Member.TREATED).answer(row)
                                - member(Member.CONTROL).answer(row)
                        : effect.answer(row));
    }

    /** The answers for coded rows, asked all at once. */
    public double[] answers(double[][] rows) {
        if (definition.task() == Task.UPLIFT) {
            return Arrays.stream(rows).mapToDouble(this::answer).toArray();
        }
        Member whole = member(Member.WHOLE);
        double[] answers = new double[rows.length];
        whole.scorer().margins(rows, answers);
        Arrays.setAll(answers, row -> whole.link().value(answers[row]));
        return answers;
    }

    /**
     * The uplift of a coded row as decisions read it: the difference, or where the definition says so the relative risk
     * reduction. There the risk without treatment counts at least as the control group's, so that a small risk that is
     * guessed even smaller promises no miracles.
     */
    public double effect(double[] row) {
        double difference = answer(row);
        boolean relative = definition
                .treatment()
                .filter(treatment -> treatment.effect() == Treatment.Effect.RELATIVE_RISK_REDUCTION)
                .isPresent();
        if (!relative || !(report.evaluation() instanceof Evaluation.Uplifts uplifts)) {
            return difference;
        }
        double risk = Math.max(1 - member(Member.CONTROL).answer(row), 1 - uplifts.controlRate());
        return risk <= 0 ? 0 : Math.clamp(difference / risk, -1, 1);
    }

    /** Two models exaggerate by how much rows differ in effect: drawn towards the average as far as they did out of fold. */
    private double calibrated(double uplift) {
        return report.evaluation() instanceof Evaluation.Uplifts uplifts && uplifts.targetingHelps()
                ? uplifts.averageEffect().value() + uplifts.spread() * (uplift - uplifts.meanPredicted())
                : uplift;
    }

    /** The rows of a table as the model reads them. */
    public double[][] coded(Table table) {
        return signals.code(Derive.beside(table, derivations));
    }

    /** The answers for all rows of a table. */
    public double[] answers(Table table) {
        if (reach.isPresent()) {
            return new PredictReach(this, reach.get()).predict(table);
        }
        return answers(coded(table));
    }

    /** The probabilities of all classes for all rows of a table. */
    public double[][] classProbabilities(Table table) {
        if (text.isPresent()) {
            Column column = table.require(text.get().column(), "The model " + name());
            return IntStream.range(0, table.rows())
                    .mapToObj(row -> text.get()
                            .probabilities(Optional.ofNullable(column.text(row)).orElse("")))
                    .toArray(double[][]::new);
        }
        double[][] rows = signals.code(Derive.beside(table, derivations));
        double[][] probabilities = new double[rows.length][classes.size()];
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < classes.size(); k++) {
                probabilities[row][k] = member(Member.ofClass(classes.get(k))).answer(rows[row]);
            }
            Softmax.of(probabilities[row]);
        }
        return probabilities;
    }

    /** The answers for all rows of a table, as they are handed out. */
    public PredictionTable predict(Table table) {
        if (value.isPresent()) {
            return new PredictValue(this, value.get()).predict(table);
        }
        if (refill.isPresent()) {
            return new PredictRefill(this, refill.get()).predict(table);
        }
        List<List<Double>> answers = values(table);
        Optional<Column> ids = idColumn.flatMap(table::column);
        List<PredictionTable.Row> rows = new ArrayList<>(answers.size());
        for (int row = 0; row < answers.size(); row++) {
            String number = Integer.toString(row + 1);
            String id = ids.isEmpty()
                    ? number
                    : Optional.ofNullable(ids.get().text(row)).orElse(number);
            rows.add(new PredictionTable.Row(id, answers.get(row)));
        }
        List<String> headings = switch (definition.task()) {
            case BINARY, MULTICLASS, TEXT, REACHABILITY -> classes;
            case REGRESSION -> List.of("value");
            case UPLIFT -> List.of("uplift");
            case CLV, REPLENISHMENT -> throw new IllegalStateException("Purchases have their own form.");
        };
        return new PredictionTable(ids.map(Column::name).orElse("row"), headings, rows);
    }

    private List<List<Double>> values(Table table) {
        return switch (definition.task()) {
            case MULTICLASS, TEXT ->
                Arrays.stream(classProbabilities(table))
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList();
            case BINARY, REACHABILITY ->
                Arrays.stream(answers(table))
                        .mapToObj(answer -> List.of(1 - answer, answer))
                        .toList();
            case REGRESSION, UPLIFT, CLV, REPLENISHMENT ->
                Arrays.stream(answers(table)).mapToObj(List::of).toList();
        };
    }

    /** How good the model is on a table that has the target; rows without one are left out. */
    public Evaluation evaluate(Table table) {
        if (value.isPresent()) {
            return new PredictValue(this, value.get()).evaluate(table);
        }
        if (reach.isPresent()) {
            return new PredictReach(this, reach.get()).evaluate(table);
        }
        if (refill.isPresent()) {
            return new PredictRefill(this, refill.get()).evaluate(table);
        }
        double[] targets = Targets.of(table, definition, classes).values();
        double[] treated = definition.task() == Task.UPLIFT ? Targets.treatment(table, definition) : targets;
        int[] known = IntStream.range(0, targets.length)
                .filter(row -> !Double.isNaN(targets[row]) && !Double.isNaN(treated[row]))
                .toArray();
        double[] happened = IntStream.of(known).mapToDouble(row -> targets[row]).toArray();
        Table used = table.pick(known);
        return switch (definition.task()) {
            case BINARY, REACHABILITY -> Evaluate.probabilities(answers(used), happened, definition.seed());
            case MULTICLASS, TEXT ->
                EvaluateClasses.classes(
                        classProbabilities(used),
                        Arrays.stream(happened).mapToInt(y -> (int) y).toArray(),
                        classes.size(),
                        definition.seed());
            case REGRESSION, CLV, REPLENISHMENT -> Evaluate.amounts(answers(used), happened);
            case UPLIFT ->
                EvaluateUplift.uplifts(
                        answers(used),
                        happened,
                        IntStream.of(known).mapToDouble(row -> treated[row]).toArray(),
                        definition.seed());
        };
    }

    /** Why the model as a whole answers so; empty for trees stored before their reasons were kept. */
    public Optional<Reasons> reasons(double[] row) {
        if (definition.task() != Task.UPLIFT) {
            return reasons(Member.WHOLE, row);
        }
        boolean drawn = report.evaluation() instanceof Evaluation.Uplifts uplifts && uplifts.targetingHelps();
        Evaluation.Uplifts uplifts = drawn ? (Evaluation.Uplifts) report.evaluation() : null;
        if (members.containsKey(Member.EFFECT)) {
            Reasons nothing = new Reasons(0, 0, 0, 0, List.of());
            return reasons(Member.EFFECT, row)
                    .map(effect -> uplifts == null
                            ? effect
                            : effect.minus(
                                    nothing,
                                    uplifts.averageEffect().value(),
                                    uplifts.spread(),
                                    uplifts.meanPredicted()));
        }
        return reasons(Member.TREATED, row)
                .flatMap(with -> reasons(Member.CONTROL, row)
                        .map(without -> uplifts == null
                                ? with.minus(without, 0, 1, 0)
                                : with.minus(
                                        without,
                                        uplifts.averageEffect().value(),
                                        uplifts.spread(),
                                        uplifts.meanPredicted())));
    }

    /** Why one of the members answers so. */
    public Optional<Reasons> reasons(String key, double[] row) {
        return explained
                .computeIfAbsent(
                        key,
                        some -> ExplainScore.of(
                                member(some).scorer(), member(some).link(), signals))
                .map(explain -> explain.of(row));
    }

    /** Writes the version into a directory. */
    public void saveTo(Path directory) {
        ModelArchive.save(this, directory);
    }

    /** The version as one archive of bytes. */
    public byte[] toBytes() {
        return ModelArchive.pack(this);
    }

    /** Reads a version from a directory. */
    public static TrainedModel load(Path directory) {
        return ModelArchive.load(directory);
    }

    /** Reads a version from an archive of bytes. */
    public static TrainedModel fromBytes(byte[] archive) {
        return ModelArchive.unpack(archive);
    }

    Member member(String key) {
        Member member = members.get(key);
        if (member == null) {
            throw new IllegalStateException("The model " + definition.name() + " has no member \"" + key + "\".");
        }
        return member;
    }
}
