package org.lotse.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lotse.engine.evaluation.PolicyValue.Judged;
import org.lotse.engine.evaluation.PolicyValue.TooLittle;
import org.lotse.engine.term.SubjectId;

/** Two offers: A is accepted by 10 % and worth 10, B by 30 % and worth 5; the running rules take A, and try B sometimes. */
class EvaluatePolicyTest {
    private static final double WORTH_OF_A = 0.1 * 10;
    private static final double WORTH_OF_B = 0.3 * 5;

    @Test
    void findsWhatTheProposedRulesWouldHaveAchieved() {
        Judged value = judged(log(new Random(1), 40_000, 0.1, true, 1));

        assertThat(value.running().holds(0.95 * WORTH_OF_A + 0.05 * WORTH_OF_B)).isTrue();
        assertThat(value.proposed().holds(WORTH_OF_B)).isTrue();
        assertThat(value.selfNormalised().holds(WORTH_OF_B)).isTrue();
        assertThat(value.gain().low()).isPositive();
    }

    @Test
    void outcomesCorrectModelsThatAreWrong() {
        Judged value = judged(log(new Random(2), 60_000, 0.1, true, 3));

        assertThat(value.proposed().holds(WORTH_OF_B)).isTrue();
    }

    @Test
    void theSameRulesGainNothing() {
        Judged value = judged(log(new Random(3), 20_000, 0.1, false, 1));

        assertThat(value.gain().holds(0)).isTrue();
        assertThat(value.effectiveSample()).isGreaterThan(15_000);
    }

    @Test
    void whatWasHardlyEverTriedIsNotJudged() {
        assertThat(new EvaluatePolicy(log(new Random(4), 4_000, 0.02, true, 1)).evaluate())
                .isInstanceOfSatisfying(TooLittle.class, little -> {
                    assertThat(little.decisions()).isEqualTo(4_000);
                    assertThat(little.effectiveSample()).isLessThan(little.needed());
                });
        assertThat(new EvaluatePolicy(List.of()).evaluate()).isEqualTo(new TooLittle(0, 0, PolicyValue.NEEDED));
    }

    @Test
    void manyDecisionsNobodyWouldChangeSayNothingAboutTheFewThatWould() {
        List<LoggedChoice> log = new ArrayList<>(log(new Random(9), 20_000, 0.1, false, 1));
        log.addAll(log(new Random(10), 500, 0.02, true, 1));

        assertThat(new EvaluatePolicy(log).evaluate()).isInstanceOf(TooLittle.class);
    }

    @Test
    void ninetyFiveOfAHundredIntervalsHoldTheTruth() {
        Random random = new Random(5);
        int doublyRobust = 0;
        int selfNormalised = 0;
        int tries = 300;
        for (int i = 0; i < tries; i++) {
            Judged value = judged(log(random, 6_000, 0.1, true, 1.5));
            doublyRobust += value.proposed().holds(WORTH_OF_B) ? 1 : 0;
            selfNormalised += value.selfNormalised().holds(WORTH_OF_B) ? 1 : 0;
        }

        assertThat((double) doublyRobust / tries).isBetween(0.91, 0.99);
        assertThat((double) selfNormalised / tries).isBetween(0.91, 0.99);
    }

    @Test
    void manyDecisionsAboutOnePersonAreNoMoreEvidenceThanOne() {
        List<LoggedChoice> once = log(new Random(6), 5_000, 0.1, true, 1);
        List<LoggedChoice> often = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            often.addAll(once);
        }

        assertThat(judged(often).gain().high()).isCloseTo(judged(once).gain().high(), within(1e-9));
    }

    private static Judged judged(List<LoggedChoice> log) {
        PolicyValue value = new EvaluatePolicy(log).evaluate();
        assertThat(value).isInstanceOf(Judged.class);
        return (Judged) value;
    }

    /**
     * @param exploration share of decisions that draw between A and B evenly
     * @param toB whether the proposed rules take B; else they are the running ones
     * @param exaggeration what models expect, times the truth
     */
    private static List<LoggedChoice> log(
            Random random, int decisions, double exploration, boolean toB, double exaggeration) {
        List<LoggedChoice> log = new ArrayList<>();
        for (int i = 0; i < decisions; i++) {
            boolean choseB = random.nextDouble() < exploration && random.nextBoolean();
            double probability = choseB ? exploration / 2 : 1 - exploration / 2;
            double reward = choseB ? (random.nextDouble() < 0.3 ? 5 : 0) : random.nextDouble() < 0.1 ? 10 : 0;
            double proposed = toB ? (choseB ? 1 : 0) : probability;
            double expected = exaggeration * (choseB ? WORTH_OF_B : WORTH_OF_A);
            double expectedOfProposed = exaggeration
                    * (toB ? WORTH_OF_B : (1 - exploration / 2) * WORTH_OF_A + exploration / 2 * WORTH_OF_B);
            log.add(new LoggedChoice(
                    SubjectId.customer("c-" + i), probability, toB, proposed, reward, expected, expectedOfProposed));
        }
        return log;
    }
}
