package org.lotse.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void whatWasCountedWholeHasNoInterval() {
        assertThat(Estimate.share(3, 10, 10)).isEqualTo(Estimate.exact(0.3));
        assertThat(Estimate.total(50, 500, 10, 10)).isEqualTo(Estimate.exact(50));
    }

    @Test
    void nothingFoundInASampleIsNotNothingAtAll() {
        Estimate none = Estimate.share(0, 100, 100_000);

        assertThat(none.value()).isZero();
        assertThat(none.high()).isCloseTo(0.037, within(0.001));
    }

    /** Drawn from 5,000 of which 8 % differ: the interval holds the truth in about 95 of 100 samples. */
    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        int whole = 5_000;
        int samples = 2_000;
        int shares = 0;
        int totals = 0;
        Random random = new Random(7);
        for (int sample = 0; sample < samples; sample++) {
            long hits = 0;
            double sum = 0;
            double squares = 0;
            int[] drawn = random.ints(0, whole).distinct().limit(500).toArray();
            for (int one : drawn) {
                boolean differs = one % 25 < 2;
                double change = differs ? one % 7 : 0;
                hits += differs ? 1 : 0;
                sum += change;
                squares += change * change;
            }
            shares += holds(Estimate.share(hits, drawn.length, whole), 0.08) ? 1 : 0;
            totals += holds(Estimate.total(sum, squares, drawn.length, whole), truth(whole)) ? 1 : 0;
        }

        assertThat((double) shares / samples).isBetween(0.93, 0.98);
        assertThat((double) totals / samples).isBetween(0.92, 0.98);
    }

    private static double truth(int whole) {
        double sum = 0;
        for (int one = 0; one < whole; one++) {
            sum += one % 25 < 2 ? one % 7 : 0;
        }
        return sum;
    }

    private static boolean holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high();
    }
}
