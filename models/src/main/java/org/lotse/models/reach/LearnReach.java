package org.lotse.models.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.signal.CallSlot;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Folds;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;

/**
 * Learns when calls reach somebody: first the habits of kinds (each trait with each hour and half-day, drawn towards what
 * holds for all), then how far a subject's own calls count. Whatever is said of a row is said from rows of other subjects
 * and from the subject's calls of earlier days only.
 */
public final class LearnReach {
    private static final int MOST_SLOTS = 700;
    private static final int MOST_CATEGORIES = 14;
    private static final double CHANGING = 0.2;
    private static final double NEARLY_ALL = 0.98;

    private final ModelDefinition definition;
    private final CallColumns columns;
    private final CallColumns.Calls calls;
    private final Table prepared;

    /**
     * @throws ModelProblem when the table does not say at which hour was called
     */
    public LearnReach(ModelDefinition definition, Table table) {
        this.definition = definition;
        this.columns = CallColumns.of(table, definition);
        this.calls = columns.calls(table);
        this.prepared = columns.prepared(table, calls);
        if (Arrays.stream(calls.hours()).allMatch(hour -> hour < 0)) {
            throw new ModelProblem("No column of " + definition.name()
                    + " says at which hour was called. Maybe write hour: <column>, or bring dates with the time.");
        }
    }

    /**
     * What was learned.
     *
     * @param model serves a subject's own calls
     * @param kinds serves the habits of kinds
     * @param signals of the kinds
     * @param evaluation out of fold, with the calls of earlier days
     * @param candidates the kinds alone, and with own calls
     */
    public record LearnedReach(
            ReachModel model,
            AdditiveBins kinds,
            Signals signals,
            Evaluation.Probabilities evaluation,
            List<Candidate> candidates) {}

    /** The table with weekday, hour and half-day as signals. */
    public Table prepared() {
        return prepared;
    }

    /** Which rows belong to one subject. */
    public int[] groups() {
        Map<String, Integer> numbered = new HashMap<>();
        int[] groups = new int[calls.subjects().length];
        for (int row = 0; row < groups.length; row++) {
            String subject = calls.subjects()[row];
            groups[row] = subject.isEmpty() ? -1 - row : numbered.computeIfAbsent(subject, some -> numbered.size());
        }
        return groups;
    }

    /** Columns that count the attempts so far: earlier calls say it, and nobody knows it when calls are planned. */
    public Set<String> attempts(double[] targets) {
        return prepared.columns().stream()
                .filter(column -> !column.name().equals(definition.targetColumn()))
                .filter(column -> countsAttempts(column, targets))
                .map(Column::name)
                .collect(java.util.stream.Collectors.toSet());
    }

    private boolean countsAttempts(Column column, double[] targets) {
        double[] counts = IntStream.range(0, prepared.rows())
                .mapToDouble(row -> column.number(row, NumberForm.PLAIN))
                .toArray();
        if (Arrays.stream(counts).anyMatch(count -> Double.isNaN(count) || count < 1 || count != Math.rint(count))
                || Arrays.stream(counts).max().orElse(0) < 2) {
            return false;
        }
        Map<String, Integer> last = new HashMap<>();
        int further = 0;
        int following = 0;
        for (int row : inOrder()) {
            Integer before = last.put(calls.subjects()[row], row);
            if (counts[row] > 1) {
                further++;
                following += before != null && targets[before] < 0.5 && counts[before] == counts[row] - 1 ? 1 : 0;
            }
        }
        return following >= NEARLY_ALL * further;
    }

