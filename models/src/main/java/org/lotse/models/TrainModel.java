package org.lotse.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Task;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.Origin;
import org.lotse.models.registry.Targets;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.registry.TrainingReport;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.ChooseSignals;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Derivation;
import org.lotse.models.signal.FindDerivations;
import org.lotse.models.signal.LeftOut;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Learn;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;
import org.tribuo.Tribuo;

/**
 * Trains a model from a definition and a table: chooses signals, learns, calibrates, evaluates out of fold. A table that
 * cannot be learned from is a {@link ModelProblem} that names the reason.
 */
public final class TrainModel {
    private static final int FEW = 500;
    private static final int FEWEST = 10;

    /** Trains from a table in which every row is a subject of its own. */
    public TrainedModel train(ModelDefinition definition, Table table, Progress progress, Clock clock) {
        return train(definition, TrainingData.of(table, "a table"), progress, clock);
    }

    /**
     * @param definition what to predict
     * @param data what to learn from
     * @param progress hears of each step and may cancel
     * @param clock dates the model
     */
    public TrainedModel train(ModelDefinition definition, TrainingData data, Progress progress, Clock clock) {
        Instant started = clock.instant();
        if (definition.task() == Task.CLV) {
            return new TrainValue(definition, clock).train(data, progress);
        }
        if (definition.task() == Task.REACHABILITY) {
            return new TrainReach(definition, clock).train(data, progress);
        }
        if (definition.task() == Task.REPLENISHMENT) {
            return new TrainReplenishment(definition, clock).train(data, progress);
        }
        progress.step("read target and signals", 0);
        List<Finding> findings = new ArrayList<>();
        double[] all = Targets.of(data.table(), definition).values();
        double[] arms = definition.task() == Task.UPLIFT ? Targets.treatment(data.table(), definition) : all;
        int[] known = IntStream.range(0, all.length)
                .filter(row -> !Double.isNaN(all[row]) && !Double.isNaN(arms[row]))
                .toArray();
        if (known.length < FEWEST) {
            throw new ModelProblem("Only " + known.length + " rows of " + data.source() + " have a value for "
                    + definition.targetColumn() + "; " + definition.name() + " needs at least " + FEWEST + ".");
        }
        if (known.length < all.length) {
            findings.add(new Finding(
                    Finding.Code.ROWS_WITHOUT_TARGET, definition.targetColumn(), all.length - known.length));
        }
        if (known.length < FEW) {
            findings.add(new Finding(Finding.Code.FEW_ROWS, definition.name(), known.length));
        }
        TrainingData picked = known.length == all.length ? data : data.pick(known);
        Targets targets = Targets.of(picked.table(), definition);
        if (definition.task() == Task.TEXT) {
            return texts(definition, picked, targets, findings, progress, clock, started);
        }
        FindDerivations.Found found = definition.subject().isPresent()
                ? new FindDerivations.Found(List.of(), Optional.empty())
                : new FindDerivations()
                        .in(
                                picked.table(),
                                definition,
                                Arrays.stream(targets.values()).average().orElse(0),
                                targets.classes().isEmpty()
                                        ? ""
                                        : targets.classes().getLast());
        TrainingData used = picked.with(found);
        ChooseSignals choosing = new ChooseSignals();
        ChooseSignals.Choice choice = choice(definition, used, targets.values(), found, findings, progress);
        choice.signals()
                .names()
                .filter(definition.guards()::allow)
                .forEach(name -> findings.add(new Finding(Finding.Code.SENSITIVE_DECLARED_LAWFUL, name, 0)));
        refuseWithoutSignals(definition, choice, data.source());
        Rows rows = rows(choice, used, targets.values());
        double[] treated = IntStream.of(known).mapToDouble(row -> arms[row]).toArray();
        Result result = switch (definition.task()) {
            case BINARY -> binary(definition, used.table(), rows, progress, findings);
            case MULTICLASS -> new LearnClasses(definition, targets.classes()).learn(rows, progress, findings);
            case TEXT, CLV, REACHABILITY, REPLENISHMENT -> throw new IllegalStateException("Learned above.");
            case REGRESSION -> amounts(definition, rows, progress);
            case UPLIFT -> new LearnUplift(definition).learn(rows, treated, progress, findings);
        };
        progress.step("done", 1);
        Instant ended = clock.instant();
        return new TrainedModel(
                definition,
                choice.signals(),
                found.derivations().stream()
                        .filter(derivation -> choice.signals().indexOf(derivation.name()) >= 0)
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                result.members(),
                targets.classes(),
                definition.id().or(() -> choosing.idOf(used.table(), definition)),
                new TrainingReport(
                        result.evaluation(),
                        result.main().learner(),
                        result.main().link().getClass().getSimpleName(),
                        result.candidates(),
                        result.main().hasSignal(),
                        findings,
                        Inputs.of(choice.signals()),
                        Stream.concat(used.leftOut().stream(), choice.leftOut().stream())
                                .toList(),
                        result.reports(),
                        Duration.between(started, ended).toMillis() / 1000.0),
                new Origin(
                        Inputs.hash(definition.text()),
                        data.source(),
                        used.table().hash(),
                        rows.size(),
                        definition.seed(),
                        "Tribuo " + Tribuo.VERSION,
                        ended));
    }

