package org.lotse.models.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.signal.CallSlot;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Derive;
import org.lotse.models.signal.Table;

/**
 * Where a table of calls says who was called when.
 *
 * @param subject the column of who was called; empty where no calls belong together
 * @param date the column of the day, maybe with the time; empty if there is none
 * @param weekday the column of the weekday; empty where it follows from the date
 * @param hour the column of the hour; empty where it follows from the date
 * @param weekdays what the weekdays' cells mean, 1 (Monday) to 7
 */
public record CallColumns(String subject, String date, String weekday, String hour, Map<String, Integer> weekdays) {
    /** What the columns of a table made from the stored history are called. */
    public static final String SUBJECT = "subject";

    public static final String MOMENT = "moment";
    private static final List<String> NAMES = List.of("mo", "di|tu", "mi|we", "do|th", "fr", "sa", "so|su");
    private static final int HOURS = 24;

    public CallColumns {
        weekdays = Map.copyOf(weekdays);
    }

    /** The columns a definition names, else those whose names say it. */
    static CallColumns of(Table table, ModelDefinition definition) {
        Set<String> taken = Set.of(definition.targetColumn());
        String subject = role(
                table,
                definition,
                "customer",
                taken,
                "(?i)(subject|.*(customer|kunde|client|contact|user).*)",
                column -> true);
        String date = role(
                table,
                definition,
                "date",
                taken,
                "(?i)(moment|.*(date|datum|day|tag|time|zeit).*)",
                column -> column.name().equals(MOMENT) || Derive.isDate(column));
        String weekday = role(
                table, definition, "weekday", taken, "(?i).*(week.?day|day.?of.?week|wochentag).*", column -> true);
        String hour = role(table, definition, "hour", taken, "(?i).*(hour|stunde|uhrzeit).*", column -> true);
        CallColumns bare = new CallColumns(subject, date, weekday, hour, Map.of());
        return new CallColumns(subject, date, weekday, hour, bare.readWeekdays(table));
    }

    private static String role(
            Table table,
            ModelDefinition definition,
            String role,
            Set<String> taken,
            String words,
            Predicate<Column> fits) {
        String said = definition.roles().getOrDefault(role, "");
        if (!said.isEmpty()) {
            return table.require(said, "The key \"" + role + "\" of " + definition.name())
                    .name();
        }
        return table.columns().stream()
                .filter(column -> !taken.contains(column.name()))
                .filter(column -> column.name().matches(words))
                .filter(fits)
                .map(Column::name)
                .findFirst()
                .orElse("");
    }

    /** The calls of a table. */
    Calls calls(Table table) {
        int rows = table.rows();
        double[] at = new double[rows];
        int[] weekdaysOf = new int[rows];
        int[] hours = new int[rows];
        Optional<Column> dates = column(table, date);
        double[] times = dates.isEmpty() ? new double[0] : times(table);
        Optional<Column> days = column(table, weekday);
        Optional<Column> clock = column(table, hour);
        boolean timed = Arrays.stream(times).anyMatch(time -> time > Math.floor(time));
        for (int row = 0; row < rows; row++) {
            at[row] = dates.isEmpty() ? Double.NaN : times[row];
            String day = days.isEmpty() ? null : days.get().text(row);
            weekdaysOf[row] =
                    weekdays.getOrDefault(day == null ? "" : day, Double.isNaN(at[row]) ? 0 : weekday(at[row]));
            String rung = clock.isEmpty() ? null : clock.get().text(row);
            hours[row] = rung != null
                    ? hour(rung, row)
                    : !timed || Double.isNaN(at[row])
                            ? -1
                            : (int) Math.floor(HOURS * (at[row] - Math.floor(at[row])) + 1e-6);
        }
        return new Calls(subjects(table), at, weekdaysOf, hours);
    }

