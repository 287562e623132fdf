package org.lotse.bench.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published routing instance in whole numbers, place 0 being the depot. With time windows (Solomon, Gehring and Homberger)
 * ways are Euclidean, truncated to one decimal, in tenths (convention of the 12th DIMACS challenge), and all times are in
 * tenths too; without (CVRPLIB X) they are rounded to whole numbers.
 *
 * @param unit how many units one of the file makes: 10 or 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Instance(
        String name,
        int vehicles,
        int capacity,
        int unit,
        int[] demand,
        int[] ready,
        int[] due,
        int[] service,
        int[][] way) {
    /** Nothing to visit. */
    static final Instance NONE =
            new Instance("", 0, 0, 1, new int[0], new int[0], new int[0], new int[0], new int[0][]);

    private static final Pattern VEHICLES = Pattern.compile("-k(\\d+)");
    /** Later than any tour ends. */
    private static final int NEVER = 100_000_000;

    static Instance read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        return file.toString().endsWith(".vrp") ? withoutWindows(name, lines) : withWindows(name, lines);
    }

    int places() {
        return demand.length;
    }

    boolean windows() {
        return unit == 10;
    }

    private static Instance withWindows(String name, List<String> lines) {
        List<int[]> rows = new ArrayList<>();
        for (String line : lines) {
            if (line.strip().matches("\\d+(\\s+\\d+)+")) {
                rows.add(Arrays.stream(line.strip().split("\\s+"))
                        .mapToInt(Integer::parseInt)
                        .toArray());
            }
        }
        int[] fleet = rows.removeFirst();
        int count = rows.size();
        int[][] column = new int[7][count];
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < 7; c++) {
                column[c][i] = rows.get(i)[c] * (c > 3 ? 10 : 1);
            }
        }
        return new Instance(
                name,
                fleet[0],
                fleet[1],
                10,
                column[3],
                column[4],
                column[5],
                column[6],
                ways(column[1], column[2], 10));
    }

    private static Instance withoutWindows(String name, List<String> lines) {
        int count = 0;
        int capacity = 0;
        int[] x = new int[0];
        int[] y = x;
        int[] demand = x;
        String section = "";
        for (String line : lines) {
            String[] words = line.strip().split("[\\s:]+");
            if (words[0].equals("DIMENSION")) {
                count = Integer.parseInt(words[1]);
                x = new int[count];
                y = new int[count];
                demand = new int[count];
            } else if (words[0].equals("CAPACITY")) {
                capacity = Integer.parseInt(words[1]);
            } else if (words[0].endsWith("_SECTION")) {
                section = words[0];
            } else if (section.equals("NODE_COORD_SECTION")) {
                x[Integer.parseInt(words[0]) - 1] = (int) Double.parseDouble(words[1]);
                y[Integer.parseInt(words[0]) - 1] = (int) Double.parseDouble(words[2]);
            } else if (section.equals("DEMAND_SECTION")) {
                demand[Integer.parseInt(words[0]) - 1] = Integer.parseInt(words[1]);
            }
        }
        int[] late = new int[count];
        Arrays.fill(late, NEVER);
        return new Instance(
                name, vehicles(name), capacity, 1, demand, new int[count], late, new int[count], ways(x, y, 1));
    }

    /** The number in the name is the least that could do; some more are allowed. */
    private static int vehicles(String name) {
        Matcher least = VEHICLES.matcher(name);
        if (!least.find()) {
            throw new IllegalArgumentException("The instance " + name + " does not say how many vehicles there are.");
        }
        int count = Integer.parseInt(least.group(1));
        return count + Math.max(3, count / 10);
    }

    private static int[][] ways(int[] x, int[] y, int unit) {
        int[][] way = new int[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                double far = Math.hypot(x[i] - x[j], y[i] - y[j]);
                way[i][j] = unit == 10 ? (int) Math.floor(far * 10 + 1e-9) : (int) Math.round(far);
            }
        }
        return way;
    }

    /** Length of all tours, in the unit of the file. */
    double length(List<int[]> tours) {
        long sum = 0;
        for (int[] tour : tours) {
            int from = 0;
            for (int place : tour) {
                sum += way[from][place];
                from = place;
            }
            sum += way[from][0];
        }
        return (double) sum / unit;
    }

    /** What is wrong with the tours; empty when nothing is. Looks at nothing any solver says about them. */
    String wrong(List<int[]> tours) {
        boolean[] seen = new boolean[places()];
        if (tours.size() > vehicles) {
            return tours.size() + " tours for " + vehicles + " vehicles";
        }
        for (int[] tour : tours) {
            long load = 0;
            long now = 0;
            int from = 0;
            for (int place : tour) {
                load += demand[place];
                now = Math.max(ready[place], now + way[from][place]);
                if (now > due[place] || seen[place] || place == 0) {
                    return "place " + place + " at " + now;
                }
                seen[place] = true;
                now += service[place];
                from = place;
            }
            if (load > capacity || now + way[from][0] > due[0]) {
                return "load " + load + " back at " + (now + way[from][0]);
            }
        }
        for (int place = 1; place < seen.length; place++) {
            if (!seen[place]) {
                return "place " + place + " left out";
            }
        }
        return "";
    }
}
