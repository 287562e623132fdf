package org.lotse.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Value;

class GroupTest {
    @Test
    void amountsAreBandedIntoQuarters() {
        Group group = new Group();
        for (int age = 20; age < 60; age++) {
            group.add(Value.of(age), age < 30, age < 40, age >= 30 && age < 40);
        }

        assertThat(group.counts().keySet()).containsExactly("20 - < 30", "30 - < 40", "40 - < 50", "50 - 59");
        assertThat(group.counts())
                .hasEntrySatisfying(
                        "30 - < 40", counts -> assertThat(counts.changed).isEqualTo(10))
                .hasEntrySatisfying(
                        "20 - < 30", counts -> assertThat(counts.offeredBefore).isEqualTo(10));
    }

    @Test
    void oneAmountAloneIsOneBand() {
        Group group = new Group();
        group.add(Value.of(40), true, true, false);
        group.add(Value.of(40), true, true, false);

        assertThat(group.counts()).hasSize(1);
        assertThat(group.counts().values().iterator().next().decisions).isEqualTo(2);
    }
}
