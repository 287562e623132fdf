package org.lotse.engine.planning.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingHoursTest {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 0, 0);

    @Test
    void whoHasOpenedOftenIsKnownByTheOwnHours() {
        ReadingHours hours = new ReadingHours(habits());

        assertThat(best(hours, "owl", "private")).isEqualTo(22);
        assertThat(hours.basis("owl")).isEqualTo(ReadingHours.Basis.OWN);
    }

    @Test
    void whoIsNewReadsLikeTheGroup() {
        ReadingHours hours = new ReadingHours(habits());

        assertThat(best(hours, "new", "private")).isEqualTo(19);
        assertThat(best(hours, "new", "business")).isEqualTo(9);
        assertThat(hours.basis("new")).isEqualTo(ReadingHours.Basis.GROUP);
    }

    @Test
    void weekendsAreHabitsOfTheirOwn() {
        List<ReadingHours.Opened> openings = new ArrayList<>(habits());
        IntStream.range(0, 30)
                .forEach(i -> openings.add(new ReadingHours.Opened(
                        "owl", "private", MONDAY.minusDays(1).withHour(11))));
        ReadingHours hours = new ReadingHours(openings);

        assertThat(best(hours, "owl", "private")).isEqualTo(22);
        assertThat(hours.share("owl", "private", MONDAY.minusDays(1).withHour(11)))
                .isGreaterThan(0.5);
    }

    @Test
    void withoutHistoryEveryHourIsAsGood() {
        ReadingHours hours = new ReadingHours(List.of());

        assertThat(hours.share("new", "private", MONDAY)).isCloseTo(1 / 24.0, within(1e-12));
        assertThat(hours.basis("new")).isEqualTo(ReadingHours.Basis.NOTHING);
    }

    @Test
    void theSharesOfADayComeToOne() {
        ReadingHours hours = new ReadingHours(habits());

        double sum = IntStream.range(0, 24)
                .mapToDouble(hour -> hours.share("owl", "private", MONDAY.withHour(hour)))
                .sum();

        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    private static int best(ReadingHours hours, String person, String group) {
        return IntStream.range(0, 24)
                .boxed()
                .max(java.util.Comparator.comparingDouble(hour -> hours.share(person, group, MONDAY.withHour(hour))))
                .orElseThrow();
    }

    private static List<ReadingHours.Opened> habits() {
        List<ReadingHours.Opened> openings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            openings.add(new ReadingHours.Opened("p" + i, "private", MONDAY.withHour(19)));
            openings.add(new ReadingHours.Opened("b" + i, "business", MONDAY.withHour(9)));
        }
        for (int i = 0; i < 12; i++) {
            openings.add(new ReadingHours.Opened("owl", "private", MONDAY.withHour(22)));
        }
        return openings;
    }
}
