package org.lotse.engine.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Period;

/** How full a window is, is told without asking the calendar about every contact; the answer is the calendar's. */
final class WindowsTest {
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("Pacific/Apia"), ZoneId.of("America/Sao_Paulo"));
    private static final List<String> LENGTHS = List.of("12h", "1d", "7d", "2w", "1mo", "1y");
    /** Around the days when clocks change, and when Samoa left out a day. */
    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2026-03-29T01:20:00Z"),
            Instant.parse("2026-10-25T01:20:00Z"),
            Instant.parse("2011-12-31T09:00:00Z"),
            Instant.parse("2026-11-23T10:00:00Z"));

    @Test
    void countsAsTheCalendarDoes() {
        int full = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            Instant at = MOMENTS.get(random.nextInt(MOMENTS.size())).plusSeconds(random.nextInt(7_200));
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            boolean rolling = random.nextBoolean();
            Period length = Period.parse(LENGTHS.get(random.nextInt(LENGTHS.size())));
            Cap.Window.Unit unit = Cap.Window.Unit.values()[random.nextInt(5)];
            Cap.Window window = rolling ? new Cap.Window.Rolling(length) : new Cap.Window.Calendar(unit);
            List<Instant> contacts = contacts(at, length, zone, random);

            int fullest = new Windows(window, zone, contacts).fullest(at);

            assertThat(fullest)
                    .as("seed %d: %s at %s in %s, contacts %s", seed, window, at, zone, contacts)
                    .isEqualTo(rolling ? plain(length, zone, contacts, at) : plain(unit, zone, contacts, at));
            full += fullest > 1 ? 1 : 0;
        }
        assertThat(full).as("windows with several contacts").isGreaterThan(1_000);
    }

    /** Some long past, some about as long ago as the window is long, some planned. */
    private static List<Instant> contacts(Instant at, Period length, ZoneId zone, Random random) {
        List<Instant> contacts = new ArrayList<>();
        for (int contact = random.nextInt(6); contact > 0; contact--) {
            contacts.add(
                    switch (random.nextInt(4)) {
                        case 0 -> at.minusSeconds(random.nextInt(500 * 86_400));
                        case 1 -> at.minusSeconds(random.nextInt(86_400));
                        case 2 -> length.before(at, zone).plusSeconds(random.nextInt(10_800) - 5_400);
                        default -> at.plusSeconds(random.nextInt(20 * 86_400) - 15 * 86_400);
                    });
        }
        contacts.sort(null);
        return contacts;
    }

    private static int plain(Period length, ZoneId zone, List<Instant> contacts, Instant at) {
        return Stream.concat(
                        contacts.stream()
                                .filter(first -> !first.isAfter(at)
                                        && length.after(first, zone).isAfter(at)),
                        Stream.of(at))
                .mapToInt(first -> within(contacts, first, length.after(first, zone)))
                .max()
                .orElse(0);
    }

    private static int plain(Cap.Window.Unit unit, ZoneId zone, List<Instant> contacts, Instant at) {
        Instant start = Windows.start(new Cap.Window.Calendar(unit), at, zone);
        Instant end =
                start.atZone(zone).plusDays(1).toLocalDate().atStartOfDay(zone).toInstant();
        while (unit != Cap.Window.Unit.DAY
                && Windows.start(new Cap.Window.Calendar(unit), end, zone).equals(start)) {
            end = end.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        }
        return within(contacts, start, end);
    }

    private static int within(List<Instant> contacts, Instant start, Instant end) {
        return (int) contacts.stream()
                .filter(time -> !time.isBefore(start) && time.isBefore(end))
                .count();
    }
}
