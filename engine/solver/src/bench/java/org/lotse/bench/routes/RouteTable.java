package org.lotse.bench.routes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs solvers on a folder of published instances, each run in a process of its own, one after another, and prints class
 * means. What has been run stands in a log; a run that was broken off goes on where it stopped. Arguments are
 * {@code name=value}:
 *
 * <ul>
 *   <li>{@code folder}: with {@code bks-vrptw.csv}, {@code bks-cvrp-x.csv} and the files they name
 *   <li>{@code log}: CSV of all runs, made when it is not there
 *   <li>{@code engines=lotse,jsprit,or-tools,timefold}, {@code seeds=1,2,3}, {@code sizes=100,200,400,1000}
 *   <li>{@code seconds=30}; {@code match=.*_4}: only instances of that name
 *   <li>{@code perClass=1}: of each class and size the last so many; without it all
 * </ul>
 *
 * <p>The size {@code x} stands for the CVRPLIB set X.
 */
public final class RouteTable {
    private static final String HEAD =
            "engine,size,class,instance,seconds,seed,verdict,length,best,gap,vehicles,wall_ms,cpu_ms,first_ms,first_cpu_ms,load";

    private final Map<String, String> options = new HashMap<>();
    private final Path folder;
    private final Path log;
    private final List<Run> runs = new ArrayList<>();

    private RouteTable(String[] arguments) {
        for (String argument : arguments) {
            if (!argument.isBlank()) {
                String[] parts = argument.split("=", 2);
                options.put(parts[0], parts.length < 2 ? "" : parts[1]);
            }
        }
        this.folder = Path.of(needed("folder"));
        this.log = Path.of(options.getOrDefault("log", "routes.csv"));
    }

