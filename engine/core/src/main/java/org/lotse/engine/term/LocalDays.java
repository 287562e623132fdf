package org.lotse.engine.term;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * The days of a zone, the one asked about last remembered: nearly all decisions of a moment are of the same day, and asking
 * the calendar costs more than comparing two numbers. Thread-safe.
 */
public final class LocalDays {
    private static final long SECONDS = 86_400;

    private final ZoneId zone;
    private volatile @Nullable Day last;

    public LocalDays(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * One day of the zone.
     *
     * @param date which
     * @param from its first second
     * @param until the first second of the next day
     * @param even whether clocks are not moved in its course, so that the second of the day is the time of the clock
     */
    public record Day(LocalDate date, long from, long until, boolean even) {
        public boolean holds(long second) {
            return from <= second && second < until;
        }
    }

    public ZoneId zone() {
        return zone;
    }

    /** The day a moment falls into. */
    public Day at(Instant moment) {
        Day known = last;
        if (known == null || !known.holds(moment.getEpochSecond())) {
            known = day(moment, zone);
            last = known;
        }
        return known;
    }

    private static Day day(Instant moment, ZoneId zone) {
        LocalDate date = moment.atZone(zone).toLocalDate();
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant until = date.plusDays(1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition next = zone.getRules().nextTransition(from);
        boolean even = (next == null || !next.getInstant().isBefore(until))
                && until.getEpochSecond() - from.getEpochSecond() == SECONDS;
        return new Day(date, from.getEpochSecond(), until.getEpochSecond(), even);
    }

    /**
     * How many seconds before any moment of a day a period begins, where that is the same for all of them: clocks are moved
     * neither that day nor the day the period begins; else -1.
     */
    long secondsBack(Period period, Day day) {
        Instant noon = Instant.ofEpochSecond(day.from() + SECONDS / 2);
        Instant start = period.before(noon, zone);
        return day.even() && day(start, zone).even() ? noon.getEpochSecond() - start.getEpochSecond() : -1;
    }
}
