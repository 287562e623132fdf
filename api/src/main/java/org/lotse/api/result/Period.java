package org.lotse.api.result;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A day, week, month, quarter or year of the calendar.
 *
 * @param begin its first day
 */
record Period(Kind kind, LocalDate begin) {
    /** How long a period is. */
    enum Kind {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        /** The one a day is part of. */
        Period of(LocalDate day) {
            return new Period(
                    this,
                    switch (this) {
                        case DAY -> day;
                        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                        case MONTH -> day.withDayOfMonth(1);
                        case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
                        case YEAR -> day.withDayOfYear(1);
                    });
        }
    }

    /** {@code 2026-11-20}, {@code 2026-W47}, {@code 2026-11}, {@code 2026-Q4} or {@code 2026}. */
    static Optional<Period> parse(String text) {
        try {
            if (text.matches("\\d{4}")) {
                return Optional.of(Kind.YEAR.of(LocalDate.of(Integer.parseInt(text), 1, 1)));
            }
            if (text.matches("\\d{4}-Q[1-4]")) {
                return Optional.of(Kind.QUARTER.of(
                        LocalDate.of(Integer.parseInt(text.substring(0, 4)), 3 * (text.charAt(6) - '0'), 1)));
            }
            if (text.matches("\\d{4}-W\\d{2}")) {
                return Optional.of(Kind.WEEK.of(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
            }
            if (text.matches("\\d{4}-\\d{2}")) {
                return Optional.of(Kind.MONTH.of(YearMonth.parse(text).atDay(1)));
            }
            return Optional.of(Kind.DAY.of(LocalDate.parse(text)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** So many periods earlier. */
    Period minus(int periods) {
        return new Period(
                kind,
                switch (kind) {
                    case DAY -> begin.minusDays(periods);
                    case WEEK -> begin.minusWeeks(periods);
                    case MONTH -> begin.minusMonths(periods);
                    case QUARTER -> begin.minusMonths(3L * periods);
                    case YEAR -> begin.minusYears(periods);
                });
    }

    LocalDate end() {
        return minus(-1).begin;
    }

    Instant from(ZoneId zone) {
        return begin.atStartOfDay(zone).toInstant();
    }

    Instant until(ZoneId zone) {
        return end().atStartOfDay(zone).toInstant();
    }

    /** How many days it is long. */
    long days() {
        return ChronoUnit.DAYS.between(begin, end());
    }

    @Override
    public String toString() {
        return switch (kind) {
            case DAY -> begin.toString();
            case WEEK ->
                "%d-W%02d"
                        .formatted(begin.get(IsoFields.WEEK_BASED_YEAR), begin.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(begin).toString();
            case QUARTER -> begin.getYear() + "-Q" + begin.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> Integer.toString(begin.getYear());
        };
    }
}
