package org.lotse.api.imports;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalQueries;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Period;

/** When something of a line was, or since when it holds. One instance reads one file, from its first line on. */
final class TimeSource {
    private final List<String> columns;
    private final @Nullable DateTimeFormatter format;
    private final ZoneId zone;
    private final @Nullable Integer hour;
    private final int week;
    private final @Nullable String minusColumn;
    private final boolean minusMonths;
    private final @Nullable ZonedDateTime fixed;
    private int year;
    private int lastMonth;

    private TimeSource(Map<String, Node> fields, ZoneId company) {
        this.columns = fields.containsKey("column")
                ? List.of(fields.get("column").text())
                : Node.texts(Optional.ofNullable(fields.get("columns")));
        Locale language = fields.containsKey("language")
                        && "de".equals(fields.get("language").text())
                ? Locale.GERMAN
                : Locale.ENGLISH;
        this.format = fields.containsKey("format") ? formatter(fields.get("format"), language) : null;
        this.zone = fields.containsKey("zone") ? zone(fields.get("zone")) : company;
        this.hour = fields.containsKey("hour") ? (int) fields.get("hour").number() : null;
        this.week = fields.containsKey("week") ? (int) fields.get("week").number() : 1;
        this.year = fields.containsKey("first-year")
                ? (int) fields.get("first-year").number()
                : 0;
        if (fields.containsKey("minus")) {
            Map<String, Node> minus = fields.get("minus").map("column", "unit");
            this.minusColumn =
                    Node.required(minus, "column", fields.get("minus").path()).text();
            this.minusMonths =
                    minus.containsKey("unit") && minus.get("unit").text().equals("months");
        } else {
            this.minusColumn = null;
            this.minusMonths = false;
        }
        this.fixed = null;
    }

    private TimeSource(ZonedDateTime fixed) {
        this.columns = List.of();
        this.format = null;
        this.zone = fixed.getZone();
        this.hour = null;
        this.week = 1;
        this.minusColumn = null;
        this.minusMonths = false;
        this.fixed = fixed;
    }

    /**
     * Reads {@code at} or {@code valid-from}.
     *
     * @param now when the import began
     * @param company the zone of texts that name none
     */
    static TimeSource read(Optional<Node> node, Instant now, ZoneId company) {
        ZonedDateTime today = now.atZone(company).toLocalDate().atStartOfDay(company);
        Object value = node.map(Node::value).orElse("import-date");
        if (node.isPresent() && node.get().isMap()) {
            Map<String, Node> fields = node.get()
                    .map(
                            "before-import",
                            "column",
                            "columns",
                            "format",
                            "zone",
                            "hour",
                            "week",
                            "first-year",
                            "minus",
                            "language");
            if (fields.containsKey("before-import")) {
                try {
                    Period period = Period.parse(fields.get("before-import").text());
                    return new TimeSource(
                            period.before(today.toInstant(), company).atZone(company));
                } catch (IllegalArgumentException e) {
                    throw Node.wrong(
                            node.get().path() + "/before-import",
                            "NO_PERIOD",
                            fields.get("before-import").text());
                }
            }
            if (!fields.containsKey("column") && !fields.containsKey("columns")) {
                throw Node.wrong(node.get().path() + "/column", "MISSING");
            }
            return new TimeSource(fields, company);
        }
        if ("import-date".equals(value)) {
            return new TimeSource(today);
        }
        if (value instanceof Date date) {
            return new TimeSource(date.toInstant()
                    .atZone(java.time.ZoneOffset.UTC)
                    .toLocalDate()
                    .atStartOfDay(company));
        }
        try {
            return new TimeSource(LocalDate.parse(String.valueOf(value)).atStartOfDay(company));
        } catch (DateTimeException e) {
            throw Node.wrong(node.map(Node::path).orElse(""), "NO_TIME", value);
        }
    }

    /** The columns that must be in the header. */
    List<String> columns() {
        return columns;
    }

    /** Notes the month of a line, whether or not its time is asked for: so the year of later lines follows. */
    void pass(Row row) {
        if (year == 0 || format == null) {
            return;
        }
        try {
            int month = format.parse(text(row)).get(ChronoField.MONTH_OF_YEAR);
            if (month < lastMonth) {
                year++;
            }
            lastMonth = month;
        } catch (DateTimeException damaged) {
            // Whoever asks for this line's time says what is wrong with it; its month cannot help the others.
            return;
        }
    }

    /** The time of a line; {@link #pass} has seen it. */
    ZonedDateTime of(Row row) {
        if (fixed != null) {
            return fixed;
        }
        String text = text(row);
        try {
            ZonedDateTime time = format == null ? iso(text) : formatted(format.parse(text));
            return minus(hour == null ? time : time.with(LocalTime.of(hour, 0)), row);
        } catch (DateTimeException e) {
            throw Damaged.at(String.join(" ", columns), "UNREADABLE_TIME", text);
        }
    }

    private String text(Row row) {
        return columns.stream().map(row::cell).collect(Collectors.joining(" "));
    }

    private ZonedDateTime iso(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(zone);
        }
        try {
            return OffsetDateTime.parse(text).atZoneSameInstant(zone);
        } catch (DateTimeException noOffset) {
            return java.time.LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone);
        }
    }

    private ZonedDateTime formatted(TemporalAccessor parsed) {
        ZoneId written = parsed.query(TemporalQueries.zone());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        LocalDate date = parsed.query(TemporalQueries.localDate());
        return (date == null ? completed(parsed) : date)
                .atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(written == null ? zone : written)
                .withZoneSameInstant(zone);
    }

    private LocalDate completed(TemporalAccessor parsed) {
        int month = parsed.get(ChronoField.MONTH_OF_YEAR);
        int inYear = parsed.isSupported(ChronoField.YEAR) ? parsed.get(ChronoField.YEAR) : year;
        if (parsed.isSupported(ChronoField.DAY_OF_MONTH)) {
            return LocalDate.of(inYear, month, parsed.get(ChronoField.DAY_OF_MONTH));
        }
        if (parsed.isSupported(ChronoField.DAY_OF_WEEK)) {
            return LocalDate.of(inYear, month, 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(week, DayOfWeek.of(parsed.get(ChronoField.DAY_OF_WEEK))));
        }
        return LocalDate.of(inYear, month, 1);
    }

    private ZonedDateTime minus(ZonedDateTime time, Row row) {
        if (minusColumn == null) {
            return time;
        }
        String cell = row.cell(minusColumn);
        try {
            long count = (long) Double.parseDouble(cell);
            return minusMonths ? time.minusMonths(count) : time.minusDays(count);
        } catch (NumberFormatException e) {
            throw Damaged.at(minusColumn, "WRONG_VALUE_TYPE_NUMBER", cell);
        }
    }

    private static DateTimeFormatter formatter(Node node, Locale language) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(node.text())
                    .toFormatter(language);
        } catch (IllegalArgumentException e) {
            throw Node.wrong(node.path(), "NO_FORMAT", node.text());
        }
    }

    private static ZoneId zone(Node node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw Node.wrong(node.path(), "NO_ZONE", node.text());
        }
    }
}
