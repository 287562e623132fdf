package org.lotse.models.uplift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.registry.Member;
import org.lotse.models.scoring.Link;
import org.lotse.models.training.Learn;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;
import org.lotse.models.training.Sums;

/**
 * A model of the effect itself (the X-learner): the effect on each row is what happened less what the other group's model
 * says, or the other way round. It is measured by halves: a model that learned from one half only, the groups' models
 * included, ranks the other. Folds would not do, since every fold's effects are taken against models that have seen the
 * rows to be ranked.
 */
public final class EffectModel {
    private EffectModel() {}

    /** Learns the groups' models and then the effects. */
    public static Way learn(Campaign campaign, Progress progress) {
        ModelDefinition definition = campaign.definition();
        Way arms = TwoModels.learn(campaign, definition.trainer(), progress.part(0, 0.4));
        int[] all = IntStream.range(0, campaign.size()).toArray();
        Learned[] whole = effects(campaign, all, arms.arms(), progress.part(0.4, 0.6));
        double[] uplift = new double[campaign.size()];
        for (int half = 0; half < 2; half++) {
            Progress part = progress.part(0.6 + 0.2 * half, 0.8 + 0.2 * half);
            int[] own = half(campaign, half);
            Way known = TwoModels.learn(campaign.pick(own), definition.trainer(), part.part(0, 0.6));
            Learned[] seen = effects(campaign, own, known.arms(), part.part(0.6, 1));
            double share = campaign.share(own);
            for (int row : half(campaign, 1 - half)) {
                uplift[row] = (1 - share) * seen[0].outOfFold()[row] + share * seen[1].outOfFold()[row];
            }
        }
        Map<String, Member> members = new HashMap<>(arms.members());
        members.put(Member.EFFECT, member(whole[0], whole[1], campaign.share(all), campaign.size()));
        return new Way(
                "effect of " + whole[0].learner() + " and " + whole[1].learner(),
                Way.Moves.UNSAID,
                arms.arms(),
                campaign.evaluate(uplift),
                members);
    }

    /**
     * The effects on the treated and on the control group, learned from some rows.
     *
     * @param arms what both groups' models say of these rows
     */
    private static Learned[] effects(Campaign campaign, int[] own, double[][] arms, Progress progress) {
        Rows rows = campaign.rows();
        double[] effects = new double[campaign.size()];
        boolean[][] masks = new boolean[2][campaign.size()];
        for (int i = 0; i < own.length; i++) {
            int row = own[i];
            boolean with = campaign.isTreated(row);
            effects[row] = with ? rows.targets()[row] - arms[1][i] : arms[0][i] - rows.targets()[row];
            masks[with ? 0 : 1][row] = true;
        }
        Learn learn = campaign.learn(campaign.definition().trainer(), CalibrationChoice.NONE);
        return new Learned[] {
            learn.amounts(rows.against(effects), masks[0], progress.part(0, 0.5)),
            learn.amounts(rows.against(effects), masks[1], progress.part(0.5, 1))
        };
    }

    /** Half of the subjects: those whose number, well mixed, is even or odd. */
    private static int[] half(Campaign campaign, int half) {
        long seed = campaign.definition().seed();
        return IntStream.range(0, campaign.size())
                .filter(row ->
                        (new SplittableRandom(seed + 31L * campaign.rows().groups()[row]).nextInt() & 1) == half)
                .toArray();
    }

    private static Member member(Learned onTreated, Learned onControl, double share, int rows) {
        Link.Amount first = (Link.Amount) onTreated.link();
        Link.Amount second = (Link.Amount) onControl.link();
        double[] weights = {
            (1 - share) * first.scale(), share * second.scale(), (1 - share) * first.offset() + share * second.offset()
        };
        return new Member(
                Sums.of(List.of(onTreated.scorer(), onControl.scorer()), weights),
                new Link.Amount(1, 0),
                onTreated.learner(),
                rows,
                onTreated.hasSignal() || onControl.hasSignal(),
                new byte[0]);
    }
}
