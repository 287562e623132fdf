package org.lotse.models.uplift;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.Trainer;
import org.lotse.models.registry.Member;
import org.lotse.models.scoring.Link;
import org.lotse.models.training.LearnEffect;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;
import org.lotse.models.training.Sums;

/** What everybody does, learned without regard to the treatment, and by how much it moves the log-odds of each row. */
public final class MovedModel {
    private static final String MOVED = " moved by ";
    private static final String AS_EVERYBODY = "as much as everybody";

    /** Standard errors by which trees have to say better what happened than one effect for all, which chance does in one of ten. */
    private static final double EVIDENCE = 1.28;

    private MovedModel() {}

    /** Learns what everybody does and then how the treatment moves it. */
    public static Way learn(Campaign campaign, Trainer trainer, Progress progress) {
        Rows rows = campaign.rows();
        double[] treated = campaign.treated();
        Learned all = campaign.learn(trainer, CalibrationChoice.PLATT).probabilities(rows, progress.part(0, 0.7));
        double[] known = Arrays.stream(all.outOfFold()).map(LogOdds::of).toArray();
        LearnEffect.Effect effect = new LearnEffect(
                        campaign.definition().folds(), campaign.definition().seed())
                .learn(rows, treated, known, progress.part(0.7, 1));
        double[] line = LogOdds.line(all.link()).orElseThrow();
        Way.Moves moves = effect.evidence() > EVIDENCE ? Way.Moves.EACH : Way.Moves.ALIKE;
        String name = all.learner() + MOVED + (moves == Way.Moves.EACH ? effect.learner() : AS_EVERYBODY);
        double[][] arms = new double[2][treated.length];
        Map<String, Member> members = new HashMap<>();
        for (int arm = 0; arm < 2; arm++) {
            double counts = effect.counts(arm == 0);
            arms[arm] = IntStream.range(0, treated.length)
                    .mapToDouble(row -> Link.sigmoid(known[row] + counts * effect.outOfFold()[row]))
                    .toArray();
            members.put(
                    arm == 0 ? Member.TREATED : Member.CONTROL,
                    new Member(
                            Sums.of(List.of(all.scorer(), effect.scorer()), new double[] {line[0], counts, line[1]}),
                            new Link.Logistic(),
                            name,
                            treated.length,
                            true,
                            all.library()));
        }
        return new Way(name, moves, arms, campaign.evaluate(arms), members);
    }
}
