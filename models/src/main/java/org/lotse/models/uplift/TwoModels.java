package org.lotse.models.uplift;

import java.util.Map;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.Trainer;
import org.lotse.models.registry.Member;
import org.lotse.models.training.Learn;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;

/** The difference of two models, one for the treated and one for the control group (the T-learner). */
public final class TwoModels {
    private TwoModels() {}

    /** Learns both. */
    public static Way learn(Campaign campaign, Trainer trainer, Progress progress) {
        // a line in log odds, so that two ways can be averaged
        CalibrationChoice asked = campaign.definition().calibration();
        Learn learn = campaign.learn(trainer, asked == CalibrationChoice.AUTO ? CalibrationChoice.PLATT : asked);
        Learned with = learn.probabilities(campaign.rows(), campaign.mask(true), progress.part(0, 0.5));
        Learned without = learn.probabilities(campaign.rows(), campaign.mask(false), progress.part(0.5, 1));
        double[][] arms = {with.outOfFold(), without.outOfFold()};
        return new Way(
                "difference of " + with.learner() + " and " + without.learner(),
                Way.Moves.UNSAID,
                arms,
                campaign.evaluate(arms),
                Map.of(
                        Member.TREATED, member(with, campaign.count(true)),
                        Member.CONTROL, member(without, campaign.count(false))));
    }

    private static Member member(Learned learned, int rows) {
        return new Member(
                learned.scorer(), learned.link(), learned.learner(), rows, learned.hasSignal(), learned.library());
    }
}
