package org.lotse.engine.term;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as the files write it: {@code 90d}, {@code 6mo}, {@code 1y}, {@code 12h}; months and years are
 * calendar ones.
 *
 * @param amount 0 or more
 * @param unit what is counted
 */
public record Period(int amount, Unit unit) {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\s*(h|d|w|mo|y)");

    /** The units a period is counted in. */
    public enum Unit {
        HOURS("h"),
        DAYS("d"),
        WEEKS("w"),
        MONTHS("mo"),
        YEARS("y");

        private final String suffix;

        Unit(String suffix) {
            this.suffix = suffix;
        }
    }

    /**
     * Reads {@code 90d}, {@code 2w}, {@code 6mo}, {@code 1y} or {@code 12h}.
     *
     * @throws IllegalArgumentException naming the text when it is none of these
     */
    public static Period parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a length of time. Maybe write 12h, 90d, 2w, 6mo or 1y.");
        }
        for (Unit unit : Unit.values()) {
            if (unit.suffix.equals(matcher.group(2))) {
                return new Period(Integer.parseInt(matcher.group(1)), unit);
            }
        }
        throw new IllegalStateException("The unit " + matcher.group(2) + " of " + text + " is in the pattern only.");
    }

    /**
     * A number of seconds it is never shorter than, wherever it is counted: no clock was ever set forward by more than a
     * day.
     */
    public long shortestSeconds() {
        return switch (unit) {
            case HOURS -> amount * 3_600L;
            case DAYS -> (amount - 1L) * SECONDS_PER_DAY;
            case WEEKS -> (7L * amount - 1) * SECONDS_PER_DAY;
            case MONTHS -> (28L * amount - 1) * SECONDS_PER_DAY;
            case YEARS -> (365L * amount - 1) * SECONDS_PER_DAY;
        };
    }

    /** A number of seconds it is never longer than, wherever it is counted; likewise. */
    public long longestSeconds() {
        return switch (unit) {
            case HOURS -> amount * 3_600L;
            case DAYS -> (amount + 1L) * SECONDS_PER_DAY;
            case WEEKS -> (7L * amount + 1) * SECONDS_PER_DAY;
            case MONTHS -> (31L * amount + 1) * SECONDS_PER_DAY;
            case YEARS -> (366L * amount + 1) * SECONDS_PER_DAY;
        };
    }

    /** The instant this long before {@code end}, calendar units counted in {@code zone}. */
    public Instant before(Instant end, ZoneId zone) {
        return switch (unit) {
            case HOURS -> end.minus(Duration.ofHours(amount));
            case DAYS -> end.atZone(zone).minusDays(amount).toInstant();
            case WEEKS -> end.atZone(zone).minusWeeks(amount).toInstant();
            case MONTHS -> end.atZone(zone).minusMonths(amount).toInstant();
            case YEARS -> end.atZone(zone).minusYears(amount).toInstant();
        };
    }

    /** The instant this long before a moment whose zone is known; the same as {@link #before(Instant, ZoneId)}. */
    Instant before(ZonedDateTime end) {
        return switch (unit) {
            case HOURS -> end.toInstant().minus(Duration.ofHours(amount));
            case DAYS -> end.minusDays(amount).toInstant();
            case WEEKS -> end.minusWeeks(amount).toInstant();
            case MONTHS -> end.minusMonths(amount).toInstant();
            case YEARS -> end.minusYears(amount).toInstant();
        };
    }

    /** The instant this long after {@code start}, calendar units counted in {@code zone}. */
    public Instant after(Instant start, ZoneId zone) {
        return switch (unit) {
            case HOURS -> start.plus(Duration.ofHours(amount));
            case DAYS -> start.atZone(zone).plusDays(amount).toInstant();
            case WEEKS -> start.atZone(zone).plusWeeks(amount).toInstant();
            case MONTHS -> start.atZone(zone).plusMonths(amount).toInstant();
            case YEARS -> start.atZone(zone).plusYears(amount).toInstant();
        };
    }

    @Override
    public String toString() {
        return amount + unit.suffix;
    }
}
