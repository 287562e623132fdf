package org.lotse.engine.trigger;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * How often something is due: every 15 minutes, every day at 06:00, every Monday. Slots begin at fixed moments of the
 * calendar, so that all instances of the service agree on them.
 *
 * @param amount every so many units, at least 1
 * @param unit what is counted; minutes and hours are counted from midnight
 * @param time of the day, for days and longer
 * @param weekday for weeks
 */
public record Rhythm(int amount, Unit unit, LocalTime time, DayOfWeek weekday) {
    private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);

    public Rhythm {
        if (amount < 1) {
            throw new IllegalArgumentException("Every " + amount + " " + unit + " is no rhythm. Maybe write 1.");
        }
    }

    /** The units a rhythm is counted in. */
    public enum Unit {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH
    }

    /** The beginning of the slot that {@code now} is in. */
    public Instant slot(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        return switch (unit) {
            case MINUTE -> ofDay(local, amount);
            case HOUR -> ofDay(local, amount * 60);
            case DAY -> atTime(local, Math.floorMod(local.toLocalDate().toEpochDay(), amount));
            case WEEK -> {
                LocalDate day = local.toLocalDate().with(TemporalAdjusters.previousOrSame(weekday));
                long weeks = ChronoUnit.WEEKS.between(FIRST_MONDAY.with(TemporalAdjusters.nextOrSame(weekday)), day);
                ZonedDateTime slot = day.minusWeeks(Math.floorMod(weeks, amount))
                        .atTime(time)
                        .atZone(zone);
                yield (slot.isAfter(local) ? slot.minusWeeks(amount) : slot).toInstant();
            }
            case MONTH -> {
                long months = local.getYear() * 12L + local.getMonthValue() - 1;
                ZonedDateTime slot = local.toLocalDate()
                        .withDayOfMonth(1)
                        .minusMonths(Math.floorMod(months, amount))
                        .atTime(time)
                        .atZone(zone);
                yield (slot.isAfter(local) ? slot.minusMonths(amount) : slot).toInstant();
            }
        };
    }

    private static Instant ofDay(ZonedDateTime local, int minutes) {
        int past = local.getHour() * 60 + local.getMinute();
        return local.toLocalDate()
                .atTime(LocalTime.MIDNIGHT.plusMinutes(past - past % (long) minutes))
                .atZone(local.getZone())
                .toInstant();
    }

    private Instant atTime(ZonedDateTime local, int daysBack) {
        ZonedDateTime slot =
                local.toLocalDate().minusDays(daysBack).atTime(time).atZone(local.getZone());
        return (slot.isAfter(local) ? slot.minusDays(amount) : slot).toInstant();
    }
}
