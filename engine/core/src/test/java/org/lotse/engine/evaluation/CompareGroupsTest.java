package org.lotse.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lotse.engine.evaluation.Comparison.Measured;
import org.lotse.engine.evaluation.Comparison.TooFew;
import org.lotse.engine.evaluation.Comparison.Verdict;

class CompareGroupsTest {
    /** Newcombe 1998, table II, example (a), method 10. */
    @Test
    void agreesWithPublishedIntervals() {
        Interval published = measured(CompareGroups.byRate(Group.counted(70, 56), Group.counted(80, 48)));

        assertThat(published.estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(published.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(published.high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void aDifferenceBeyondChanceIsSaidWithItsDirection() {
        Comparison fewer = CompareGroups.byRate(Group.counted(10_000, 500), Group.counted(1_000, 100));
        Comparison more = CompareGroups.byRate(Group.counted(10_000, 1_500), Group.counted(1_000, 100));

        assertThat(fewer.verdict()).isEqualTo(Verdict.LESS);
        assertThat(more.verdict()).isEqualTo(Verdict.MORE);
    }

    @Test
    void aDifferenceWithinChanceIsNoEvidence() {
        assertThat(CompareGroups.byRate(Group.counted(2_000, 101), Group.counted(60, 4))
                        .verdict())
                .isEqualTo(Verdict.NO_EVIDENCE);
    }

    @Test
    void smallGroupsAreNotCompared() {
        assertThat(CompareGroups.byRate(Group.counted(10_000, 500), Group.counted(29, 5)))
                .isEqualTo(new TooFew(29, 30));
    }

    @Test
    void nobodyAtAllGivesAnIntervalThatHoldsNothing() {
        assertThat(CompareGroups.byRate(Group.counted(100, 0), Group.counted(100, 0))
                        .verdict())
                .isEqualTo(Verdict.NO_EVIDENCE);
    }

    @Test
    void ninetyFiveOfAHundredIntervalsHoldTheTruth() {
        Random random = new Random(7);
        int held = 0;
        int tries = 2_000;
        for (int i = 0; i < tries; i++) {
            Interval difference = measured(CompareGroups.byRate(drawn(random, 2_000, 0.06), drawn(random, 80, 0.05)));
            held += difference.holds(0.01) ? 1 : 0;
        }

        assertThat((double) held / tries).isBetween(0.935, 0.985);
    }

    @Test
    void amountsAreComparedPerPerson() {
        Random random = new Random(8);
        Interval difference =
                measured(CompareGroups.byMean(amounts(random, 5_000, 42, 20), amounts(random, 500, 40, 60)));

        assertThat(difference.holds(2)).isTrue();
        assertThat(difference.high() - difference.low()).isBetween(9.0, 12.0);
    }

    private static Group drawn(Random random, int persons, double rate) {
        int with = 0;
        for (int i = 0; i < persons; i++) {
            with += random.nextDouble() < rate ? 1 : 0;
        }
        return Group.counted(persons, with);
    }

    private static Group amounts(Random random, int persons, double mean, double deviation) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < persons; i++) {
            double amount = mean + deviation * random.nextGaussian();
            sum += amount;
            squares += amount * amount;
        }
        return new Group(persons, persons, sum, squares);
    }

    private static Interval measured(Comparison comparison) {
        assertThat(comparison).isInstanceOf(Measured.class);
        return ((Measured) comparison).difference();
    }
}