    private static TrainedModel texts(
            ModelDefinition definition,
            TrainingData used,
            Targets targets,
            List<Finding> findings,
            Progress progress,
            Clock clock,
            Instant started) {
        Column column = LearnTexts.column(used.table(), definition);
        LearnTexts.Texts learned = new LearnTexts(definition)
                .learn(column, targets.values(), targets.classes().size(), progress);
        progress.step("done", 1);
        Instant ended = clock.instant();
        List<LeftOut> leftOut = used.table().columns().stream()
                .filter(other -> !other.name().equals(column.name()))
                .map(other -> new LeftOut(
                        other.name(),
                        other.name().equals(definition.targetColumn()) ? LeftOut.Why.TARGET : LeftOut.Why.NOT_CHOSEN))
                .toList();
        return new TrainedModel(
                definition,
                new Signals(List.of(), List.of()),
                List.of(),
                Optional.of(learned.model()),
                Optional.empty(),
                Map.of(),
                targets.classes(),
                definition
                        .id()
                        .or(() -> new ChooseSignals()
                                .idOf(used.table(), definition)
                                .filter(id -> !id.equals(column.name()))),
                new TrainingReport(
                        learned.evaluation(),
                        learned.learner(),
                        "Softmax",
                        learned.candidates(),
                        true,
                        findings,
                        List.of(new TrainingReport.Input(column.name(), TrainingReport.Kind.TEXT, 0)),
                        leftOut,
                        List.of(),
                        Duration.between(started, ended).toMillis() / 1000.0),
                new Origin(
                        Inputs.hash(definition.text()),
                        used.source(),
                        used.table().hash(),
                        used.table().rows(),
                        definition.seed(),
                        "Tribuo " + Tribuo.VERSION,
                        ended));
    }

    /** The signals, without what is probably known only afterwards: found before anything is learned. */
    private static ChooseSignals.Choice choice(
            ModelDefinition definition,
            TrainingData used,
            double[] targets,
            FindDerivations.Found found,
            List<Finding> findings,
            Progress progress) {
        ChooseSignals.Choice wide = new ChooseSignals().choose(used.table(), definition);
        ChooseSignals.Choice own = found.subject()
                .map(by -> wide.without(Set.of(by), LeftOut.Why.ID))
                .orElse(wide);
        if (definition.task() == Task.REGRESSION
                || definition.task() == Task.MULTICLASS
                || definition.subject().isPresent()) {
            return own;
        }
        List<Finding> leaks = new SuspectLeaks(used.table(), rows(own, used, targets))
                .find().stream()
                        .filter(leak -> !isVouchedFor(leak.subject(), definition))
                        .toList();
        if (leaks.isEmpty()) {
            return own;
        }
        Set<String> names = leaks.stream().map(Finding::subject).collect(Collectors.toCollection(TreeSet::new));
        progress.step("left out, probably known only afterwards: " + String.join(", ", names), 0.02);
        findings.addAll(leaks);
        found.derivations().stream()
                .filter(derivation -> derivation.columns().stream().anyMatch(names::contains))
                .map(Derivation::name)
                .toList()
                .forEach(names::add);
        return own.without(names, LeftOut.Why.LEAK);
    }

