package org.lotse.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.Signals;

class FitLinkTest {
    private static final int ROWS = 8000;

    /** Margins three times too large and shifted by one. */
    private final double[] truth =
            new Random(1).doubles(ROWS).map(d -> 4 * d - 3).toArray();

    private final double[] margins =
            IntStream.range(0, ROWS).mapToDouble(i -> 3 * truth[i] + 1).toArray();
    private final double[] targets = targets();

    private double[] targets() {
        Random random = new Random(2);
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> random.nextDouble() < Link.sigmoid(truth[i]) ? 1 : 0)
                .toArray();
    }

    private Sample sample() {
        Rows rows = new Rows(
                new Signals(java.util.List.of(), java.util.List.of()),
                new double[ROWS][0],
                targets,
                IntStream.range(0, ROWS).toArray());
        boolean[] all = new boolean[ROWS];
        java.util.Arrays.fill(all, true);
        return new Sample(rows, new Folds(rows, 5, 3), all, Objective.LOGISTIC);
    }

    @Test
    void plattFindsSlopeAndShift() {
        Link.Platt platt = (Link.Platt) FitLink.platt(margins, targets);

        assertThat(platt.slope()).isEqualTo(1 / 3.0, within(0.03));
        assertThat(platt.shift()).isEqualTo(-1 / 3.0, within(0.06));
    }

    @Test
    void calibrationRepairsOverconfidenceOutOfFold() {
        double before = Evaluate.probabilities(
                        IntStream.range(0, ROWS)
                                .mapToDouble(i -> Link.sigmoid(margins[i]))
                                .toArray(),
                        targets,
                        1)
                .calibrationError();

        FitLink.Chosen chosen;
        try (Threads threads = new Threads()) {
            chosen = FitLink.choose(margins, sample(), CalibrationChoice.AUTO, threads);
        }

        assertThat(before).isGreaterThan(0.1);
        var after = Evaluate.probabilities(chosen.probabilities(), targets, 1);
        assertThat(after.calibrationError()).isLessThan(after.calibrationFloor95() * 1.2);
    }

    @Test
    void aCurveBendsWhereHighMarginsSayTooLittle() {
        double[] bent = IntStream.range(0, ROWS)
                .mapToDouble(i -> truth[i] < 0 ? truth[i] : truth[i] / 4)
                .toArray();

        Link curve = FitCurve.of(bent, targets);

        double line = off(FitLink.platt(bent, targets), bent);
        assertThat(off(curve, bent)).isLessThan(0.02).isLessThan(line * 0.7);
        double last = 0;
        for (double margin = -6; margin < 3; margin += 0.05) {
            assertThat(curve.value(margin)).isBetween(last, 1.0);
            last = curve.value(margin);
        }
    }

    private double off(Link link, double[] from) {
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> Math.abs(link.value(from[i]) - Link.sigmoid(truth[i])))
                .average()
                .orElseThrow();
    }

    @Test
    void isotonicRisesAndStaysInside() {
        Link isotonic = FitLink.isotonic(margins, targets);

        double last = 0;
        for (double margin = -12; margin < 12; margin += 0.1) {
            double value = isotonic.value(margin);
            assertThat(value).isBetween(Math.max(last, 1e-6), 1.0);
            last = value;
        }
    }

    @Test
    void keepsGroupsTogether() {
        int[] groups = IntStream.range(0, ROWS).map(i -> i / 10).toArray();
        Folds folds = new Folds(
                new Rows(new Signals(java.util.List.of(), java.util.List.of()), new double[ROWS][0], targets, groups),
                5,
                3);

        for (int fold = 0; fold < 5; fold++) {
            int[] inside = folds.inside(fold);
            assertThat(inside.length).isBetween(ROWS / 5 - 400, ROWS / 5 + 400);
            assertThat(IntStream.of(inside).map(row -> groups[row]).distinct().count() * 10)
                    .isEqualTo(inside.length);
        }
    }
}
