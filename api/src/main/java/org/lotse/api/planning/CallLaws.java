package org.lotse.api.planning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.planning.calls.CallLaw;

/**
 * Reads when and how often people of each country may be called: {@code planning/calling-hours.csv}, and a file of the same
 * form whose rows come first. Countries nobody has written a row for are not called.
 */
final class CallLaws {
    private static final String SHIPPED = "/planning/calling-hours.csv";
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final int COLUMNS = 7;

    private CallLaws() {}

    static Map<String, CallLaw> shipped() {
        try (InputStream in = CallLaws.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("The file " + SHIPPED + " is missing from the build.");
            }
            return read(SHIPPED, lines(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped rows and those of a file; the file's rows replace shipped ones of the same country. */
    static Map<String, CallLaw> with(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Map<String, CallLaw> laws = new HashMap<>(shipped());
            laws.putAll(read(file.toString(), lines(in)));
            return laws;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The calling hours of " + file + " cannot be read. Maybe correct the path.", e);
        }
    }

    private static List<String> lines(InputStream in) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    static Map<String, CallLaw> read(String name, List<String> lines) {
        Map<String, CallLaw> laws = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                CallLaw law = law(name + ":" + (i + 1), lines.get(i).split(";", -1));
                laws.put(law.country(), law);
            }
        }
        return laws;
    }

    private static CallLaw law(String at, String[] cells) {
        if (cells.length != COLUMNS || !cells[0].strip().matches("[A-Z]{2}")) {
            throw new IllegalStateException(at + " has " + cells.length + " cells and begins with \"" + cells[0]
                    + "\". Maybe write the seven columns of the first line, beginning with a country like DE.");
        }
        List<CallLaw.Span> spans = new ArrayList<>();
        for (String span : cells[1].split("\\|", -1)) {
            spans.add(span(at, span.strip()));
        }
        return new CallLaw(
                cells[0].strip(),
                spans,
                cells[2].strip().equals("yes"),
                most(at, cells[3]),
                most(at, cells[4]),
                most(at, cells[5]),
                cells[6].strip());
    }

    private static CallLaw.Span span(String at, String text) {
        String[] parts = text.split(" ", -1);
        String[] times = parts.length == 2 ? parts[1].split("-", -1) : new String[0];
        if (times.length != 2) {
            throw new IllegalStateException(at + ": \"" + text + "\" is no span. Maybe write Mon-Fri 8-20.");
        }
        return new CallLaw.Span(days(at, parts[0]), time(at, times[0]), time(at, times[1]));
    }

    private static Set<DayOfWeek> days(String at, String text) {
        String[] ends = text.split("-", -1);
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (first < 0 || last < first) {
            throw new IllegalStateException(at + ": \"" + text + "\" are no days. Maybe write Mon-Fri or Sat.");
        }
        return EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1));
    }

    private static LocalTime time(String at, String text) {
        if (!text.matches("\\d{1,2}(:\\d\\d)?")) {
            throw new IllegalStateException(at + ": \"" + text + "\" is no time. Maybe write 8 or 8:30.");
        }
        String[] parts = text.split(":", -1);
        int hour = Integer.parseInt(parts[0]) % 24;
        return LocalTime.of(hour, parts.length == 2 ? Integer.parseInt(parts[1]) : 0);
    }

    private static int most(String at, String text) {
        if (text.isBlank()) {
            return Integer.MAX_VALUE;
        }
        if (!text.strip().matches("\\d+")) {
            throw new IllegalStateException(at + ": \"" + text + "\" is no number of attempts. Maybe leave it empty.");
        }
        return Integer.parseInt(text.strip());
    }
}