    private static void refuseWithoutSignals(ModelDefinition definition, ChooseSignals.Choice choice, String source) {
        if (choice.signals().names().findAny().isEmpty()) {
            throw new ModelProblem("No column of " + source + " can be a signal of " + definition.name() + ": "
                    + choice.leftOut().stream()
                            .map(left -> left.name() + " (" + left.why() + ")")
                            .collect(Collectors.joining(", "))
                    + ". Maybe the export lost the values, or exclude, sensitive and signals leave nothing.");
        }
    }

    private static Rows rows(ChooseSignals.Choice choice, TrainingData used, double[] targets) {
        return new Rows(choice.signals(), choice.signals().code(used.table()), targets, used.groups());
    }

    private static boolean isVouchedFor(String name, ModelDefinition definition) {
        return definition.knownBefore().contains(name)
                || definition.signals().named().contains(name);
    }

    /**
     * What one kind of task comes to.
     *
     * @param main the scorer whose learner the report names
     */
    record Result(
            Map<String, Member> members,
            Member main,
            Evaluation evaluation,
            List<Candidate> candidates,
            List<TrainingReport.MemberReport> reports) {}

    private static Result binary(
            ModelDefinition definition, Table table, Rows rows, Progress progress, List<Finding> findings) {
        Learn learn = new Learn(definition.trainer(), definition.calibration(), definition.folds(), definition.seed());
        Learned whole = learn.probabilities(rows, progress.part(0.05, definition.perPair() ? 0.5 : 0.9));
        if (!whole.hasSignal()) {
            findings.add(new Finding(Finding.Code.NO_SIGNAL, definition.name(), rows.mean()));
        }
        Map<String, Member> members = new HashMap<>();
        Member main = member(whole, rows.size());
        members.put(Member.WHOLE, main);
        List<TrainingReport.MemberReport> reports = new ArrayList<>();
        if (definition.perPair()) {
            new LearnPairs(definition, table, rows, whole.outOfFold()).learn(members, reports, progress.part(0.5, 0.9));
        }
        progress.step("evaluate", 0.9);
        return new Result(
                members,
                main,
                Evaluate.probabilities(served(whole, rows), rows.targets(), definition.seed()),
                whole.candidates(),
                reports);
    }

    /** What is judged is what serves: without a signal one rate for everybody, not that of each fold's other rows. */
    private static double[] served(Learned whole, Rows rows) {
        double[] answers = whole.outOfFold();
        if (!whole.hasSignal()) {
            answers = new double[rows.size()];
            Arrays.fill(answers, rows.mean());
        }
        return answers;
    }

    private static Result amounts(ModelDefinition definition, Rows rows, Progress progress) {
        Learn learn = new Learn(definition.trainer(), definition.calibration(), definition.folds(), definition.seed());
        Learned learned = learn.amounts(rows, progress.part(0.05, 0.9));
        Member main = member(learned, rows.size());
        return new Result(
                Map.of(Member.WHOLE, main),
                main,
                Evaluate.amounts(learned.outOfFold(), rows.targets()),
                learned.candidates(),
                List.of());
    }

    static Member member(Learned learned, int rows) {
        return new Member(
                learned.scorer(), learned.link(), learned.learner(), rows, learned.hasSignal(), learned.library());
    }

    static Member constant(double rate, int rows) {
        double inside = Math.clamp(rate, 1e-6, 1 - 1e-6);
        return new Member(
                new Constant(Math.log(inside / (1 - inside))),
                new Link.Logistic(),
                "base rate",
                rows,
                false,
                new byte[0]);
    }
}
