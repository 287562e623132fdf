package org.lotse.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.EvaluateClasses;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.Member;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Link;
import org.lotse.models.training.FitSoftmax;
import org.lotse.models.training.Learn;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;

/** Learns several classes: each against all others, then calibrated together so that their probabilities add up to one. */
final class LearnClasses {
    private static final double BEYOND_NOISE = 2.58;

    private final ModelDefinition definition;
    private final List<String> classes;

    LearnClasses(ModelDefinition definition, List<String> classes) {
        this.definition = definition;
        this.classes = classes;
    }

    TrainModel.Result learn(Rows rows, Progress progress, List<Finding> findings) {
        Learn learn = new Learn(definition.trainer(), definition.calibration(), definition.folds(), definition.seed());
        List<Learned> learned = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            double wanted = k;
            Rows one = rows.against(
                    Arrays.stream(rows.targets()).map(y -> y == wanted ? 1 : 0).toArray());
            learned.add(learn.margins(
                    one, progress.part(0.05 + 0.85 * k / classes.size(), 0.05 + 0.85 * (k + 1) / classes.size())));
        }
        double[][] margins = learned.stream().map(Learned::outOfFold).toArray(double[][]::new);
        return finish(learned, margins, ints(rows.targets()), findings);
    }

    /** Calibrates margins of all classes together. */
    TrainModel.Result finish(List<Learned> learned, double[][] margins, int[] happened, List<Finding> findings) {
        int[] all = IntStream.range(0, happened.length).toArray();
        double[][] predicted = new double[happened.length][classes.size()];
        for (int part = 0; part < definition.folds(); part++) {
            int own = part;
            FitSoftmax.Fitted fitted = FitSoftmax.fit(
                    margins,
                    happened,
                    IntStream.of(all)
                            .filter(row -> row % definition.folds() != own)
                            .toArray());
            for (int row = own; row < all.length; row += definition.folds()) {
                FitSoftmax.probabilities(margins, fitted.slope(), fitted.shifts(), row, predicted[row]);
            }
        }
        FitSoftmax.Fitted fitted = FitSoftmax.fit(margins, happened, all);
        Evaluation.Classes evaluation = EvaluateClasses.classes(predicted, happened, classes.size(), definition.seed());
        boolean signal = beatsBaseRates(predicted, happened);
        if (!signal) {
            findings.add(new Finding(Finding.Code.NO_SIGNAL, definition.name(), evaluation.largestShare()));
        }
        Map<String, Member> members = new TreeMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            int wanted = k;
            double share = Arrays.stream(happened).filter(y -> y == wanted).count() / (double) happened.length;
            Learned one = learned.get(k);
            members.put(
                    Member.ofClass(classes.get(k)),
                    signal
                            ? new Member(
                                    one.scorer(),
                                    new Link.Amount(fitted.slope(), fitted.shifts()[k]),
                                    one.learner(),
                                    happened.length,
                                    true,
                                    one.library())
                            : new Member(
                                    new Constant(Math.log(Math.max(1e-6, share))),
                                    new Link.Amount(1, 0),
                                    "base rate",
                                    happened.length,
                                    false,
                                    new byte[0]));
            candidates.addAll(one.candidates());
        }
        return new TrainModel.Result(
                members,
                Objects.requireNonNull(members.get(Member.ofClass(classes.getFirst()))),
                evaluation,
                candidates,
                List.of());
    }

    private boolean beatsBaseRates(double[][] predicted, int[] happened) {
        double[] share = new double[classes.size()];
        for (int y : happened) {
            share[y] += 1.0 / happened.length;
        }
        double[] gains = IntStream.range(0, happened.length)
                .mapToDouble(row ->
                        Math.log(Math.max(1e-12, predicted[row][happened[row]])) - Math.log(share[happened[row]]))
                .toArray();
        double mean = Arrays.stream(gains).average().orElse(0);
        double variance = Arrays.stream(gains)
                .map(gain -> (gain - mean) * (gain - mean))
                .average()
                .orElse(0);
        return mean > BEYOND_NOISE * Math.sqrt(variance / gains.length);
    }

    static int[] ints(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }
}
