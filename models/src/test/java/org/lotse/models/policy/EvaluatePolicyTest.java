package org.lotse.models.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lotse.models.evaluation.Interval;

class EvaluatePolicyTest {
    private static final double TRUTH = 0.5 * 0.30 + 0.5 * 0.25;

    /** Two kinds of customers, two actions; the logging policy prefers the first, the proposed one suits the kind. */
    private static List<EvaluatePolicy.Choice> log(int choices, double explored, double modelError, long seed) {
        Random random = new Random(seed);
        List<EvaluatePolicy.Choice> log = new ArrayList<>();
        for (int i = 0; i < choices; i++) {
            boolean first = random.nextBoolean();
            boolean chosen = random.nextDouble() >= explored;
            double probability = chosen ? 1 - explored : explored;
            double reward = random.nextDouble() < rate(first, chosen) ? 1 : 0;
            log.add(new EvaluatePolicy.Choice(
                    probability,
                    chosen == first ? 1 : 0,
                    reward,
                    rate(first, chosen) + modelError,
                    rate(first, first) + modelError));
        }
        return log;
    }

    private static double rate(boolean first, boolean chosen) {
        return chosen ? first ? 0.30 : 0.10 : first ? 0.05 : 0.25;
    }

    @Test
    void findsTheTruthInNineteenOfTwentyLogsThoughTheModelIsWrong() {
        int robust = 0;
        int normalised = 0;
        double bias = 0;
        int logs = 400;
        for (int i = 0; i < logs; i++) {
            EvaluatePolicy.Estimate.Known known =
                    (EvaluatePolicy.Estimate.Known) EvaluatePolicy.of(log(1500, 0.2, 0.1, i));
            robust += holds(known.value(), TRUTH) ? 1 : 0;
            normalised += holds(known.selfNormalised(), TRUTH) ? 1 : 0;
            bias += (known.value().value() - TRUTH) / logs;
        }

        assertThat(robust / (double) logs).isBetween(0.92, 0.98);
        assertThat(normalised / (double) logs).isBetween(0.92, 0.98);
        assertThat(bias).isEqualTo(0, within(0.005));
    }

    @Test
    void saysByHowMuchTheProposedPolicyIsBetter() {
        EvaluatePolicy.Estimate.Known known = (EvaluatePolicy.Estimate.Known) EvaluatePolicy.of(log(6000, 0.2, 0, 7));

        assertThat(known.gain().low()).isPositive();
        assertThat(known.gain().value()).isEqualTo(TRUTH - (0.8 * 0.2 + 0.2 * 0.15), within(0.03));
    }

    @Test
    void refusesWhereAllWeightIsOnAFewChoices() {
        List<EvaluatePolicy.Choice> log = new ArrayList<>(log(3000, 0.2, 0, 7));
        log.add(new EvaluatePolicy.Choice(0.00005, 1, 1, 0.3, 0.3));

        assertThat(EvaluatePolicy.of(log)).isInstanceOfSatisfying(EvaluatePolicy.Estimate.TooLittle.class, little -> {
            assertThat(little.effective()).isLessThan(10);
            assertThat(little.needed()).isEqualTo(50);
        });
    }

    @Test
    void refusesWhereBothNeverChooseTheSame() {
        List<EvaluatePolicy.Choice> log = log(500, 0, 0, 7).stream()
                .map(one -> new EvaluatePolicy.Choice(1, 0, one.reward(), 0.2, 0.3))
                .toList();

        assertThat(EvaluatePolicy.of(log)).isInstanceOf(EvaluatePolicy.Estimate.TooLittle.class);
        assertThat(EvaluatePolicy.of(List.of())).isInstanceOf(EvaluatePolicy.Estimate.TooLittle.class);
    }

    /** Newcombe 1998, method 10, example: 56 of 70 against 48 of 80 is 0.20 (0.0524 to 0.3339). */
    @Test
    void liftHasThePublishedInterval() {
        Lift lift = Lift.of(70, 56, 80, 48);

        assertThat(lift.difference().value()).isEqualTo(0.2, within(1e-9));
        assertThat(lift.difference().low()).isEqualTo(0.0524, within(1e-4));
        assertThat(lift.difference().high()).isEqualTo(0.3339, within(1e-4));
        assertThat(lift.verdict()).isEqualTo(Lift.Verdict.HIGHER);
        assertThat(Lift.of(20, 10, 2000, 100).verdict()).isEqualTo(Lift.Verdict.TOO_FEW);
        assertThat(Lift.of(0, 0, 0, 0).verdict()).isEqualTo(Lift.Verdict.TOO_FEW);
    }

    private static boolean holds(Interval interval, double value) {
        return interval.low() <= value && value <= interval.high();
    }
}
