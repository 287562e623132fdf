package org.lotse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.explanation.Reasons;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

class LearnUpliftTest {
    private static final int ROWS = 4_000;

    @Test
    void saysNoEvidenceWhereEverybodysLogOddsMoveAlikeThoughSomeAreMovedByMorePoints() {
        TrainedModel model = trained(campaign(0.8, 0.8, 1));

        assertThat(model.report().findings())
                .extracting(Finding::code)
                .contains(Finding.Code.NO_EVIDENCE_FOR_TARGETING);
        double[] uplift = model.answers(campaign(0.8, 0.8, 2));
        assertThat(uplift).containsOnly(uplift[0]);
        assertThat(uplift[0]).isEqualTo(0.14, within(0.05));
    }

    @Test
    void findsThoseATreatmentMovesWhereTwoThingsMeet() {
        TrainedModel model = trained(campaign(0, 1.6, 1));

        assertThat(((Evaluation.Uplifts) model.report().evaluation()).targetingHelps())
                .isTrue();
        Table asked = new Table(
                List.of(
                        new Column.Numbers("habit", new double[] {0.5, 0.5}),
                        new Column.Numbers("hunts", new double[] {0.8, 0.8}),
                        new Column.Numbers("waits", new double[] {0.8, 0.2})),
                2);
        double[] uplift = model.answers(asked);
        assertThat(uplift[0] - uplift[1]).isGreaterThan(0.15);
        for (double[] row : model.signals().code(asked)) {
            Reasons reasons = model.reasons(row).orElseThrow();
            double sum = reasons.base()
                    + reasons.contributions().stream()
                            .mapToDouble(Reasons.Contribution::share)
                            .sum();
            assertThat(reasons.answer()).isEqualTo(model.answer(row), within(1e-12));
            assertThat(sum).isEqualTo(reasons.answer(), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"s, one model of both", "t, difference of", "x, effect of", "moved, moved by"})
    void learnsInTheWayADefinitionAsksFor(String learner, String name) {
        TrainedModel model = trained(
                campaign(0, 1.6, 1),
                "{column: voucher, treated: \"1\", control: \"0\", learner: " + learner + "}\ntrainer: trees");

        assertThat(model.report().candidates())
                .singleElement()
                .satisfies(way -> assertThat(way.learner()).contains(name));
        assertThat(model.members().containsKey(Member.EFFECT)).isEqualTo(learner.equals("x"));
    }

    @Test
    void whatEverybodyDoesMovedServesUnlessAMeanSaysItBetterBeyondNoise() {
        TrainedModel model = trained(campaign(0, 1.6, 8));

        assertThat(model.report().learner()).contains("moved by").doesNotContain("mean of");
    }

    private static TrainedModel trained(Table table) {
        return trained(table, "voucher");
    }

    private static TrainedModel trained(Table table, String treatment) {
        return new TrainModel()
                .train(
                        Generated.definition("name: v\ntask: uplift\ntarget: bought\npositive: \"1\"\ntreatment: "
                                + treatment + "\nsplit: {folds: 3}\n"),
                        table,
                        Progress.SILENT,
                        Clock.systemUTC());
    }

    /** Vouchers move the log-odds of all by {@code usual}, of those who hunt bargains and wait for them by {@code both}. */
    private static Table campaign(double usual, double both, long seed) {
        Random random = new Random(seed);
        double[] habit = new double[ROWS];
        double[] hunts = new double[ROWS];
        double[] waits = new double[ROWS];
        String[] voucher = new String[ROWS];
        String[] bought = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            habit[row] = random.nextDouble();
            hunts[row] = random.nextDouble();
            waits[row] = random.nextDouble();
            boolean given = random.nextBoolean();
            double effect = hunts[row] > 0.5 && waits[row] > 0.5 ? both : usual;
            double p = Link.sigmoid(-3 + 4 * habit[row] + (given ? effect : 0));
            voucher[row] = given ? "1" : "0";
            bought[row] = random.nextDouble() < p ? "1" : "0";
        }
        return Generated.table(
                new Column.Numbers("habit", habit),
                new Column.Numbers("hunts", hunts),
                new Column.Numbers("waits", waits),
                new Column.Texts("voucher", voucher),
                new Column.Texts("bought", bought));
    }
}
