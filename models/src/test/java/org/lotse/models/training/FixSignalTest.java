package org.lotse.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.Trainer;
import org.lotse.models.explanation.ExplainScore;
import org.lotse.models.explanation.Reasons;
import org.lotse.models.scoring.Link;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;

/** A scorer with its treatment answered says the same as when it is asked with the treatment. */
class FixSignalTest {
    private static final Signals NARROW = new Signals(
            List.of(
                    new Signal.Numeric("size", NumberForm.PLAIN, new double[] {0.25, 0.5, 0.75}),
                    new Signal.Category("kind", List.of("a", "b", "c"))),
            List.of(new Signals.Cross(0, 1)));
    private static final Signals WIDE = new Signals(
            List.of(
                    NARROW.signals().get(0),
                    NARROW.signals().get(1),
                    new Signal.Numeric("treated", NumberForm.PLAIN, new double[] {0.5})),
            List.of(new Signals.Cross(0, 1), new Signals.Cross(2, 0), new Signals.Cross(2, 1)));

    @ParameterizedTest
    @EnumSource(
            value = Trainer.class,
            names = {"LINEAR", "TREES", "AUTO"})
    void answersTheTreatmentBeforehand(Trainer trainer) {
        SplittableRandom random = new SplittableRandom(5);
        int size = 3_000;
        double[][] rows = new double[size][];
        double[] targets = new double[size];
        for (int row = 0; row < size; row++) {
            rows[row] = new double[] {random.nextDouble(), random.nextInt(3), random.nextInt(2)};
            double effect = rows[row][2] * (rows[row][0] > 0.5 ? 1.5 : -0.5);
            targets[row] = random.nextDouble() < Link.sigmoid(effect + rows[row][1] - 1) ? 1 : 0;
        }
        Scorer scorer = new Learn(trainer, CalibrationChoice.NONE, 3, 7)
                .probabilities(
                        new Rows(WIDE, rows, targets, IntStream.range(0, size).toArray()), Progress.SILENT)
                .scorer();

        for (int treated = 0; treated < 2; treated++) {
            Scorer fixed = FixSignal.of(scorer, WIDE, NARROW, treated);
            ExplainScore explain =
                    ExplainScore.of(fixed, new Link.Logistic(), NARROW).orElseThrow();
            for (int row = 0; row < 200; row++) {
                double[] asked = {rows[row][0], rows[row][1]};
                double margin = scorer.margin(new double[] {rows[row][0], rows[row][1], treated});
                Reasons reasons = explain.of(asked);

                assertThat(fixed.margin(asked)).isEqualTo(margin, within(1e-5));
                assertThat(reasons.margin()).isEqualTo(margin, within(1e-5));
                assertThat(reasons.baseMargin()
                                + reasons.contributions().stream()
                                        .mapToDouble(Reasons.Contribution::onMargin)
                                        .sum())
                        .isEqualTo(margin, within(1e-4));
            }
        }
    }
}
