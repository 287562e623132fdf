package org.lotse.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.EvaluateUplift;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.Member;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.training.Folds;
import org.lotse.models.training.Learn;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;

/**
 * Learns uplift with two models, one for the treated and one for the control group; the uplift is their difference. Where
 * the difference orders nobody better than chance, both answer their base rate: the average effect is served.
 */
final class LearnUplift {
    private final ModelDefinition definition;
    private final Learn learn;

    LearnUplift(ModelDefinition definition) {
        this.definition = definition;
        this.learn = new Learn(definition.trainer(), definition.calibration(), definition.folds(), definition.seed());
    }

    TrainModel.Result learn(Rows rows, double[] treated, Progress progress, List<Finding> findings) {
        Learned with = learn.probabilities(arm(rows, treated, true), progress.part(0.05, 0.4));
        Learned without = learn.probabilities(arm(rows, treated, false), progress.part(0.4, 0.75));
        double[] uplift = outOfFold(rows, treated, with, without, progress.part(0.75, 0.95));
        Evaluation.Uplifts evaluation = EvaluateUplift.uplifts(uplift, rows.targets(), treated, definition.seed());
        int treatedRows = (int) evaluation.treated();
        int controlRows = (int) evaluation.control();
        Member treatedArm = TrainModel.member(with, treatedRows);
        Member controlArm = TrainModel.member(without, controlRows);
        if (!evaluation.targetingHelps()) {
            findings.add(new Finding(
                    Finding.Code.NO_EVIDENCE_FOR_TARGETING,
                    definition.name(),
                    evaluation.averageEffect().value()));
            treatedArm = TrainModel.constant(arm(rows, treated, true).mean(), treatedRows);
            controlArm = TrainModel.constant(arm(rows, treated, false).mean(), controlRows);
        }
        List<Candidate> candidates = new ArrayList<>(with.candidates());
        candidates.addAll(without.candidates());
        return new TrainModel.Result(
                Map.of(Member.TREATED, treatedArm, Member.CONTROL, controlArm),
                treatedArm,
                evaluation,
                candidates,
                List.of());
    }

    private Rows arm(Rows rows, double[] treated, boolean with) {
        Rows arm = rows.pick(IntStream.range(0, treated.length)
                .filter(row -> treated[row] > 0.5 == with)
                .toArray());
        if (arm.rarer() == 0) {
            throw new ModelProblem("All " + arm.size() + " " + (with ? "treated" : "control") + " rows of "
                    + definition.name() + " have the same outcome: no uplift can be learned. Maybe bring more rows.");
        }
        return arm;
    }

    private double[] outOfFold(Rows rows, double[] treated, Learned with, Learned without, Progress progress) {
        Folds folds = new Folds(rows, definition.folds(), definition.seed() + 1);
        double[] uplift = new double[rows.size()];
        for (int fold = 0; fold < folds.count(); fold++) {
            progress.step("uplift out of fold", (double) fold / folds.count());
            Scorer treatedArm = refit(rows, treated, folds.outside(fold), true, with.learner());
            Scorer controlArm = refit(rows, treated, folds.outside(fold), false, without.learner());
            for (int row : folds.inside(fold)) {
                uplift[row] = with.link().value(treatedArm.margin(rows.codes()[row]))
                        - without.link().value(controlArm.margin(rows.codes()[row]));
            }
        }
        return uplift;
    }

    private Scorer refit(Rows rows, double[] treated, int[] picked, boolean with, String learner) {
        return learn.refit(
                rows.pick(IntStream.of(picked)
                        .filter(row -> treated[row] > 0.5 == with)
                        .toArray()),
                learner);
    }
}
