package org.lotse.models.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final int LOOKS = 400;
    private static final int INPUTS = 30;

    @Test
    void chiSquareHasItsClosedForms() {
        assertThat(ChiSquare.above(3.841458820694124, 1)).isCloseTo(0.05, within(1e-9));
        assertThat(ChiSquare.above(6, 2)).isCloseTo(Math.exp(-3), within(1e-12));
        assertThat(ChiSquare.above(10, 4)).isCloseTo(Math.exp(-5) * 6, within(1e-12));
        assertThat(ChiSquare.above(200, 2)).isCloseTo(Math.exp(-100), within(1e-50));
        assertThat(ChiSquare.above(0, 3)).isEqualTo(1);
        assertThat(ChiSquare.exceededWith(0.05, 9)).isCloseTo(16.918977604620448, within(1e-8));
    }

    @Test
    void indexByChanceFollowsTheSizesOfBothSamples() {
        SplittableRandom random = new SplittableRandom(4);
        int above = 0;
        for (int look = 0; look < 2_000; look++) {
            Shift shift = CompareCounts.compare(drawn(random, 300, 8, 0), drawn(random, 700, 8, 0));
            above += shift.psi() > shift.noise() ? 1 : 0;
        }

        assertThat(above / 2_000.0).isCloseTo(0.05, within(0.02));
    }

    @Test
    void chanceIsCalledChanceAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(5);
        int below = 0;
        for (int look = 0; look < 2_000; look++) {
            below += CompareCounts.compare(drawn(random, 150, 12, 0), drawn(random, 2_000, 12, 0))
                                    .p()
                            < 0.05
                    ? 1
                    : 0;
        }

        assertThat(below / 2_000.0).isCloseTo(0.05, within(0.02));
    }

    @Test
    void nothingIsAlarmedWhereNothingChanged() {
        for (int rows : new int[] {120, 400, 2_000}) {
            SplittableRandom random = new SplittableRandom(rows);
            int alarms = 0;
            for (int look = 0; look < LOOKS; look++) {
                alarms += look(random, rows, 0, 0).contains(Watch.Verdict.CHANGED) ? 1 : 0;
            }

            assertThat((double) alarms / LOOKS)
                    .as("looks with an alarm, %d rows", rows)
                    .isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void realShiftsAreAlarmed() {
        SplittableRandom random = new SplittableRandom(9);
        int input = 0;
        int outcome = 0;
        for (int look = 0; look < 100; look++) {
            input += look(random, 1_000, 0.5, 0).getFirst() == Watch.Verdict.CHANGED ? 1 : 0;
            outcome += look(random, 1_000, 0, 0.12).getLast() == Watch.Verdict.CHANGED ? 1 : 0;
        }

        assertThat(input).isGreaterThanOrEqualTo(99);
        assertThat(outcome).isGreaterThanOrEqualTo(95);
    }

    @Test
    void differenceNobodyNeedsToCareAboutIsNoAlarmHoweverManyRowsProveIt() {
        Shift shift = CompareCounts.compare(new long[] {500_000, 500_000}, new long[] {510_000, 490_000});

        assertThat(shift.p()).isLessThan(1e-9);
        assertThat(Watch.verdicts(List.of(shift))).containsExactly(Watch.Verdict.STEADY);
    }

    @Test
    void fewRowsSayNothing() {
        assertThat(Watch.verdicts(List.of(CompareCounts.compare(new long[] {50, 0}, new long[] {0, 5_000}))))
                .containsExactly(Watch.Verdict.TOO_FEW);
    }

    @Test
    void valueThatAppearsIsFoundThoughItWasNeverThere() {
        Shift shift = CompareCounts.compare(new long[] {600, 400, 0}, new long[] {300, 200, 500});

        assertThat(Watch.verdicts(List.of(shift))).containsExactly(Watch.Verdict.CHANGED);
        assertThat(CompareCounts.compare(new long[] {0, 0}, new long[] {3, 4}).p())
                .isEqualTo(1);
    }

    @Test
    void shareHasWilsonsInterval() {
        assertThat(CheckCalibration.share(0, 10)[1]).isCloseTo(0.2775, within(1e-4));
        assertThat(CheckCalibration.share(81, 263)[0]).isCloseTo(0.2553, within(1e-4));
        assertThat(CheckCalibration.share(81, 263)[1]).isCloseTo(0.3662, within(1e-4));
    }

    /** Thirty inputs, the scores and the outcomes of one look; the first input and the outcomes may have moved. */
    private static List<Watch.Verdict> look(SplittableRandom random, int rows, double moved, double more) {
        List<Observed> observed = new ArrayList<>();
        observed.add(CompareCounts.compare(drawn(random, 2_000, 10, 0), drawn(random, rows, 10, moved)));
        for (int input = 1; input < INPUTS; input++) {
            int slots = 2 + input % 12;
            observed.add(CompareCounts.compare(drawn(random, 2_000, slots, 0), drawn(random, rows, slots, 0)));
        }
        double[] scores = scores(random, rows);
        observed.add(CompareCounts.compare(scores(random, 2_000), scores));
        boolean[] happened = new boolean[rows];
        IntStream.range(0, rows).forEach(row -> happened[row] = random.nextDouble() < scores[row] + more);
        observed.add(CheckCalibration.check(scores, happened));
        return Watch.verdicts(observed);
    }

    private static double[] scores(SplittableRandom random, int rows) {
        return IntStream.range(0, rows)
                .mapToDouble(row -> 0.02 + 0.4 * Math.pow(random.nextDouble(), 3))
                .toArray();
    }

    /** Rows over slots of falling size; a moved share comes from the last slots instead. */
    private static long[] drawn(SplittableRandom random, int rows, int slots, double moved) {
        long[] counts = new long[slots];
        for (int row = 0; row < rows; row++) {
            int slot = (int) (slots * random.nextDouble() * random.nextDouble());
            counts[random.nextDouble() < moved ? slots - 1 - slot : slot]++;
        }
        return counts;
    }
}