    private String needed(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Say " + name + "=..., please.");
        }
        return value;
    }

    private List<String> list(String name, String usual) {
        return List.of(options.getOrDefault(name, usual).split(","));
    }

    /** One instance of a set, and the best length known. */
    private record Known(String size, String kind, String name, Path file, double best) {}

    /** What came of one run. */
    private record Run(
            String engine, String size, String kind, String name, double seconds, int seed, double gap, String line) {
        static Run read(String line) {
            String[] cells = line.split(",", -1);
            return new Run(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    Double.parseDouble(cells[4]),
                    Integer.parseInt(cells[5]),
                    cells[6].equals("feasible") ? Double.parseDouble(cells[9]) : Double.NaN,
                    line);
        }
    }

    /** Runs what is missing and prints the table of all that is there. */
    public static void main(String[] arguments) throws Exception {
        RouteTable table = new RouteTable(arguments);
        table.readLog();
        for (String seed : table.list("seeds", "1")) {
            for (Known known : table.known()) {
                for (String engine : table.list("engines", "lotse")) {
                    table.run(engine, known, Integer.parseInt(seed));
                }
            }
        }
        table.print();
    }

    private void readLog() throws IOException {
        if (!Files.exists(log)) {
            Files.writeString(log, HEAD + "\n");
        }
        Files.readAllLines(log).stream()
                .skip(1)
                .filter(line -> !line.isBlank() && !line.contains(",broken,"))
                .map(Run::read)
                .forEach(runs::add);
    }

    private List<Known> known() throws IOException {
        List<Known> all = new ArrayList<>();
        List<String> sizes = list("sizes", "100,200,400,1000");
        for (String[] row : rows("bks-vrptw.csv")) {
            String kind = row[1].replaceFirst("^(R?C?[12]).*", "$1");
            if (sizes.contains(row[3]) && !row[row.length - 3].isEmpty()) {
                all.add(new Known(
                        row[3], kind, row[1], folder.resolve(row[2]), Double.parseDouble(row[row.length - 3])));
            }
        }
        if (sizes.contains("x")) {
            for (String[] row : rows("bks-cvrp-x.csv")) {
                all.add(new Known("x", "X", row[1], folder.resolve(row[2]), Double.parseDouble(row[6])));
            }
        }
        String match = options.getOrDefault("match", ".*");
        all.removeIf(one -> !one.name().matches(match) || !Files.exists(one.file()));
        int most = Integer.parseInt(options.getOrDefault("perClass", "1000"));
        List<Known> chosen = new ArrayList<>();
        for (Known one : all) {
            long later = all.stream()
                    .skip(all.indexOf(one) + 1L)
                    .filter(other ->
                            other.size().equals(one.size()) && other.kind().equals(one.kind()))
                    .count();
            if (later < most) {
                chosen.add(one);
            }
        }
        return chosen;
    }

    private List<String[]> rows(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> line.replaceAll("\"[^\"]*\"", "quoted"))
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }

    private void run(String engine, Known known, int seed) throws IOException, InterruptedException {
        double seconds = Double.parseDouble(options.getOrDefault("seconds", "30"));
        boolean done = runs.stream()
                .anyMatch(run -> run.engine().equals(engine)
                        && run.name().equals(known.name())
                        && run.seconds() == seconds
                        && run.seed() == seed);
        if (done) {
            return;
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        String[] cells = child(engine, known, seconds, seed);
        double length = Double.parseDouble(cells[2]);
        String line = String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%s,%d,%s,%.1f,%.1f,%.3f,%s,%s,%s,%s,%s,%.1f",
                engine,
                known.size(),
                known.kind(),
                known.name(),
                seconds,
                seed,
                cells[1],
                length,
                known.best(),
                (length / known.best() - 1) * 100,
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                cells[7],
                load);
        Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
        System.out.println(line);
        runs.add(Run.read(line));
    }

    private static String[] child(String engine, Known known, double seconds, int seed)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneRun.class.getName(),
                        engine,
                        known.file().toString(),
                        Double.toString(seconds),
                        Integer.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] cells = {"RUN", "broken", "0", "0", "0", "0", "-1", "-1"};
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("RUN ")) {
                    cells = line.split(" ");
                } else if (line.startsWith("WRONG ")) {
                    System.out.println(engine + " on " + known.name() + ": " + line);
                }
            }
        }
        process.waitFor();
        return cells;
    }

    private void print() {
        Set<String> rows = new LinkedHashSet<>();
        Set<String> kinds = new LinkedHashSet<>();
        for (Run run : runs) {
            rows.add(run.size() + "," + run.engine() + "," + run.seconds());
            kinds.add(run.kind());
        }
        System.out.println("\n| visits | solver | seconds | " + String.join(" | ", kinds) + " | mean | runs |");
        System.out.println("|---".repeat(kinds.size() + 5) + "|");
        for (String row : rows.stream().sorted().toList()) {
            String[] of = row.split(",");
            List<String> cells = new ArrayList<>();
            List<Double> means = new ArrayList<>();
            int count = 0;
            for (String kind : kinds) {
                double[] gaps = runs.stream()
                        .filter(run -> run.size().equals(of[0]) && run.engine().equals(of[1]))
                        .filter(run -> run.seconds() == Double.parseDouble(of[2])
                                && run.kind().equals(kind))
                        .mapToDouble(Run::gap)
                        .toArray();
                count += gaps.length;
                double mean = java.util.Arrays.stream(gaps)
                        .filter(gap -> !Double.isNaN(gap))
                        .average()
                        .orElse(Double.NaN);
                boolean whole = java.util.Arrays.stream(gaps).noneMatch(Double::isNaN);
                if (!Double.isNaN(mean)) {
                    means.add(mean);
                }
                cells.add(
                        gaps.length == 0
                                ? ""
                                : String.format(Locale.ROOT, "%.2f%s", mean, whole ? "" : " (some infeasible)"));
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | **%.2f** | %d |%n",
                    of[0],
                    of[1],
                    of[2],
                    String.join(" | ", cells),
                    means.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
                    count);
        }
    }
}
