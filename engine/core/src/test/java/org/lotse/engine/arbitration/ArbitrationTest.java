package org.lotse.engine.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArbitrationTest {
    @Test
    void weighsUpliftAgainstCosts() {
        Factors credit =
                new Factors(0.12, Factors.Basis.UPLIFT, Optional.of(0.31), Optional.of(0.12), 180, 20, 6.5, 0, 1, 0);

        assertThat(credit.priority()).isCloseTo(12.7, within(1e-9));
    }

    @Test
    void statesTheProbabilityItReallyChoosesWith() {
        Exploration tenPercent = new Exploration(0.1);
        Random random = new Random(3);
        int rounds = 200_000;
        int[] first = new int[4];
        double[] stated = new double[4];
        for (int i = 0; i < rounds; i++) {
            Exploration.Choice choice = tenPercent.choose(4, random);
            first[choice.index()]++;
            stated[choice.index()] = choice.probability();
        }

        for (int i = 0; i < 4; i++) {
            assertThat(first[i] / (double) rounds).as("candidate %d", i).isCloseTo(stated[i], within(0.003));
        }
    }

    @Test
    void alwaysTakesTheBestWithoutABudget() {
        assertThat(new Exploration(0).choose(5, new Random(1))).isEqualTo(new Exploration.Choice(0, 1));
    }
}
