package org.lotse.models.signal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the cells of a numeric or date column are written; a date counts as days since 1970. */
public enum NumberForm {
    PLAIN(null),
    /** {@code 1.234,56}. */
    DECIMAL_COMMA(null),
    ISO_DATE("uuuu-MM-dd"),
    GERMAN_DATE("d.M.uuuu"),
    DASHED_DATE("d-M-uuuu"),
    SHORT_DASHED_DATE("d-M-uu"),
    SLASHED_DATE("d/M/uuuu"),
    AMERICAN_DATE("M/d/uuuu");

    private static final Pattern GERMAN = Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");
    private static final Pattern ISO_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:.*");

    private final @Nullable DateTimeFormatter formatter;

    NumberForm(@Nullable String pattern) {
        this.formatter =
                pattern == null ? null : DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Whether values are calendar days. */
    public boolean isDate() {
        return formatter != null;
    }

    /** The number, or NaN when the text is not written in this form or is not finite. */
    public double parse(String text) {
        double number = this == PLAIN ? plain(text) : this == DECIMAL_COMMA ? comma(text) : day(text);
        return Double.isFinite(number) ? number : Double.NaN;
    }

    /** The form that every given cell has; empty when there is none. */
    public static Optional<NumberForm> of(Iterable<String> cells) {
        for (NumberForm form : values()) {
            boolean fits = true;
            for (String cell : cells) {
                if (!isNoNumber(cell) && Double.isNaN(form.parse(cell))) {
                    fits = false;
                    break;
                }
            }
            if (fits) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** Spellings of "no number" that do not make a numeric column a text. */
    private static boolean isNoNumber(String cell) {
        return switch (cell) {
            case "NaN", "nan", "NA", "N/A", "null", "NULL", "Infinity", "-Infinity", "inf", "-inf" -> true;
            default -> false;
        };
    }

    private static double plain(String text) {
        char last = text.charAt(text.length() - 1);
        if (last != '.' && (last < '0' || last > '9')) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double comma(String text) {
        return GERMAN.matcher(text).matches()
                ? Double.parseDouble(text.replace(".", "").replace(',', '.'))
                : Double.NaN;
    }

    private double day(String text) {
        if (formatter == null || text.isEmpty() || text.charAt(0) > '9') {
            return Double.NaN;
        }
        String date = this == ISO_DATE && ISO_TIME.matcher(text).matches() ? text.substring(0, 10) : text;
        try {
            return LocalDate.parse(date, formatter).toEpochDay();
        } catch (DateTimeParseException e) {
            return Double.NaN;
        }
    }
}
