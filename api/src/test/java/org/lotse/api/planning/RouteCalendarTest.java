package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RouteCalendarTest {
    @Test
    void writesOneEventPerVisitWithoutNames() {
        LocalDateTime nine = LocalDateTime.of(2026, 11, 23, 9, 0);
        DayRoute.Stop stop = new DayRoute.Stop(
                "v-1",
                "c-7",
                new DayRoute.Point(54.3, 10.1),
                nine,
                nine,
                nine.plusMinutes(45),
                20,
                45,
                Set.of("business"),
                100,
                true,
                nine,
                nine.plusHours(2));
        DayRoute route = new DayRoute(
                new UUID(0, 1),
                "rep-1",
                "Wiebke Clausen",
                LocalDate.of(2026, 11, 23),
                new DayRoute.Point(53.6, 10),
                nine.minusMinutes(20),
                List.of(stop),
                List.of(new DayRoute.Reload(
                        "kiel",
                        "Depot Kiel",
                        new DayRoute.Point(54.3, 10.1),
                        nine.plusMinutes(50),
                        nine.plusMinutes(60),
                        5,
                        "")),
                nine.plusHours(1),
                40,
                30,
                List.of());

        String calendar = RouteCalendar.write(
                List.of(new RouteCalendar.Day(route, 3)),
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2026-11-22T10:00:00Z"));

        assertThat(calendar)
                .contains("DTSTART:20261123T080000Z", "DTEND:20261123T084500Z", "SUMMARY:v-1", "GEO:54.3;10.1")
                .contains("UID:v-1-2026-11-23@lotse", "SEQUENCE:3", "DTSTAMP:20261122T100000Z", "STATUS:CONFIRMED")
                .contains("UID:reload-1-rep-1-2026-11-23@lotse", "SUMMARY:Depot Kiel", "DTSTART:20261123T085000Z")
                .doesNotContain("c-7", "Clausen");
        assertThat(calendar.split("\r\n", -1))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
    }
}
