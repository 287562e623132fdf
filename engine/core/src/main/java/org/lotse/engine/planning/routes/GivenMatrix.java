package org.lotse.engine.planning.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;

/**
 * Travel times someone else has measured. Rows are where one leaves, columns where one arrives; an infinite cell means
 * that there is no way.
 */
public final class GivenMatrix implements TravelTimes {
    private final List<String> ids;
    private final Map<String, Integer> index = new HashMap<>();
    private final double @Nullable [][] minutes;
    private final double @Nullable [][] kilometres;
    /** More flaws than this help nobody. */
    private static final int MOST = 20;

    /**
     * Takes the tables as they are.
     *
     * @param minutes or null when only kilometres are known; the way then takes no time
     * @param kilometres or null when they are not known
     */
    public GivenMatrix(List<String> ids, double @Nullable [][] minutes, double @Nullable [][] kilometres) {
        this.ids = List.copyOf(ids);
        for (int i = 0; i < ids.size(); i++) {
            index.putIfAbsent(ids.get(i), i);
        }
        this.minutes = minutes;
        this.kilometres = kilometres;
    }

    @Override
    public List<Flaw> flaws(List<Place> places) {
        List<Flaw> flaws = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            if (seen.put(ids.get(i), i) != null) {
                flaws.add(Flaw.at("/travel/places/" + i, Code.DUPLICATE_ID, "value", ids.get(i)));
            }
        }
        check("/travel/minutes", minutes, flaws);
        check("/travel/kilometres", kilometres, flaws);
        return flaws;
    }

    private void check(String pointer, double @Nullable [][] table, List<Flaw> flaws) {
        if (table == null) {
            return;
        }
        if (table.length != ids.size()) {
            flaws.add(Flaw.at(pointer, Code.MATRIX_NOT_SQUARE, "rows", table.length, "places", ids.size()));
        }
        for (int row = 0; row < table.length; row++) {
            if (table[row].length != ids.size()) {
                flaws.add(Flaw.at(
                        pointer + "/" + row, Code.MATRIX_NOT_SQUARE, "rows", table[row].length, "places", ids.size()));
            }
            boolean sound = sound(table[row]);
            for (int column = 0; !sound && column < table[row].length && flaws.size() <= MOST; column++) {
                double value = table[row][column];
                if (!(value >= 0)) {
                    flaws.add(Flaw.at(
                            pointer + "/" + row + "/" + column,
                            value < 0 ? Code.NEGATIVE : Code.NOT_A_NUMBER,
                            "item",
                            name(row) + " - " + name(column),
                            "value",
                            value));
                }
            }
        }
    }

    private static boolean sound(double[] row) {
        boolean sound = true;
        for (double value : row) {
            sound &= value >= 0;
        }
        return sound;
    }

    private String name(int index) {
        return index < ids.size() ? ids.get(index) : "#" + index;
    }

    @Override
    public Optional<Code> flawOf(String place, List<Place> known) {
        return index.containsKey(place) ? Optional.empty() : Optional.of(Code.UNKNOWN_PLACE);
    }

    @Override
    public TravelTable between(List<String> places, List<Place> known) {
        int size = places.size();
        int[] rows = places.stream().mapToInt(p -> index.getOrDefault(p, -1)).toArray();
        return new TravelTable(size, picked(minutes, rows), picked(kilometres, rows));
    }

    @Override
    public Spokes spokes(String hub, List<String> others, List<Place> known) {
        int row = index.getOrDefault(hub, -1);
        int[] rows = others.stream().mapToInt(p -> index.getOrDefault(p, -1)).toArray();
        return new Spokes(
                spoke(minutes, row, rows, true),
                spoke(minutes, row, rows, false),
                spoke(kilometres, row, rows, true),
                spoke(kilometres, row, rows, false));
    }

    private static double[] spoke(double @Nullable [][] table, int hub, int[] rows, boolean going) {
        double[] spoke = new double[rows.length];
        for (int i = 0; table != null && i < rows.length; i++) {
            spoke[i] = going ? table[hub][rows[i]] : table[rows[i]][hub];
        }
        return spoke;
    }

    private static double[] picked(double @Nullable [][] table, int[] rows) {
        double[] picked = new double[rows.length * rows.length];
        boolean asGiven = IntStream.range(0, rows.length).allMatch(i -> rows[i] == i);
        for (int i = 0; table != null && i < rows.length; i++) {
            if (asGiven) {
                System.arraycopy(table[i], 0, picked, i * rows.length, rows.length);
            } else {
                pick(table[rows[i]], rows, picked, i * rows.length);
            }
        }
        return picked;
    }

    private static void pick(double[] row, int[] columns, double[] picked, int from) {
        for (int j = 0; j < columns.length; j++) {
            picked[from + j] = row[columns[j]];
        }
    }

    @Override
    public boolean knowsKilometres() {
        return kilometres != null;
    }

    /** The places in the order of rows and columns. */
    public List<String> places() {
        return ids;
    }

    /** The minutes as they were given; null when they are not known. Not to be changed. */
    public double @Nullable [][] givenMinutes() {
        return minutes;
    }

    /** The kilometres as they were given; null when they are not known. Not to be changed. */
    public double @Nullable [][] givenKilometres() {
        return kilometres;
    }

    /** Whether minutes are known. */
    public boolean knowsMinutes() {
        return minutes != null;
    }
}
