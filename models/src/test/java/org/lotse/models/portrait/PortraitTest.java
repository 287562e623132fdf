package org.lotse.models.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.TrainModel;
import org.lotse.models.TrainingData;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

class PortraitTest {
    private static final ModelDefinition CHURN = Generated.definition("""
            name: churn
            task: binary
            target: Churn
            positive: "Yes"
            trainer: linear
            exclude: [customerID]
            """);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void showsTheDirectionsAndOrderOfTheTruth() {
        TrainingData data = TrainingData.of(Generated.churn(4_000, 3), "test");

        Portrait portrait = draw(data, Optional.empty());

        assertThat(portrait.inputs().getLast().name()).isEqualTo("noise");
        assertThat(slots(portrait, "contract"))
                .filteredOn(slot -> slot.value().filter("MONTHLY"::equals).isPresent())
                .allSatisfy(slot -> assertThat(slot.effect()).isGreaterThan(0.05));
        List<Portrait.Slot> tenure = slots(portrait, "tenure").stream()
                .filter(slot -> slot.what() == Portrait.What.RANGE)
                .toList();
        assertThat(tenure.getFirst().effect()).isGreaterThan(tenure.getLast().effect() + 0.1);
        assertThat(tenure.getFirst().low()).isEmpty();
        assertThat(tenure.getFirst().high()).contains(tenure.get(1).low().orElseThrow());
    }

    @Test
    void namesNoGroupOfFewerThanEight() {
        TrainingData data = TrainingData.of(Generated.churn(300, 4), "test");

        Portrait portrait = draw(data, Optional.empty());

        assertThat(portrait.inputs())
                .flatExtracting(Portrait.Input::slots)
                .allSatisfy(slot -> assertThat(slot.subjects()).isGreaterThanOrEqualTo(Portrait.SMALLEST_GROUP));
        assertThat(portrait.inputs())
                .allSatisfy(input -> assertThat(input.rest()
                                + input.slots().stream()
                                        .mapToLong(Portrait.Slot::subjects)
                                        .sum())
                        .isEqualTo(300));
    }

    @Test
    void sameSubjectCountsOnce() {
        Table table = Generated.churn(1_000, 5);
        int[] groups = IntStream.range(0, 1_000).map(row -> row / 4).toArray();

        Portrait portrait = draw(new TrainingData(table, groups, "test", List.of()), Optional.empty());

        assertThat(portrait.rows()).isEqualTo(1_000);
        assertThat(portrait.subjects()).isEqualTo(250);
    }

    @Test
    void sameDrawOfTheSamePeopleIsNoDistortion() {
        int distorted = 0;
        for (int seed = 0; seed < 20; seed++) {
            Portrait portrait = draw(
                    TrainingData.of(Generated.churn(600, seed), "test"),
                    Optional.of(Generated.churn(1_500, 100 + seed)));
            distorted += FindDistortions.in(portrait).isEmpty() ? 0 : 1;
        }

        assertThat(distorted).isLessThanOrEqualTo(1);
    }

    @Test
    void groupThatWasHardlyLearnedFromIsMissed() {
        Table all = Generated.churn(3_000, 6);
        int[] others = IntStream.range(0, 3_000)
                .filter(row -> row % 20 == 0
                        || !"TWO_YEARS"
                                .equals(all.column("contract").orElseThrow().text(row)))
                .toArray();

        Portrait portrait = draw(TrainingData.of(all.pick(others), "test"), Optional.of(Generated.churn(1_500, 7)));

        assertThat(FindDistortions.in(portrait).getFirst())
                .isInstanceOfSatisfying(FindDistortions.MissingGroup.class, missing -> {
                    assertThat(missing.input()).isEqualTo("contract");
                    assertThat(missing.today()).isBetween(0.15, 0.25);
                    assertThat(missing.learned()).isLessThan(0.05);
                });
    }

    @Test
    void monthThatWentOtherwiseIsUnusualAndOrdinaryOnesAreNot() {
        Random random = new Random(8);
        long[] times = new long[12_000];
        double[] outcomes = new double[times.length];
        for (int row = 0; row < times.length; row++) {
            Instant at = Instant.parse("2025-01-10T12:00:00Z").plusSeconds(row % 12 * 30L * 86_400);
            times[row] = at.toEpochMilli();
            outcomes[row] = random.nextDouble() < (row % 12 == 10 ? 0.3 : 0.1) ? 1 : 0;
        }

        List<Portrait.Month> months = Months.of(times, outcomes, ZoneOffset.UTC);

        assertThat(months)
                .filteredOn(Portrait.Month::unusual)
                .extracting(Portrait.Month::month)
                .containsExactly("2025-11");
        assertThat(months.getFirst().rows()).isEqualTo(1_000);
    }

    private static Portrait draw(TrainingData data, Optional<Table> today) {
        TrainedModel model = new TrainModel().train(CHURN, data, Progress.SILENT, Clock.fixed(NOW, ZoneOffset.UTC));
        return new DrawPortrait(model, ZoneOffset.UTC).draw(data, today);
    }

    private static List<Portrait.Slot> slots(Portrait portrait, String input) {
        return portrait.inputs().stream()
                .filter(one -> one.name().equals(input))
                .findFirst()
                .orElseThrow()
                .slots();
    }
}