    private int[] inOrder() {
        return IntStream.range(0, prepared.rows())
                .boxed()
                .sorted(java.util.Comparator.comparingDouble((Integer row) -> calls.at()[row])
                        .thenComparingInt(row -> calls.hours()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * @param chosen signals of the prepared table
     * @param targets 1 and 0
     */
    public LearnedReach learn(Signals chosen, double[] targets, Progress progress) {
        Signals signals = definition.crosses().isEmpty() ? crossed(chosen) : chosen;
        double[][] codes = signals.code(prepared);
        Rows rows = new Rows(signals, codes, targets, groups());
        FitKinds fit = new FitKinds(signals, codes, targets);
        int[] all = IntStream.range(0, targets.length).toArray();
        progress.step("fit the habits of kinds", 0.05);
        double[] strengths = fit.strengths(all);
        double[] margins = new double[targets.length];
        Folds folds = new Folds(rows, definition.folds(), definition.seed());
        for (int fold = 0; fold < folds.count(); fold++) {
            progress.step("fit the habits of kinds, fold " + (fold + 1), 0.4 + 0.3 * fold / folds.count());
            double[] weights = fit.weights(folds.outside(fold), strengths);
            for (int row : folds.inside(fold)) {
                margins[row] = fit.margin(row, weights);
            }
        }
        double[] whole = fit.weights(all, strengths);
        progress.step("fit own habits", 0.7);
        FitHabit habit = new FitHabit(calls, margins, targets);
        ReachModel.Scale scale = habit.fit();
        double[] predicted = habit.predicted(scale);
        double[] asServed =
                IntStream.of(all).mapToDouble(row -> fit.margin(row, whole)).toArray();
        boolean remembers = definition.subject().isEmpty();
        progress.step("evaluate", 0.95);
        return new LearnedReach(
                new ReachModel(columns, scale, remembers ? habit.memory(asServed) : Map.of()),
                fit.scorer(whole),
                signals,
                Evaluate.probabilities(predicted, targets, definition.seed()),
                List.of(
                        new Candidate("habits of kinds", Evaluate.logLoss(unknown(scale, margins), targets)),
                        new Candidate("habits of kinds and own calls", Evaluate.logLoss(predicted, targets))));
    }

    private static double[] unknown(ReachModel.Scale scale, double[] margins) {
        return Arrays.stream(margins).map(scale.unknown()::value).toArray();
    }

    /** Each trait with the hour and the half-day, and with what changes from call to call; the simplest first. */
    private Signals crossed(Signals chosen) {
        List<Signal> signals = chosen.signals();
        int hour = chosen.indexOf(CallSlot.HOUR);
        int halfDay = chosen.indexOf(CallSlot.HALF_DAY);
        Set<Integer> slots = Set.of(hour, halfDay, chosen.indexOf(CallSlot.WEEKDAY));
        List<Integer> traits = new ArrayList<>();
        List<Integer> circumstances = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            if (!slots.contains(i) && signals.get(i).slots() <= MOST_CATEGORIES + 2) {
                (changes(signals.get(i).name()) ? circumstances : traits).add(i);
            }
        }
        traits.sort(java.util.Comparator.comparingInt((Integer i) -> signals.get(i) instanceof Signal.Category ? 0 : 1)
                .thenComparingInt(i -> signals.get(i).slots()));
        List<Signals.Cross> crosses = new ArrayList<>();
        int left = MOST_SLOTS - signals.stream().mapToInt(Signal::slots).sum();
        for (int trait : traits) {
            List<Integer> others = new ArrayList<>(circumstances);
            others.add(hour);
            if (signals.get(trait) instanceof Signal.Category) {
                others.add(halfDay);
            }
            for (int other : others) {
                int size = other < 0 ? 0 : occupied(signals.get(trait)) * occupied(signals.get(other));
                if (size > 0 && size <= left) {
                    crosses.add(new Signals.Cross(trait, other));
                    left -= size;
                }
            }
        }
        return new Signals(signals, crosses);
    }

    private static int occupied(Signal signal) {
        return signal instanceof Signal.Category category
                ? Math.max(1, category.values().size())
                : signal.slots() - 1;
    }

    /** Whether a column differs among the calls of one subject: holidays, the weather. */
    private boolean changes(String name) {
        Optional<Column> column = prepared.column(name);
        Map<String, String> seen = new HashMap<>();
        Map<String, Boolean> changed = new HashMap<>();
        for (int row = 0; column.isPresent() && row < prepared.rows(); row++) {
            String subject = calls.subjects()[row];
            String text = String.valueOf(column.get().text(row));
            String before = seen.putIfAbsent(subject, text);
            if (!subject.isEmpty() && before != null) {
                changed.merge(subject, !before.equals(text), (one, other) -> one || other);
            }
        }
        long differing = changed.values().stream().filter(each -> each).count();
        return !changed.isEmpty() && differing > CHANGING * changed.size();
    }
}
