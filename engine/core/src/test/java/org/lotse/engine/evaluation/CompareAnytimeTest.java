package org.lotse.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lotse.engine.evaluation.CompareAnytime.Advice;

class CompareAnytimeTest {
    private static final int EXPERIMENTS = 1_000;
    private static final int LOOKS = 40;
    private static final int PER_LOOK = 100;

    @Test
    void whoLooksAfterEveryHundredPersonsStillFindsNothingWhereNothingIs() {
        int found = 0;
        int usual = 0;
        for (int seed = 0; seed < EXPERIMENTS; seed++) {
            Run run = new Run(seed, 0.2, 0.2);
            found += run.ended == Advice.STOP_MORE || run.ended == Advice.STOP_LESS ? 1 : 0;
            usual += run.usualStopped ? 1 : 0;
        }

        assertThat(found / (double) EXPERIMENTS).isLessThanOrEqualTo(0.05);
        assertThat(usual / (double) EXPERIMENTS)
                .as("the usual interval, looked at as often")
                .isGreaterThan(0.2);
    }

    @Test
    void realDifferenceIsFoundInItsDirectionAndEarly() {
        int found = 0;
        int looks = 0;
        for (int seed = 0; seed < 200; seed++) {
            Run run = new Run(seed, 0.28, 0.2);
            found += run.ended == Advice.STOP_MORE ? 1 : 0;
            looks += run.looks;
        }

        assertThat(found).isGreaterThanOrEqualTo(190);
        assertThat(looks / 200).isLessThan(LOOKS / 2);
        assertThat(new Run(1, 0.1, 0.2).ended).isEqualTo(Advice.STOP_LESS);
    }

    @Test
    void differenceThatWouldNotMatterEndsTheExperiment() {
        assertThat(CompareAnytime.byRate(Group.counted(400_000, 80_000), Group.counted(400_000, 80_010), 0.01)
                        .advice())
                .isEqualTo(Advice.STOP_NO_DIFFERENCE);
    }

    @Test
    void fewPersonsOrOutcomesSayNothing() {
        assertThat(CompareAnytime.byRate(Group.counted(99, 50), Group.counted(5_000, 100), 0.01)
                        .comparison())
                .isInstanceOf(Comparison.TooFew.class);
        assertThat(CompareAnytime.byRate(Group.counted(5_000, 0), Group.counted(5_000, 100), 0.01)
                        .advice())
                .isEqualTo(Advice.GO_ON);
        assertThatThrownBy(() -> CompareAnytime.byRate(Group.counted(1, 0), Group.counted(1, 0), 0))
                .hasMessageContaining("0.01");
    }

    @Test
    void returnIsWhatComesBackBeyondTheCost() {
        assertThat(ReturnOnInvestment.of(150_000, 80_000 + 120_000 + 60_000)).isCloseTo(0.7333, within(1e-4));
        assertThat(ReturnOnInvestment.of(45_000, 156_000 + 198_000 + 87_000)).isCloseTo(8.8, within(1e-12));
        assertThatThrownBy(() -> ReturnOnInvestment.of(0, 10)).hasMessageContaining("0.0");
    }

    /** An experiment that somebody looks at again and again, and stops as soon as he is told to. */
    private static final class Run {
        private Advice ended = Advice.GO_ON;
        private boolean usualStopped;
        private int looks;

        Run(long seed, double tried, double control) {
            SplittableRandom random = new SplittableRandom(seed);
            long persons = 0;
            long withTried = 0;
            long withControl = 0;
            while (looks < LOOKS && ended == Advice.GO_ON) {
                looks++;
                for (int person = 0; person < PER_LOOK; person++) {
                    persons++;
                    withTried += random.nextDouble() < tried ? 1 : 0;
                    withControl += random.nextDouble() < control ? 1 : 0;
                }
                Group first = Group.counted(persons, withTried);
                Group second = Group.counted(persons, withControl);
                ended = CompareAnytime.byRate(first, second, 0.05).advice();
                Comparison.Verdict usual = CompareGroups.byRate(first, second).verdict();
                usualStopped |= usual == Comparison.Verdict.MORE || usual == Comparison.Verdict.LESS;
            }
        }
    }
}
