package org.lotse.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lotse.engine.evaluation.CompareWithBaseline.Better;
import org.lotse.engine.evaluation.CompareWithBaseline.Verdict;

class RatioTest {
    private static final double TRUTH = 0.3;

    @Test
    void intervalsHoldTheTruthAlthoughOnePersonActsManyTimes() {
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        int heldByEvents = 0;
        for (int sample = 0; sample < 1_000; sample++) {
            Ratio ratio = Ratio.none();
            for (int person = 0; person < 200; person++) {
                int events = 1 + random.nextInt(8);
                double inclined = random.nextBoolean() ? 0 : 2 * TRUTH;
                int with = 0;
                for (int event = 0; event < events; event++) {
                    with += random.nextDouble() < inclined ? 1 : 0;
                }
                ratio = ratio.with(with, events);
            }
            held += ratio.ofShare().holds(TRUTH) ? 1 : 0;
            heldByEvents += CompareGroups.wilson(Group.counted((long) ratio.below(), (long) ratio.above()))
                            .holds(TRUTH)
                    ? 1
                    : 0;
        }

        assertThat(held).isBetween(930, 970);
        assertThat(heldByEvents).as("what counting events would say").isLessThan(850);
    }

    @Test
    void aShareOfEverybodyIsNotCertain() {
        Ratio all = Ratio.none();
        for (int person = 0; person < 50; person++) {
            all = all.with(1, 1);
        }

        assertThat(all.ofShare().high()).isEqualTo(1, within(1e-9));
        assertThat(all.ofShare().low()).isBetween(0.9, 0.96);
    }

    @Test
    void fewPersonsSayNothingHoweverMuchTheyDo() {
        Ratio few = Ratio.none();
        for (int person = 0; person < 29; person++) {
            few = few.with(1_000, 2_000);
        }

        assertThat(few.isTooFew()).isTrue();
        assertThat(few.with(1, 2).isTooFew()).isFalse();
    }

    @Test
    void aChangeIsBetterOnlyBeyondChanceAndInTheWantedDirection() {
        Interval baseline = new Interval(0.45, 0.5, 0.55);
        Interval more = new Interval(0.6, 0.65, 0.7);

        assertThat(verdict(more, baseline, Better.MORE)).isEqualTo(Verdict.BETTER);
        assertThat(verdict(more, baseline, Better.LESS)).isEqualTo(Verdict.WORSE);
        assertThat(verdict(new Interval(0.5, 0.55, 0.6), baseline, Better.MORE)).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(verdict(baseline, more, Better.LESS)).isEqualTo(Verdict.BETTER);
    }

    @Test
    void theGoalIsReachedByAChangeThatIsCertainAndLargeEnough() {
        Interval baseline = new Interval(3.2, 3.2, 3.2);

        assertThat(reached(new Interval(3.9, 4.1, 4.3), baseline)).isTrue();
        assertThat(reached(new Interval(3.4, 3.5, 3.6), baseline))
                .as("9 % only")
                .isFalse();
        assertThat(reached(new Interval(3.0, 4.1, 5.2), baseline))
                .as("may be chance")
                .isFalse();
        assertThat(CompareWithBaseline.compare(baseline, new Interval(0, 0, 0), Better.MORE, 0.1))
                .as("nothing is a share of zero")
                .isEmpty();
    }

    private static boolean reached(Interval now, Interval baseline) {
        return CompareWithBaseline.compare(now, baseline, Better.MORE, 0.15)
                .orElseThrow()
                .goalReached();
    }

    private static Verdict verdict(Interval now, Interval baseline, Better better) {
        return CompareWithBaseline.compare(now, baseline, better, 0.1)
                .orElseThrow()
                .verdict();
    }
}
