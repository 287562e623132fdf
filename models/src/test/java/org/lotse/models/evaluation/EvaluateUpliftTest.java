package org.lotse.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluateUpliftTest {
    private static final int ROWS = 1500;
    private static final int CAMPAIGNS = 300;

    /** Scores that know nothing, of customers whom a treatment helps all alike. */
    private static Evaluation.Uplifts measured(long seed, double known) {
        Random random = new Random(seed);
        double[] score = random.doubles(ROWS).toArray();
        double[] treated = IntStream.range(0, ROWS)
                .mapToDouble(i -> random.nextBoolean() ? 1 : 0)
                .toArray();
        double[] happened = IntStream.range(0, ROWS)
                .mapToDouble(i -> random.nextDouble() < 0.2 + treated[i] * (0.1 + known * (score[i] - 0.5)) ? 1 : 0)
                .toArray();
        return EvaluateUplift.uplifts(score, happened, treated, seed);
    }

    @Test
    void hardlyEverFindsEvidenceForTargetingWhereEverybodyGainsAlike() {
        long found = IntStream.range(0, CAMPAIGNS)
                .filter(campaign -> measured(campaign, 0).targetingHelps())
                .count();

        assertThat(found).isLessThanOrEqualTo(CAMPAIGNS * 15 / 1000);
    }

    @Test
    void findsItWhereSomeGainMuchMore() {
        assertThat(measured(1, 0.6).targetingHelps()).isTrue();
    }
}
