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
        arm(rows, treated, true);
        arm(rows, treated, false);
        Learned with = learn.probabilities(rows, mask(treated, true), progress.part(0.05, 0.5));
        Learned without = learn.probabilities(rows, mask(treated, false), progress.part(0.5, 0.95));
        double[] uplift = IntStream.range(0, treated.length)
                .mapToDouble(row -> with.outOfFold()[row] - without.outOfFold()[row])
                .toArray();
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

    private static boolean[] mask(double[] treated, boolean with) {
        boolean[] mask = new boolean[treated.length];
        for (int row = 0; row < mask.length; row++) {
            mask[row] = treated[row] > 0.5 == with;
        }
        return mask;
    }
}
