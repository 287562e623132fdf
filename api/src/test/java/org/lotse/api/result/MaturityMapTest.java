package org.lotse.api.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.api.result.MaturityMap.Evidence;
import org.lotse.api.result.MaturityMap.Stage;

class MaturityMapTest {
    @Test
    void whoStandsAtAnalysisDescribesNext() {
        List<Evidence> evidence = there(EnumSet.of(Stage.STORAGE, Stage.ANALYSIS));

        assertThat(MaturityMap.reached(evidence)).isEqualTo(Stage.ANALYSIS);
        assertThat(MaturityMap.after(MaturityMap.reached(evidence))).isEqualTo(Stage.DESCRIPTIVE);
    }

    @Test
    void aStepIsNotReachedByLeavingOneOut() {
        List<Evidence> evidence = there(EnumSet.of(Stage.STORAGE, Stage.ANALYSIS, Stage.PREDICTIVE));

        assertThat(MaturityMap.reached(evidence)).isEqualTo(Stage.ANALYSIS);
    }

    @Test
    void beginsAtStorageAndEndsAtLearning() {
        assertThat(MaturityMap.after(MaturityMap.reached(there(Set.of())))).isEqualTo(Stage.STORAGE);
        assertThat(MaturityMap.after(MaturityMap.reached(there(EnumSet.allOf(Stage.class)))))
                .isNull();
    }

    private static List<Evidence> there(Set<Stage> stages) {
        return Arrays.stream(Stage.values())
                .map(stage -> new Evidence(stage, stages.contains(stage), ""))
                .toList();
    }
}
