package org.lotse.models.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;

class LayerTest {
    private static final Signals SIGNALS = new Signals(
            List.of(
                    new Signal.Category("kind", List.of("PRIVATE", "BUSINESS")),
                    new Signal.Numeric("age", NumberForm.PLAIN, new double[] {30, 50})),
            List.of());

    @Test
    void saysWhatTheModelSaysBeforeAnyOutcome() {
        assertThat(Layer.on(SIGNALS).answer(row(0, 40), 0.37)).isEqualTo(0.37);
    }

    @Test
    void keepsToAModelThatIsRight() {
        Random random = new Random(1);
        Layer layer = Layer.on(SIGNALS);
        double worse = 0;
        for (int i = 0; i < 3000; i++) {
            double[] row = row(i % 2, 20 + random.nextInt(50));
            double p = row[0] == SIGNALS.code(0, "BUSINESS") ? 0.4 : 0.1;
            double happened = random.nextDouble() < p ? 1 : 0;
            worse += Evaluate.loss(layer.answer(row, p), happened) - Evaluate.loss(p, happened);
            layer = layer.with(row, p, happened > 0.5);
        }

        assertThat(worse / 3000).isLessThan(0.004);
    }

    /** After a break the layer is as good as a model that knew of it, within a thousand outcomes. */
    @Test
    void findsItsWayAfterABreakWithinAThousandOutcomes() {
        Random random = new Random(2);
        Layer layer = Layer.on(SIGNALS);
        double layerLoss = 0;
        double trueLoss = 0;
        double modelLoss = 0;
        for (int i = 0; i < 2000; i++) {
            double[] row = row(random.nextInt(2), 20 + random.nextInt(50));
            boolean business = row[0] == SIGNALS.code(0, "BUSINESS");
            double said = business ? 0.4 : 0.1;
            double now = business ? 0.1 : 0.5;
            double happened = random.nextDouble() < now ? 1 : 0;
            if (i >= 1000) {
                layerLoss += Evaluate.loss(layer.answer(row, said), happened) / 1000;
                trueLoss += Evaluate.loss(now, happened) / 1000;
                modelLoss += Evaluate.loss(said, happened) / 1000;
            }
            layer = layer.with(row, said, happened > 0.5);
        }

        assertThat(layerLoss).isEqualTo(trueLoss, within(0.03));
        assertThat(modelLoss).isGreaterThan(trueLoss + 0.2);
        assertThat(layer.trusted()).isLessThan(0.01);
    }

    @Test
    void followsARateThatMovesForAllWithinAHundredOutcomes() {
        Random random = new Random(3);
        Layer layer = Layer.on(SIGNALS);
        for (int i = 0; i < 150; i++) {
            layer = layer.with(row(i % 2, 40), 0.05, random.nextDouble() < 0.5);
        }

        assertThat(layer.answer(row(0, 40), 0.05)).isEqualTo(0.5, within(0.15));
    }

    @Test
    void theSameOutcomesGiveTheSameLayer() {
        Layer one = Layer.on(SIGNALS);
        Layer other = Layer.on(SIGNALS);
        for (int i = 0; i < 500; i++) {
            one = one.with(row(i % 2, i % 70), 0.2, i % 7 == 0);
        }
        for (int i = 0; i < 500; i++) {
            other = other.with(row(i % 2, i % 70), 0.2, i % 7 == 0);
        }

        assertThat(one.answer(row(1, 33), 0.2)).isEqualTo(other.answer(row(1, 33), 0.2));
        assertThat(one.outcomes()).isEqualTo(500);
    }

    private static double[] row(int kind, double age) {
        return new double[] {SIGNALS.code(0, kind == 0 ? "PRIVATE" : "BUSINESS"), age};
    }
}
