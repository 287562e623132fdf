package org.lotse.engine.planning.calls;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * When and how often people of a country may be called unless they ask for a call.
 *
 * @param country ISO 3166 code
 * @param hours spans of the week, on the clock of whoever is called
 * @param onHolidays whether public holidays are days like others
 * @param perDay attempts a day, at most
 * @param perWeek attempts in seven days, at most
 * @param perCampaign attempts for one purpose, at most
 * @param source where that is written
 */
public record CallLaw(
        String country, List<Span> hours, boolean onHolidays, int perDay, int perWeek, int perCampaign, String source) {
    public CallLaw {
        hours = List.copyOf(hours);
    }

    /**
     * A span of time on some days of the week.
     *
     * @param to the first moment after it; midnight means the end of the day
     */
    public record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Span {
            days = Set.copyOf(days);
        }

        /** Whether all the time from the moment on, for so long, lies in the span. */
        private boolean covers(ZonedDateTime at, Duration length) {
            ZonedDateTime end = at.plus(length);
            boolean endsInTime = to.equals(LocalTime.MIDNIGHT)
                    ? !end.isAfter(at.toLocalDate().plusDays(1).atStartOfDay(at.getZone()))
                    : end.toLocalDate().equals(at.toLocalDate())
                            && !end.toLocalTime().isAfter(to);
            return days.contains(at.getDayOfWeek()) && !at.toLocalTime().isBefore(from) && endsInTime;
        }
    }

    /** Which days are public holidays. */
    @FunctionalInterface
    public interface Holidays {
        /**
         * Whether the day is one.
         *
         * @param region ISO 3166-2 code, with the municipality behind it where that matters: {@code DE-BY-AG}; empty for
         *     what holds in the whole country
         */
        boolean isHoliday(String country, String region, LocalDate day);
    }

    /** Whether somebody may be called from this moment on for so long; the moment is on their own clock. */
    public boolean allows(ZonedDateTime at, Duration length, String region, Holidays holidays) {
        return hours.stream().anyMatch(span -> span.covers(at, length))
                && (onHolidays || !holidays.isHoliday(country, region, at.toLocalDate()));
    }

    /** Whether one more attempt may be made after so many in one day, in seven days and in the campaign. */
    public boolean allowsAnother(int today, int inSevenDays, int inCampaign) {
        return today < perDay && inSevenDays < perWeek && inCampaign < perCampaign;
    }
}
