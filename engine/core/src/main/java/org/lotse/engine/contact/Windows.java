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
        return switch (window) {
            case Cap.Window.Calendar(var unit) -> within(start(unit, at, zone), end(unit, at, zone));
            case Cap.Window.Rolling(var length) ->
                Stream.concat(contacts.stream().filter(first -> holds(length, first, at)), Stream.of(at))
                        .mapToInt(first -> within(first, length.after(first, zone)))
                        .max()
                        .orElse(0);
        };
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

    private boolean holds(Period length, Instant first, Instant at) {
        return !first.isAfter(at) && length.after(first, zone).isAfter(at);
    }

    private int within(Instant start, Instant end) {
        return (int) contacts.stream()
                .filter(time -> !time.isBefore(start) && time.isBefore(end))
                .count();
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
