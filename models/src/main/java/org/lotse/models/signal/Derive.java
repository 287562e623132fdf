package org.lotse.models.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works derivations out and puts them beside a table's own columns. */
public final class Derive {
    private static final Pattern CLOCK = Pattern.compile("[T ](\\d{2}):(\\d{2})");
    private static final double MINUTES = 24 * 60;
    private static final double DRAWN = 3;
    private static final int WEEK = 7;
    private static final int THURSDAY = 3;

    private Derive() {}

    /** The table with one further column per derivation. */
    public static Table beside(Table table, List<Derivation> derivations) {
        List<Column> columns = new ArrayList<>(table.columns());
        Map<String, double[]> times = new HashMap<>();
        for (Derivation derivation : derivations) {
            columns.add(new Column.Numbers(derivation.name(), values(table, derivation, times)));
        }
        return new Table(columns, table.rows());
    }

    /** Rows with the same text have the same number; a row without one has its own. */
    public static int[] groups(Table table, String by) {
        Column column = table.require(by, "The history");
        Map<String, Integer> numbers = new HashMap<>();
        int[] groups = new int[table.rows()];
        for (int row = 0; row < groups.length; row++) {
            String text = column.text(row);
            groups[row] = text == null ? -1 - row : numbers.computeIfAbsent(text, some -> numbers.size());
        }
        return groups;
    }

    /** Days since 1970 with the time of day as a fraction; NaN when missing. */
    public static double[] times(Table table, String name) {
        Column column = table.require(name, "The model");
        NumberForm form = dates(column);
        double[] times = new double[table.rows()];
        for (int row = 0; row < times.length; row++) {
            String text = column.text(row);
            times[row] = text == null ? Double.NaN : column.number(row, form) + fraction(text);
        }
        return times;
    }

    private static NumberForm dates(Column column) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            if (text != null) {
                cells.add(text);
            }
        }
        return NumberForm.of(cells).orElse(NumberForm.ISO_DATE);
    }

    private static double fraction(String text) {
        Matcher clock = CLOCK.matcher(text);
        return clock.find() ? (Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2))) / MINUTES : 0;
    }

    private static double[] values(Table table, Derivation derivation, Map<String, double[]> known) {
        List<String> columns = derivation.columns();
        return switch (derivation.kind()) {
            case WEEKDAY -> map(time(table, columns.getFirst(), known), Derive::weekday);
            case HOUR -> map(time(table, columns.getFirst(), known), time -> 24 * (time - Math.floor(time)));
            case DAYS_BETWEEN -> {
                double[] from = time(table, columns.getFirst(), known);
                double[] to = time(table, columns.get(1), known);
                double[] days = new double[from.length];
                for (int row = 0; row < days.length; row++) {
                    days[row] = Math.floor(to[row]) - Math.floor(from[row]);
                }
                yield days;
            }
            case EARLIER, SAME_MOMENT, EARLIER_KNOWN, EARLIER_SHARE, SINCE_LAST, SAME_DAY -> {
                double[] at = time(table, columns.get(1), known);
                double[] due = columns.size() > 2 ? time(table, columns.get(2), known) : at;
                double @Nullable [] outcomes = columns.size() > 3 ? outcomes(table, derivation) : null;
                yield new Past(groups(table, columns.getFirst()), at, due, outcomes).values(derivation);
            }
        };
    }

    private static double[] time(Table table, String name, Map<String, double[]> known) {
        return known.computeIfAbsent(name, some -> times(table, some));
    }

    private static double weekday(double time) {
        return Double.isNaN(time) ? time : Math.floorMod((long) Math.floor(time) + THURSDAY, WEEK) + 1;
    }

    private static double[] map(double[] values, java.util.function.DoubleUnaryOperator each) {
        return java.util.Arrays.stream(values).map(each).toArray();
    }

    /** 1 and 0, NaN where the outcome is not there; all NaN in a table without the target. */
    private static double[] outcomes(Table table, Derivation derivation) {
        double[] outcomes = new double[table.rows()];
        Column column = table.column(derivation.columns().get(3)).orElse(null);
        for (int row = 0; row < outcomes.length; row++) {
            String text = column == null ? null : column.text(row);
            outcomes[row] = text == null ? Double.NaN : text.equals(derivation.text()) ? 1 : 0;
        }
        return outcomes;
    }

    /** The other rows of each row's subject. */
    private record Past(int[] groups, double[] at, double[] due, double @Nullable [] outcomes) {
        double[] values(Derivation derivation) {
            Map<Integer, List<Integer>> members = new HashMap<>();
            for (int row = 0; row < groups.length; row++) {
                members.computeIfAbsent(groups[row], some -> new ArrayList<>()).add(row);
            }
            double[] values = new double[groups.length];
            members.values().forEach(rows -> rows.forEach(row -> values[row] = value(derivation, row, rows)));
            return values;
        }

        private double value(Derivation derivation, int row, List<Integer> rows) {
            double earlier = 0;
            double known = 0;
            double wanted = 0;
            double told = 0;
            double last = Double.NaN;
            double sameDay = 0;
            double sameMoment = 0;
            for (int other : rows) {
                boolean before = at[other] < at[row];
                boolean over = Math.floor(due[other]) < Math.floor(at[row]);
                earlier += before ? 1 : 0;
                sameMoment += at[other] == at[row] ? 1 : 0;
                sameDay += at[other] <= at[row] && Math.floor(due[other]) == Math.floor(due[row]) ? 1 : 0;
                if (other != row && over) {
                    known++;
                    last = Double.isNaN(last) ? due[other] : Math.max(last, due[other]);
                    if (outcomes != null && !Double.isNaN(outcomes[other])) {
                        told++;
                        wanted += outcomes[other];
                    }
                }
            }
            return switch (derivation.kind()) {
                case EARLIER -> earlier;
                case EARLIER_KNOWN -> known;
                case EARLIER_SHARE -> told == 0 ? Double.NaN : (wanted + DRAWN * derivation.number()) / (told + DRAWN);
                case SINCE_LAST -> Math.floor(at[row]) - Math.floor(last);
                case SAME_DAY -> sameDay;
                default -> sameMoment;
            };
        }
    }

    /** How many digits a time of day has beside the date, if any. */
    static OptionalInt clocks(Column column) {
        int clocks = 0;
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            clocks += text != null && fraction(text) > 0 ? 1 : 0;
        }
        return clocks * 2 > column.size() ? OptionalInt.of(clocks) : OptionalInt.empty();
    }

    /** Whether the column is one of dates. */
    public static boolean isDate(Column column) {
        return column instanceof Column.Texts
                && column.size() > 0
                && dates(column).isDate()
                && parses(column);
    }

    private static boolean parses(Column column) {
        NumberForm form = dates(column);
        for (int row = 0; row < column.size(); row++) {
            if (column.text(row) != null) {
                double day = column.number(row, form);
                return !Double.isNaN(day) && day < LocalDate.MAX.toEpochDay();
            }
        }
        return false;
    }
}
