package org.lotse.engine.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.lotse.engine.term.Period;

/**
 * How full a cap's windows are. A further contact must fit into every window it would fall into, also into those that
 * end later: a call planned for tomorrow takes its place today.
 *
 * @param window which windows
 * @param zone where days begin
 * @param contacts those that count, oldest first
 */
record Windows(Cap.Window window, ZoneId zone, List<Instant> contacts) {
    /** How many contacts the fullest window has that a contact at this moment would fall into. */
    int fullest(Instant at) {
        if (contacts.isEmpty()) {
            return 0;
        }
        return switch (window) {
            case Cap.Window.Calendar(var unit) ->
                isLongAgo(contacts.getLast(), longest(unit), at)
                        ? 0
                        : within(start(unit, at, zone), end(unit, at, zone));
            case Cap.Window.Rolling(var length) ->
                contacts.getLast().isBefore(at) ? since(length, at) : fullest(length, at);
        };
    }

    /**
     * Likewise for a rolling window, when every contact is past: the window of the oldest contact that still counts holds
     * all later ones. Calendars are asked only where a day could matter.
     */
    private int since(Period length, Instant at) {
        for (int each = 0; each < contacts.size(); each++) {
            if (holds(length, contacts.get(each), at)) {
                return contacts.size() - each;
            }
        }
        return 0;
    }

    private int fullest(Period length, Instant at) {
        int fullest = within(at, length.after(at, zone));
        for (Instant first : contacts) {
            if (first.isAfter(at)) {
                break;
            }
            if (holds(length, first, at)) {
                fullest = Math.max(fullest, within(first, length.after(first, zone)));
            }
        }
        return fullest;
    }

    /** Whether a window that begins with a past contact has not ended at a moment. */
    private boolean holds(Period length, Instant first, Instant at) {
        long ago = at.getEpochSecond() - first.getEpochSecond();
        return ago <= length.longestSeconds() + 1
                && (ago < length.shortestSeconds() - 1
                        || length.after(first, zone).isAfter(at));
    }

    private static boolean isLongAgo(Instant last, long seconds, Instant at) {
        return at.getEpochSecond() - last.getEpochSecond() > seconds;
    }

    /** How many seconds no such window is longer than. */
    private static long longest(Cap.Window.Unit unit) {
        long days = switch (unit) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 31;
            case QUARTER -> 92;
            case YEAR -> 366;
        };
        return (days + 1) * 86_400;
    }

    /** The first moment from which on a further contact fits; the end of time if none ever does. */
    Instant freeAgain(Instant at, int limit) {
        if (limit == 0) {
            return Instant.MAX;
        }
        Stream<Instant> ends = switch (window) {
            case Cap.Window.Calendar(var unit) ->
                Stream.concat(Stream.of(at), contacts.stream()).map(time -> end(unit, time, zone));
            case Cap.Window.Rolling(var length) -> contacts.stream().map(first -> length.after(first, zone));
        };
        return ends.filter(end -> end.isAfter(at))
                .sorted()
                .filter(end -> fullest(end) < limit)
                .findFirst()
                .orElse(Instant.MAX);
    }

    /** Where the window begins that reaches furthest back from a moment. */
    static Instant start(Cap.Window window, Instant at, ZoneId zone) {
        return switch (window) {
            case Cap.Window.Rolling(var length) -> length.before(at, zone);
            case Cap.Window.Calendar(var unit) -> start(unit, at, zone);
        };
    }

    private int within(Instant start, Instant end) {
        int within = 0;
        for (Instant time : contacts) {
            within += !time.isBefore(start) && time.isBefore(end) ? 1 : 0;
        }
        return within;
    }

    private static Instant start(Cap.Window.Unit unit, Instant at, ZoneId zone) {
        return firstDay(unit, at.atZone(zone).toLocalDate()).atStartOfDay(zone).toInstant();
    }

    private static Instant end(Cap.Window.Unit unit, Instant at, ZoneId zone) {
        LocalDate first = firstDay(unit, at.atZone(zone).toLocalDate());
        LocalDate next = switch (unit) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
        return next.atStartOfDay(zone).toInstant();
    }

    private static LocalDate firstDay(Cap.Window.Unit unit, LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }
}
