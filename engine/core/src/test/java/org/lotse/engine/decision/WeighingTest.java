package org.lotse.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is worked out once per bundle must say what the plain definition says of every customer. */
final class WeighingTest {
    private static final int BUNDLES = 400;
    private static final int CUSTOMERS = 25;

    @Test
    void decidesAsThePlainDefinitionDoes() {
        Set<Rejection.Stage> met = EnumSet.noneOf(Rejection.Stage.class);
        for (long seed = 0; seed < BUNDLES; seed++) {
            Random random = new Random(seed);
            AnyBundle bundle = new AnyBundle(random);
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                Inputs inputs = bundle.inputs(random);
                Weighing.PairPredictions predictions = bundle.predictions(random.nextLong());

                Decision plain = new PlainWeighing(bundle, inputs, predictions).decide(AnyBundle.DECLARATION);
                Decision decided = new Weighing(bundle, inputs, predictions).decide(AnyBundle.DECLARATION);

                assertThat(decided).as("bundle %d, customer %d", seed, customer).isEqualTo(plain);
                decided.notChosen().forEach(loser -> met.add(loser.rejection().stage()));
            }
        }
        assertThat(met)
                .as("the stages in which something fell")
                .containsAll(EnumSet.complementOf(EnumSet.of(Rejection.Stage.DEGRADED)));
    }
}
