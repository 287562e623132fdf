package org.lotse.api.planning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.function.Predicate;

/** Which day is planned when nobody names one: today while somebody still works, else the next working day. */
final class WorkingDay {
    private WorkingDay() {}

    static LocalDate next(Instant now, ZoneId zone, Collection<LocalTime> ends, Predicate<LocalDate> isWorkingDay) {
        ZonedDateTime here = now.atZone(zone);
        boolean stillWorking = ends.stream().anyMatch(end -> here.toLocalTime().isBefore(end.minusHours(1)));
        LocalDate day = stillWorking ? here.toLocalDate() : here.toLocalDate().plusDays(1);
        while (!isWorkingDay.test(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
