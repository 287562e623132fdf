package org.lotse.engine.planning.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HourFactorsTest {
    private static HourFactors slowAtEight() {
        List<Double> factors = new ArrayList<>(Collections.nCopies(24, 1.0));
        factors.set(8, 2.0);
        return new HourFactors(factors);
    }

    @Test
    void speedChangesWhileOneDrives() {
        HourFactors hours = slowAtEight();

        assertThat(hours.arrive(420, 60)).as("before eight").isEqualTo(480);
        assertThat(hours.arrive(480, 20)).as("at eight").isEqualTo(520);
        assertThat(hours.arrive(450, 50)).as("half an hour free, then slow").isEqualTo(520);
        assertThat(hours.arrive(1440 + 480, 20)).as("the next day").isEqualTo(1440 + 520);
        assertThat(HourFactors.NONE.arrive(480, 20)).isEqualTo(500);
    }

    @Test
    void leavingAtTheLatestArrivesInTime() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            HourFactors hours =
                    new HourFactors(random.doubles(24, 0.5, 3).boxed().toList());
            double way = random.nextDouble() * 200;
            double leave = random.nextDouble() * 4_000;

            assertThat(hours.depart(hours.arrive(leave, way), way)).isCloseTo(leave, within(1e-6));
        }
    }

    @Test
    void nobodyOvertakesWhoLeftEarlier() {
        HourFactors hours = slowAtEight();
        double before = 0;
        for (double leave = 400; leave < 600; leave += 0.5) {
            double there = hours.arrive(leave, 35);
            assertThat(there).isGreaterThan(before);
            before = there;
        }
    }

    @Test
    void thereIsOneFactorForEachHourOrNone() {
        assertThat(slowAtEight().sound()).isTrue();
        assertThat(HourFactors.NONE.sound()).isTrue();
        assertThat(new HourFactors(List.of(1.0)).sound()).isFalse();
        assertThat(new HourFactors(Collections.nCopies(24, 0.0)).sound()).isFalse();
    }
}
