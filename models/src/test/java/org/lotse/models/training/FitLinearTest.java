package org.lotse.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.registry.Targets;
import org.lotse.models.signal.ChooseSignals;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;

/** Folds are tried with own steps on flat rows; they come to what the library comes to. */
class FitLinearTest {
    private static final int ROWS = 3000;

    private static Sample sample(Table table, String text, Objective objective) {
        ModelDefinition definition = Generated.definition(text);
        Signals signals = new ChooseSignals().choose(table, definition).signals();
        double[] targets = Arrays.stream(Targets.of(table, definition).values())
                .map(target -> objective == Objective.SQUARED ? (target - 300) / 60 : target)
                .toArray();
        int[] groups = IntStream.range(0, table.rows()).toArray();
        Rows rows = new Rows(signals, signals.code(table), targets, groups);
        boolean[] all = new boolean[rows.size()];
        Arrays.fill(all, true);
        return new Sample(rows, new Folds(rows, 5, 1), all, objective);
    }

    private static double[] weights(Sample sample, double cost, double[] start) {
        return new FitLinear(
                        new SlotRows(sample.rows()), sample.rows().targets(), sample.objective(), sample.all(), cost)
                .weights(start);
    }

    private static double[] nothing(Sample sample) {
        return new double[new SlotRows(sample.rows()).weights()];
    }

    private static void assertSame(Sample sample, double[] weights, Fitted library, double distance) {
        SlotRows slots = new SlotRows(sample.rows());
        for (int row = 0; row < sample.rows().size(); row++) {
            assertThat(slots.sum(weights, row))
                    .isEqualTo(library.scorer().margin(sample.rows().codes()[row]), within(distance));
        }
    }

    @Test
    void probabilitiesAreThoseOfTheLibraryAtLowAndHighCost() {
        Sample sample = sample(
                Generated.churn(ROWS, 5),
                "name: churn\ntask: binary\ntarget: Churn\ncross: [contract x tenure]\n",
                Objective.LOGISTIC);

        for (double cost : new double[] {0.01, 1}) {
            Fitted library = new LinearLearner(cost).fit(sample.rows());
            assertSame(sample, weights(sample, cost, nothing(sample)), library, cost < 0.1 ? 0.03 : 0.1);
        }
    }

    @Test
    void amountsAreThoseOfTheLibrary() {
        Sample sample =
                sample(Generated.amounts(ROWS, 5), "name: a\ntask: regression\ntarget: amount\n", Objective.SQUARED);

        Fitted library = new LinearLearner(0.1).fitAmounts(sample.rows());

        assertSame(sample, weights(sample, 2 * 0.1, nothing(sample)), library, 0.02);
    }

    @Test
    void whereItStartsHardlyMatters() {
        Sample sample =
                sample(Generated.churn(ROWS, 6), "name: churn\ntask: binary\ntarget: Churn\n", Objective.LOGISTIC);
        double[] cold = weights(sample, 0.3, nothing(sample));

        double[] warm = weights(sample, 0.3, weights(sample, 0.03, nothing(sample)));

        for (int i = 0; i < cold.length; i++) {
            assertThat(warm[i]).isEqualTo(cold[i], within(0.01));
        }
    }
}
