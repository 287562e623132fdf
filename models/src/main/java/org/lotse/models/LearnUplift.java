package org.lotse.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Trainer;
import org.lotse.models.definition.Treatment;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.Member;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;
import org.lotse.models.uplift.Campaign;
import org.lotse.models.uplift.ChooseWay;
import org.lotse.models.uplift.EffectModel;
import org.lotse.models.uplift.MeanOfWays;
import org.lotse.models.uplift.MovedModel;
import org.lotse.models.uplift.OneModel;
import org.lotse.models.uplift.TwoModels;
import org.lotse.models.uplift.Way;

/**
 * Learns uplift. Usually in the ways that earned their time on campaigns whose truth was known: the difference of two additive
 * models ({@link TwoModels}), trees of everybody in which the treatment is a signal ({@link OneModel}), what everybody does
 * and, learned given that, how the treatment moves it ({@link MovedModel}), and means of the latter and the difference.
 * {@link ChooseWay} says which serves. A definition may ask for one way alone, also for a model of the effect itself
 * ({@link EffectModel}). Where nothing orders rows better than chance, the average effect is served.
 */
final class LearnUplift {
    /** How much the view of how the treatment moves everybody counts in the mean, at least half. */
    private static final double[] SHARES = {0.5, 0.75};

    private final ModelDefinition definition;

    LearnUplift(ModelDefinition definition) {
        this.definition = definition;
    }

    TrainModel.Result learn(Rows rows, double[] treated, Progress progress, List<Finding> findings) {
        Campaign campaign = new Campaign(definition, rows, treated);
        checkArm(campaign, true);
        checkArm(campaign, false);
        List<Way> ways = ways(campaign, progress.part(0.05, 0.95));
        Way usual = ChooseWay.usual(ways, campaign);
        Way best = ChooseWay.best(ways, usual, campaign);
        // who does more anyway is moved by more even if the effect is the same for all: that order says nothing of the
        // treatment
        Evaluation.Uplifts evaluation =
                usual.moves() == Way.Moves.ALIKE ? campaign.evaluate(new double[campaign.size()]) : best.evaluation();
        Map<String, Member> members = new HashMap<>(best.members());
        if (!evaluation.targetingHelps()) {
            findings.add(new Finding(
                    Finding.Code.NO_EVIDENCE_FOR_TARGETING,
                    definition.name(),
                    evaluation.averageEffect().value()));
            members.clear();
            members.put(Member.TREATED, constant(campaign.arm(true)));
            members.put(Member.CONTROL, constant(campaign.arm(false)));
        }
        return new TrainModel.Result(
                members,
                Objects.requireNonNull(members.get(Member.TREATED)),
                evaluation,
                ways.stream().map(Way::candidate).toList(),
                List.of());
    }

    private List<Way> ways(Campaign campaign, Progress progress) {
        Treatment.Learner learner = definition.treatment().orElseThrow().learner();
        Trainer trainer = definition.trainer();
        if (learner == Treatment.Learner.AUTO && trainer != Trainer.AUTO) {
            return List.of(TwoModels.learn(campaign, trainer, progress));
        }
        return switch (learner) {
            case AUTO -> usual(campaign, progress);
            case ONE -> List.of(OneModel.learn(campaign, trainer == Trainer.AUTO ? Trainer.TREES : trainer, progress));
            case TWO -> List.of(TwoModels.learn(campaign, trainer, progress));
            case EFFECT -> List.of(EffectModel.learn(campaign, progress));
            case MOVED -> List.of(MovedModel.learn(campaign, trainer, progress));
        };
    }

    private static List<Way> usual(Campaign campaign, Progress progress) {
        Way difference = TwoModels.learn(campaign, Trainer.LINEAR, progress.part(0, 0.3));
        Way one = OneModel.learn(campaign, Trainer.TREES, progress.part(0.3, 0.55));
        Way moved = MovedModel.learn(campaign, Trainer.AUTO, progress.part(0.55, 1));
        List<Way> ways = new ArrayList<>(List.of(difference, one, moved));
        for (double share : SHARES) {
            MeanOfWays.of(campaign, moved, difference, share).ifPresent(ways::add);
        }
        return ways;
    }

    private static Member constant(Rows arm) {
        return TrainModel.constant(arm.mean(), arm.size());
    }

    private void checkArm(Campaign campaign, boolean with) {
        Rows arm = campaign.arm(with);
        if (arm.rarer() == 0) {
            throw new ModelProblem("All " + arm.size() + " " + (with ? "treated" : "control") + " rows of "
                    + definition.name() + " have the same outcome: no uplift can be learned. Maybe bring more rows.");
        }
    }
}
