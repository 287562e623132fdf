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
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalQueries;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Period;

/** When something of a line was, or since when it holds. One instance reads one file, from its first line on. */
final class TimeSource {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,6}([.,]0*)?");

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
        this.format = format(fields).orElse(null);
        this.zone = fields.containsKey("zone") ? zone(fields.get("zone")) : company;
        this.hour = fields.containsKey("hour") ? fields.get("hour").whole(0, 23) : null;
        this.week = fields.containsKey("week") ? fields.get("week").whole(1, 4) : 1;
        this.year = fields.containsKey("first-year") ? fields.get("first-year").whole(1, 9999) : 0;
        if (fields.containsKey("minus")) {
            Map<String, Node> minus = fields.get("minus").map("column", "unit");
            this.minusColumn =
                    Node.required(minus, "column", fields.get("minus").path()).text();
            this.minusMonths = minus.containsKey("unit")
                    && minus.get("unit").oneOf("days", "months").equals("months");
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

    /** The columns the time itself is read from. */
    List<String> columns() {
        return columns;
    }

    /** Every column that must be in the header. */
    List<String> neededColumns() {
        return minusColumn == null
                ? columns
                : Stream.concat(columns.stream(), Stream.of(minusColumn)).toList();
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
        if (!WHOLE.matcher(cell).matches()) {
            throw Damaged.at(minusColumn, "NO_WHOLE_NUMBER", cell);
        }
        long count = Long.parseLong(cell.replaceFirst("[.,]0*$", ""));
        return minusMonths ? time.minusMonths(count) : time.minusDays(count);
    }

    /** The {@code format} and {@code language} beside a column; a 31 February is not read as the 28th. */
    static Optional<DateTimeFormatter> format(Map<String, Node> fields) {
        Locale language = fields.containsKey("language")
                        && fields.get("language").oneOf("en", "de").equals("de")
                ? Locale.GERMAN
                : Locale.ENGLISH;
        Node format = fields.get("format");
        if (format == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(format.text())
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(language)
                    .withResolverStyle(ResolverStyle.STRICT));
        } catch (IllegalArgumentException e) {
            throw Node.wrong(format.path(), "NO_FORMAT", format.text());
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
