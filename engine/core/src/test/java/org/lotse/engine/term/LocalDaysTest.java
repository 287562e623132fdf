package org.lotse.engine.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered of a day is what the calendar says of each of its moments, also around the days when clocks change. */
final class LocalDaysTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("UTC"));
    private static final List<String> LENGTHS =
            List.of("1h", "30h", "1d", "7d", "2w", "90d", "1mo", "12mo", "1y", "3y");
    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2026-03-29T01:20:00Z"),
            Instant.parse("2026-10-25T01:20:00Z"),
            Instant.parse("2011-12-31T09:00:00Z"),
            Instant.parse("2017-10-15T03:00:00Z"),
            Instant.parse("2028-02-29T10:00:00Z"));

    @Test
    void saysWhatTheCalendarSays() {
        int remembered = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            LocalDays days = new LocalDays(zone);
            Instant at = MOMENTS.get(random.nextInt(MOMENTS.size())).plusSeconds(random.nextInt(5 * 86_400));
            LocalDays.Day day = days.at(at);
            Instant other = Instant.ofEpochSecond(
                    day.from() + random.nextLong(day.until() - day.from()), random.nextInt(1_000_000_000));
            Period period = Period.parse(LENGTHS.get(random.nextInt(LENGTHS.size())));
            long back = days.secondsBack(period, day);

            assertThat(days.at(other))
                    .as("seed %d: %s in %s", seed, other, zone)
                    .isSameAs(day);
            assertThat(day.date()).isEqualTo(other.atZone(zone).toLocalDate());
            if (day.even()) {
                assertThat(LocalTime.ofSecondOfDay(other.getEpochSecond() - day.from()))
                        .as("seed %d: %s in %s", seed, other, zone)
                        .isEqualTo(other.atZone(zone).toLocalTime().withNano(0));
            }
            if (back >= 0) {
                remembered++;
                assertThat(other.minusSeconds(back))
                        .as("seed %d: %s before %s in %s", seed, period, other, zone)
                        .isEqualTo(period.before(other, zone));
            }
        }
        assertThat(remembered).as("days that could be remembered").isGreaterThan(10_000);
    }
}
