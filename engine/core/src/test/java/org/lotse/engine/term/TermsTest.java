package org.lotse.engine.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TermsTest {
    @Test
    void termsJoinedInArraysAreThoseOfJoinedMaps() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            Map<TermPath, Reading> one = readings(random);
            Map<TermPath, Reading> other = readings(random);
            Map<TermPath, Reading> both = new TreeMap<>(one);
            both.putAll(other);

            assertThat(new Terms(one).with(other).readings())
                    .as("seed %d", seed)
                    .isEqualTo(both);
            assertThat(new Terms(one).with(new Terms(other)))
                    .as("seed %d", seed)
                    .isEqualTo(new Terms(both));
            assertThat(new Terms(one).readings()).as("seed %d", seed).isEqualTo(new TreeMap<>(one));
            for (Map.Entry<TermPath, Reading> each : both.entrySet()) {
                assertThat(new Terms(both).at(each.getKey()))
                        .as("seed %d", seed)
                        .isEqualTo(each.getValue());
            }
        }
    }

    @Test
    void ownTermsOfALinkedSubjectAreReadUnderItsLink() {
        Terms claimant = new Terms(
                Map.of(path("churn"), known(0.3), path("age"), known(40), TermPath.parse("broker.fee"), known(7)));

        Terms claim = new Terms(Map.of(path("age"), known(2))).with(claimant.under("holder"));

        assertThat(claim.readings())
                .isEqualTo(Map.of(
                        path("age"), known(2),
                        TermPath.parse("holder.age"), known(40),
                        TermPath.parse("holder.churn"), known(0.3)));
    }

    @Test
    void aTermNeverResolvedReadsAsNotDelivered() {
        assertThat(Terms.NONE.at(path("age"))).isEqualTo(new Reading.Absent(Reading.Why.NOT_DELIVERED));
        assertThat(Terms.NONE.value(path("age"))).isEmpty();
        assertThat(Terms.NONE.number(path("age"))).isEmpty();
    }

    private static Map<TermPath, Reading> readings(Random random) {
        Map<TermPath, Reading> readings = new HashMap<>();
        for (int number = random.nextInt(8); number > 0; number--) {
            Optional<String> scope = random.nextInt(3) == 0 ? Optional.of("holder") : Optional.empty();
            readings.put(
                    new TermPath(scope, new TermKey("t" + random.nextInt(10))),
                    random.nextInt(4) == 0 ? new Reading.Absent(Reading.Why.NO_EVENT) : known(random.nextInt(100)));
        }
        return readings;
    }

    private static TermPath path(String key) {
        return TermPath.of(new TermKey(key));
    }

    private static Reading known(double number) {
        return new Reading.Known(Value.of(number));
    }
}
