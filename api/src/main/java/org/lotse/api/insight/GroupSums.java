package org.lotse.api.insight;

import java.util.List;
import org.lotse.models.drift.CheckCalibration;
import org.lotse.models.drift.ChiSquare;
import org.lotse.models.drift.CompareCounts;

/** Adds up what concerns the people of one group. Not thread-safe. */
final class GroupSums {
    private static final double Z = 1.959963984540054;
    private static final double SMALLEST_VARIANCE = 5;

    private long people;
    private long scored;
    private double scores;
    private double squares;
    private long offered;
    private long settled;
    private double predicted;
    private double variance;
    private long happened;

    void person(double score, boolean wasOffered) {
        people++;
        offered += wasOffered ? 1 : 0;
        if (!Double.isNaN(score)) {
            scored++;
            scores += score;
            squares += score * score;
        }
    }

    void outcome(double probability, boolean came) {
        settled++;
        predicted += probability;
        variance += probability * (1 - probability);
        happened += came ? 1 : 0;
    }

    long people() {
        return people;
    }

    GroupReport.PeopleGroup shown(String value) {
        double[] share = CheckCalibration.share(offered, people);
        double error = settled == 0 ? 0 : (happened - predicted) / settled;
        double reach = settled == 0 ? 1 : Z * Math.sqrt(variance) / settled;
        return new GroupReport.PeopleGroup(
                value,
                people,
                mean(),
                settled,
                error,
                error - reach,
                error + reach,
                people == 0 ? 0 : (double) offered / people,
                share[0],
                share[1]);
    }

    private double mean() {
        return scored == 0 ? 0 : scores / scored;
    }

    /** The probabilities that scores, errors and offers of these groups differ so much by chance. */
    static List<Double> chances(List<GroupSums> groups) {
        double between = 0;
        double weights = 0;
        double weighted = 0;
        int compared = 0;
        double errors = 0;
        int judged = 0;
        for (GroupSums one : groups) {
            double own = one.scored < 2 ? 0 : (one.squares / one.scored - one.mean() * one.mean()) / one.scored;
            if (own > 0) {
                weights += 1 / own;
                weighted += one.mean() / own;
                between += one.mean() * one.mean() / own;
                compared++;
            }
            if (one.variance >= SMALLEST_VARIANCE) {
                errors += (one.happened - one.predicted) * (one.happened - one.predicted) / one.variance;
                judged++;
            }
        }
        double spread = weights == 0 ? 0 : between - weighted * weighted / weights;
        return List.of(
                compared < 2 ? 1 : ChiSquare.above(spread, compared - 1),
                judged < 2 ? 1 : ChiSquare.above(errors, judged),
                CompareCounts.homogeneous(
                        groups.stream().mapToLong(one -> one.offered).toArray(),
                        groups.stream()
                                .mapToLong(one -> one.people - one.offered)
                                .toArray()));
    }
}
