package org.lotse.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeferredTest {
    private final AtomicInteger worked = new AtomicInteger();
    private final Deferred<Comparison> comparisons = new Deferred<>(() -> {
        worked.incrementAndGet();
        return List.of();
    });

    @Test
    void isWorkedOutWhenReadAndOnlyOnce() {
        Firing firing = new Firing(new RowRef("tables/x.csv", "", 3, "row"), comparisons);
        assertThat(worked).hasValue(0);

        assertThat(firing.comparisons()).isEmpty();
        assertThat(firing).isEqualTo(new Firing(firing.row(), List.of()));
        assertThat(worked).hasValue(1);
    }
}
