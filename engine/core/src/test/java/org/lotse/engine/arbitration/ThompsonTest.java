package org.lotse.engine.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ThompsonTest {
    @Test
    void agreesWithTheClosedFormOfTwo() {
        SplittableRandom generator = new SplittableRandom(11);
        for (int i = 0; i < 1_000; i++) {
            double[] means = {generator.nextDouble(-50, 50), generator.nextDouble(-50, 50)};
            double[] deviations = {Math.pow(10, generator.nextDouble(-3, 2)), Math.pow(10, generator.nextDouble(-3, 2))
            };
            double expected = Normal.below((means[0] - means[1]) / Math.hypot(deviations[0], deviations[1]));

            assertThat(new Thompson(means, deviations).winning(0))
                    .as("means %s, deviations %s", means, deviations)
                    .isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void sumsToOneForManyOfVeryDifferentUncertainty() {
        SplittableRandom generator = new SplittableRandom(12);
        for (int i = 0; i < 300; i++) {
            int count = generator.nextInt(2, 13);
            double[] means = generator.doubles(count, -20, 20).toArray();
            double[] deviations = generator
                    .doubles(count, -3, 1.5)
                    .map(power -> Math.pow(10, power))
                    .toArray();
            Thompson thompson = new Thompson(means, deviations);
            double sum = 0;
            for (int j = 0; j < count; j++) {
                sum += thompson.winning(j);
            }

            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void knowsTheNormalDistribution() {
        assertThat(Normal.below(0)).isCloseTo(0.5, within(1e-15));
        assertThat(Normal.below(1.959963984540054)).isCloseTo(0.975, within(1e-12));
        assertThat(Normal.below(-8)).isCloseTo(6.22096057427178e-16, within(1e-22));
    }
}
