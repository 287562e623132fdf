package org.lotse.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    private static final DoubleUnaryOperator TRUE = p -> p;
    private static final DoubleUnaryOperator BLIND = p -> 0.3;

    @Test
    void aChallengerThatKnowsMoreIsBetter() {
        assertThat(judged(600, BLIND, TRUE).verdict()).isEqualTo(Challenge.Verdict.BETTER);
    }

    @Test
    void aChallengerThatKnowsLessIsWorse() {
        assertThat(judged(600, TRUE, BLIND).verdict()).isEqualTo(Challenge.Verdict.WORSE);
    }

    @Test
    void fewTrialsDecideNothing() {
        assertThat(judged(150, BLIND, TRUE).verdict()).isEqualTo(Challenge.Verdict.WAIT);
    }

    @Test
    void theSameIsNotBetter() {
        assertThat(judged(600, TRUE, TRUE).verdict()).isEqualTo(Challenge.Verdict.NO_DIFFERENCE);
    }

    @Test
    void aBetterOrderWithExaggeratedProbabilitiesIsNotPromoted() {
        Challenge.Judged judged = judged(3000, BLIND, p -> p < 0.3 ? p / 2 : Math.min(0.97, p * 1.25));

        assertThat(judged.gain().low()).isPositive();
        assertThat(judged.verdict()).isEqualTo(Challenge.Verdict.NO_DIFFERENCE);
    }

    private static Challenge.Judged judged(int trials, DoubleUnaryOperator champion, DoubleUnaryOperator challenger) {
        Random random = new Random(4);
        double[] one = new double[trials];
        double[] other = new double[trials];
        double[] happened = new double[trials];
        for (int i = 0; i < trials; i++) {
            double p = random.nextBoolean() ? 0.1 : 0.5;
            happened[i] = random.nextDouble() < p ? 1 : 0;
            one[i] = champion.applyAsDouble(p);
            other[i] = challenger.applyAsDouble(p);
        }
        return Challenge.judge(one, other, happened);
    }
}
