package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingDayTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<LocalTime> ENDS = List.of(LocalTime.of(16, 0), LocalTime.of(17, 0));

    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

    @Test
    void isTodayWhileSomebodyStillWorks() {
        assertThat(next("2026-11-20T14:59:00Z")).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void isMondayWhenFridayEndsWithinTheHour() {
        assertThat(next("2026-11-20T15:00:00Z")).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void isMondayOnAWeekend() {
        assertThat(next("2026-11-21T08:00:00Z")).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void isNoHoliday() {
        assertThat(next("2026-12-24T20:00:00Z")).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    private static LocalDate next(String now) {
        return WorkingDay.next(
                Instant.parse(now), BERLIN, ENDS, day -> WorkingDay.isWeekday(day) && !day.equals(CHRISTMAS));
    }
}
