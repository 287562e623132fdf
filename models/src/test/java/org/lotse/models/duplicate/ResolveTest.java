package org.lotse.models.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolveTest {
    @Test
    void recordsThatResembleAThirdComeTogether() {
        List<List<Integer>> groups = new Resolve(Map.of(pair(1, 2), 6.0, pair(2, 3), 6.0, pair(1, 3), -1.0)).groups();

        assertThat(groups).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void aChainIsNoCustomer() {
        List<List<Integer>> groups =
                new Resolve(Map.of(pair(1, 2), 6.0, pair(2, 3), 1.0, pair(3, 4), 6.0, pair(1, 3), -6.0)).groups();

        assertThat(groups).containsExactlyInAnyOrder(List.of(1, 2), List.of(3, 4));
    }

    private static long pair(int one, int other) {
        return FindDuplicates.pair(one, other);
    }
}
