package org.lotse.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.EvaluateClasses;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.evaluation.Gain;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;
import org.lotse.models.text.LearnText;
import org.lotse.models.text.TextModel;
import org.lotse.models.training.FitSoftmax;
import org.lotse.models.training.Progress;

/**
 * Learns the classes of texts. Same texts stay in one fold. Rare classes are answered as often as serves accuracy and the
 * mean F1 together, as seen out of fold; the probability of an answer is still how often it is right.
 */
final class LearnTexts {
    private static final List<Way> WAYS =
            List.of(new Way(1, false), new Way(4, false), new Way(2, true), new Way(6, true));
    private static final double[] LEANINGS = {0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9};
    private static final double BEYOND_NOISE = 2.58;

    /**
     * How a text is learned.
     *
     * @param telling whether grams that tell a class from the others may weigh more
     */
    private record Way(double cost, boolean telling) {
        String describe() {
            return "grams of characters and words, cost " + cost + (telling ? ", those that tell most first" : "");
        }
    }

    private final ModelDefinition definition;

    LearnTexts(ModelDefinition definition) {
        this.definition = definition;
    }

    /**
     * What was learned.
     *
     * @param model serves
     * @param evaluation out of fold
     * @param candidates all costs that were tried
     * @param learner the cost taken
     */
    record Texts(TextModel model, Evaluation.Classes evaluation, List<Candidate> candidates, String learner) {}

    /** The column of the texts: the one named, else the one with the longest cells. */
    static Column column(Table table, ModelDefinition definition) {
        return definition
                .textColumn()
                .map(name -> table.require(name, "The definition of " + definition.name()))
                .orElseGet(() -> table.columns().stream()
                        .filter(column -> !column.name().equals(definition.targetColumn()))
                        .filter(column -> !definition.exclude().contains(column.name()))
                        .filter(column -> definition.signals().all()
                                || definition.signals().named().contains(column.name()))
                        .max(Comparator.comparingDouble(LearnTexts::length))
                        .orElseThrow(() -> new ModelProblem("The table has no column of texts for " + definition.name()
                                + ". Maybe name it: text: message.")));
    }

    Texts learn(Column column, double[] targets, int count, Progress progress) {
        String[] texts = new String[column.size()];
        for (int row = 0; row < texts.length; row++) {
            String text = column.text(row);
            texts[row] = text == null ? "" : text;
        }
        int[] happened = LearnClasses.ints(targets);
        int[] fold = folds(texts);
        LearnText learn = new LearnText(texts, happened, count);
        List<Candidate> candidates = new ArrayList<>();
        double[][] best = new double[count][texts.length];
        Way taken = WAYS.getFirst();
        double[] losses = new double[texts.length];
        for (Way way : WAYS) {
            progress.step("try texts, " + way.describe(), 0.1 + 0.18 * candidates.size());
            double[][] margins = learn.outOfFold(fold, definition.folds(), way.cost(), way.telling());
            double[] each = losses(predicted(margins, happened, fold, 0), happened);
            candidates.add(new Candidate(way.describe(), mean(each)));
            boolean sameKind = way.telling() == taken.telling();
            if (candidates.size() == 1 || (sameKind ? mean(each) < mean(losses) : isBeyondNoise(losses, each))) {
                losses = each;
                best = margins;
                taken = way;
            }
        }
        double leaning = leaning(best, happened, fold, count);
        FitSoftmax.Fitted fitted =
                fitted(best, happened, IntStream.range(0, texts.length).toArray(), leaning);
        progress.step("fit texts, " + taken.describe(), 0.9);
        TextModel model = learn.learn(column.name(), taken.cost(), taken.telling());
        return new Texts(
                new TextModel(
                        model.column(),
                        model.rarity(),
                        model.weights(),
                        model.intercepts(),
                        fitted.slope(),
                        fitted.shifts()),
                EvaluateClasses.classes(predicted(best, happened, fold, leaning), happened, count, definition.seed()),
                candidates,
                taken.describe());
    }

    private double leaning(double[][] margins, int[] happened, int[] fold, int count) {
        double best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (double leaning : LEANINGS) {
            Evaluation.Classes seen = EvaluateClasses.classes(
                    predicted(margins, happened, fold, leaning), happened, count, definition.seed());
            double worth = 2 * seen.accuracy().value() + seen.macroF1().value();
            if (worth > most + 1e-3) {
                most = worth;
                best = leaning;
            }
        }
        return best;
    }

    private double[][] predicted(double[][] margins, int[] happened, int[] fold, double leaning) {
        double[][] predicted = new double[happened.length][margins.length];
        for (int part = 0; part < definition.folds(); part++) {
            int own = part;
            FitSoftmax.Fitted fitted = fitted(
                    margins,
                    happened,
                    IntStream.range(0, fold.length)
                            .filter(row -> fold[row] != own)
                            .toArray(),
                    leaning);
            for (int row = 0; row < fold.length; row++) {
                if (fold[row] == own) {
                    FitSoftmax.probabilities(margins, fitted.slope(), fitted.shifts(), row, predicted[row]);
                }
            }
        }
        return predicted;
    }

    private static FitSoftmax.Fitted fitted(double[][] margins, int[] happened, int[] rows, double leaning) {
        FitSoftmax.Fitted fitted = FitSoftmax.fit(margins, happened, rows);
        return leaning == 0
                ? fitted
                : FitSoftmax.sure(
                        margins,
                        new FitSoftmax.Fitted(fitted.slope(), leant(fitted.shifts(), happened, leaning)),
                        happened,
                        rows);
    }

    /** Shifts raised by a part of each class's rarity. */
    private static double[] leant(double[] shifts, int[] happened, double leaning) {
        double[] leant = shifts.clone();
        for (int k = 0; k < leant.length; k++) {
            int wanted = k;
            double share =
                    Math.max(1, Arrays.stream(happened).filter(y -> y == wanted).count()) / (double) happened.length;
            leant[k] -= leaning * Math.log(share);
        }
        return leant;
    }

    private static double[] losses(double[][] predicted, int[] happened) {
        return IntStream.range(0, happened.length)
                .mapToDouble(row -> -Math.log(Math.max(1e-12, predicted[row][happened[row]])))
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** Whether the others are less, row by row, by more than chance would make them. */
    private static boolean isBeyondNoise(double[] losses, double[] others) {
        return Gain.of(IntStream.range(0, losses.length)
                        .mapToDouble(row -> losses[row] - others[row])
                        .toArray())
                .exceeds(BEYOND_NOISE);
    }

    private int[] folds(String[] texts) {
        SplittableRandom random = new SplittableRandom(definition.seed());
        Map<String, Integer> known = new HashMap<>();
        return Arrays.stream(texts)
                .mapToInt(text -> known.computeIfAbsent(text, some -> random.nextInt(definition.folds())))
                .toArray();
    }

    private static double length(Column column) {
        double length = 0;
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            length += text == null ? 0 : text.length();
        }
        return length / column.size();
    }
}
