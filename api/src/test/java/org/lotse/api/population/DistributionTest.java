package org.lotse.api.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

class DistributionTest {
    private final Distribution ties = Distribution.of(new double[] {30, 10, 20, 20});

    @Test
    void halfOfTheSameValueCountAsLower() {
        assertThat(ties.percentile(10)).isEqualTo(12.5);
        assertThat(ties.percentile(20)).isEqualTo(50);
        assertThat(ties.percentile(30)).isEqualTo(87.5);
    }

    @Test
    void valuesNobodyHasFallBetweenTheOthers() {
        assertThat(ties.percentile(5)).isZero();
        assertThat(ties.percentile(15)).isEqualTo(25);
        assertThat(ties.percentile(99)).isEqualTo(100);
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(Distribution.of(new double[] {4, 1, 2, 3}).median()).isEqualTo(2.5);
        assertThat(Distribution.of(new double[] {4, 1, 2}).median()).isEqualTo(2);
        assertThat(ties.median()).isEqualTo(20);
    }

    @Test
    void modeIsTheMostFrequent() {
        assertThat(ties.mode()).isEqualTo(20);
    }

    @Test
    void thinnedDistributionStaysWithinAHundredth() {
        SplittableRandom random = new SplittableRandom(7);
        double[] sample = random.doubles(200_000).toArray();
        Distribution thinned = Distribution.of(sample);

        assertThat(thinned.values()).hasSizeLessThanOrEqualTo(Distribution.MOST + 1);
        for (int rank = 0; rank < sample.length; rank += 997) {
            assertThat(thinned.percentile(sample[rank]))
                    .as("seed 7, rank %s", rank)
                    .isCloseTo(100 * (rank + 0.5) / sample.length, within(0.02));
        }
    }

    @Test
    void storedSnapshotReadsBackTheSame() {
        Snapshot snapshot = SnapshotForm.snapshot(Map.of(
                SubjectType.CUSTOMER,
                new Snapshot.Population(
                        4,
                        Map.of(new TermKey("age"), ties),
                        Map.of(
                                new TermKey("contract"),
                                Value.choice("MONTHLY"),
                                new TermKey("paperless"),
                                Value.of(true)))));

        Snapshot read = SnapshotForm.unpack(snapshot.version(), SnapshotForm.pack(snapshot));

        assertThat(SnapshotForm.snapshot(read.types()).version()).isEqualTo(snapshot.version());
        assertThat(read.percentile(SubjectType.CUSTOMER, new TermKey("age"), 20))
                .hasValue(50);
        assertThat(read.mode(SubjectType.CUSTOMER, new TermKey("contract"))).contains(Value.choice("MONTHLY"));
        assertThat(read.mode(SubjectType.CUSTOMER, new TermKey("paperless"))).contains(Value.of(true));
    }
}
