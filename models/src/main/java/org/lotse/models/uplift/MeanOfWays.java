package org.lotse.models.uplift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lotse.models.registry.Member;
import org.lotse.models.scoring.Link;
import org.lotse.models.training.Sums;

/** The weighted mean of two ways, in log odds: two ways of looking err less than either. */
public final class MeanOfWays {
    private static final String MEAN = "mean of ";

    private MeanOfWays() {}

    /**
     * The mean.
     *
     * @param share how much the first counts, 0..1
     * @return empty if one of them is not calibrated by a line in log odds
     */
    public static Optional<Way> of(Campaign campaign, Way first, Way second, double share) {
        String name = MEAN + Math.round(100 * share) + " % " + first.name() + " and " + second.name();
        Map<String, Member> members = new HashMap<>();
        for (String arm : List.of(Member.TREATED, Member.CONTROL)) {
            Member one = Objects.requireNonNull(first.members().get(arm));
            Member other = Objects.requireNonNull(second.members().get(arm));
            Optional<double[]> left = LogOdds.line(one.link());
            Optional<double[]> right = LogOdds.line(other.link());
            if (left.isEmpty() || right.isEmpty()) {
                return Optional.empty();
            }
            double[] weights = {
                share * left.get()[0],
                (1 - share) * right.get()[0],
                share * left.get()[1] + (1 - share) * right.get()[1]
            };
            members.put(
                    arm,
                    new Member(
                            Sums.of(List.of(one.scorer(), other.scorer()), weights),
                            new Link.Logistic(),
                            name,
                            one.rows(),
                            one.hasSignal() || other.hasSignal(),
                            one.library()));
        }
        double[][] arms = new double[2][campaign.size()];
        for (int arm = 0; arm < 2; arm++) {
            for (int row = 0; row < campaign.size(); row++) {
                arms[arm][row] = Link.sigmoid(
                        share * LogOdds.of(first.arms()[arm][row]) + (1 - share) * LogOdds.of(second.arms()[arm][row]));
            }
        }
        return Optional.of(new Way(name, first.moves(), arms, campaign.evaluate(arms), members));
    }
}