    /** The table with weekday, hour and half-day as signals instead of the columns they come from. */
    Table prepared(Table table, Calls calls) {
        List<Column> columns = new ArrayList<>();
        Set<String> replaced = new HashSet<>(
                List.of(subject, date, weekday, hour, CallSlot.WEEKDAY, CallSlot.HOUR, CallSlot.HALF_DAY));
        table.columns().stream()
                .filter(column -> !replaced.contains(column.name()))
                .forEach(columns::add);
        @Nullable String[] days = new String[table.rows()];
        @Nullable String[] hours = new String[table.rows()];
        @Nullable String[] halves = new String[table.rows()];
        for (int row = 0; row < table.rows(); row++) {
            int day = calls.weekdays()[row];
            int rung = calls.hours()[row];
            days[row] = day == 0 ? null : Integer.toString(day);
            hours[row] = rung < 0 ? null : "h" + rung;
            halves[row] = day == 0 || rung < 0 ? null : CallSlot.halfDay(day, rung);
        }
        columns.add(new Column.Texts(CallSlot.WEEKDAY, days));
        columns.add(new Column.Texts(CallSlot.HOUR, hours));
        columns.add(new Column.Texts(CallSlot.HALF_DAY, halves));
        return new Table(columns, table.rows());
    }

    /**
     * The calls of a table, by row.
     *
     * @param subjects who was called; empty texts where it is not said
     * @param at days since 1970, NaN where there is no date
     * @param weekdays 1 to 7, 0 where it is not said
     * @param hours 0 to 23, -1 where it is not said
     */
    record Calls(String[] subjects, double[] at, int[] weekdays, int[] hours) {}

    private String[] subjects(Table table) {
        String[] subjects = new String[table.rows()];
        Optional<Column> column = column(table, subject);
        for (int row = 0; row < subjects.length; row++) {
            String text = column.isEmpty() ? null : column.get().text(row);
            subjects[row] = text == null ? "" : text;
        }
        return subjects;
    }

    private double[] times(Table table) {
        return table.require(date, "A table of calls") instanceof Column.Numbers(String ignored, double[] values)
                ? values
                : Derive.times(table, date);
    }

    private static Optional<Column> column(Table table, String name) {
        return name.isEmpty() ? Optional.empty() : table.column(name);
    }

    private static int weekday(double at) {
        return (int) Math.floorMod((long) Math.floor(at) + 3, 7L) + 1;
    }

    private int hour(String text, int row) {
        String plain = text.toLowerCase(Locale.ROOT).replaceFirst("^h", "").replaceFirst(":.*", "");
        try {
            int whole = (int) Math.floor(Double.parseDouble(plain.replace(',', '.')));
            if (whole >= 0 && whole < HOURS) {
                return whole;
            }
        } catch (NumberFormatException e) {
            throw notAnHour(text, row, e);
        }
        throw notAnHour(text, row, null);
    }

    private ModelProblem notAnHour(String text, int row, @Nullable Throwable cause) {
        String message = "\"" + text + "\" in the column \"" + hour + "\", row " + (row + 1)
                + ", is no hour of the day. Maybe write 0 to 23.";
        return cause == null ? new ModelProblem(message) : new ModelProblem(message, cause);
    }

    /** What weekdays mean: what most dates beside them say, else numbers from 0 or 1, else names. */
    private Map<String, Integer> readWeekdays(Table table) {
        Optional<Column> days = column(table, weekday);
        if (days.isEmpty()) {
            return Map.of();
        }
        double[] times = column(table, date).isEmpty() ? new double[0] : times(table);
        Map<String, int[]> seen = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            String text = days.get().text(row);
            if (text != null) {
                int[] counts = seen.computeIfAbsent(text, some -> new int[8]);
                if (times.length > 0 && !Double.isNaN(times[row])) {
                    counts[weekday(times[row])]++;
                }
            }
        }
        int least = seen.containsKey("0") ? 1 : 0;
        Map<String, Integer> meaning = new HashMap<>();
        seen.forEach((text, counts) -> meaning.put(text, meaning(text, counts, least)));
        return meaning;
    }

    private int meaning(String text, int[] counts, int shift) {
        int most = 0;
        for (int day = 1; day < counts.length; day++) {
            most = counts[day] > counts[most] ? day : most;
        }
        if (most > 0) {
            return most;
        }
        for (int day = 0; day < NAMES.size(); day++) {
            if (text.toLowerCase(Locale.ROOT).matches("(" + NAMES.get(day) + ").*")
                    || text.equals(Integer.toString(day + 1 - shift))) {
                return day + 1;
            }
        }
        throw new ModelProblem("\"" + text + "\" in the column \"" + weekday
                + "\" is no weekday. Maybe write 1 (Monday) to 7, or Mon to Sun.");
    }
}
