package org.lotse.engine.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArbitrationTest {
    @Test
    void weighsUpliftAgainstCosts() {
        Factors credit =
                new Factors(0.12, Factors.Basis.UPLIFT, Optional.of(0.31), Optional.of(0.12), 180, 20, 6.5, 0, 1, 0);

        assertThat(credit.priority()).isCloseTo(12.7, within(1e-9));
    }
}
