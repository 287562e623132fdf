package org.lotse.api.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.Candidate;

/**
 * School holidays as a file names them, a table with the columns Region;From;To;Reached: {@code DE-BY;2026-08-03;2026-09-14;0.7}
 * says that in Bavaria seven in ten of those usually reached are reached. 0 means that nobody is called then. No law forbids
 * calls in school holidays, so none is shipped.
 */
final class SchoolHolidays {
    static final SchoolHolidays NONE = new SchoolHolidays(List.of());
    private static final int COLUMNS = 4;

    private final List<Span> spans;

    private SchoolHolidays(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    private record Span(String region, LocalDate from, LocalDate to, double reached) {
        boolean holds(String country, String other, LocalDate day) {
            boolean here = region.equals(country) || other.equals(region) || other.startsWith(region + "-");
            return here && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    static SchoolHolidays read(Path file) {
        try {
            return read(file.toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The school holidays of " + file + " cannot be read. Maybe correct the path.", e);
        }
    }

    static SchoolHolidays read(String name, List<String> lines) {
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                spans.add(span(name + ":" + (i + 1), lines.get(i).split(";", -1)));
            }
        }
        return new SchoolHolidays(spans);
    }

    private static Span span(String at, String[] cells) {
        try {
            if (cells.length == COLUMNS && cells[0].strip().matches("[A-Z]{2}(-[A-Z0-9]{1,5})*")) {
                LocalDate from = LocalDate.parse(cells[1].strip());
                LocalDate to = LocalDate.parse(cells[2].strip());
                double reached = Double.parseDouble(cells[3].strip());
                if (!to.isBefore(from) && reached >= 0 && reached <= 1) {
                    return new Span(cells[0].strip(), from, to, reached);
                }
            }
        } catch (DateTimeException | NumberFormatException notOne) {
            throw new IllegalStateException(at + ": " + notOne.getMessage() + ". " + form(), notOne);
        }
        throw new IllegalStateException(at + ": \"" + String.join(";", cells) + "\" is no span. " + form());
    }

    private static String form() {
        return "Maybe write DE-BY;2026-08-03;2026-09-14;0.7 with a share from 0 to 1.";
    }

    /** What is left of the usual chance to reach somebody there on this day; 1 outside of school holidays. */
    double factor(String country, String region, LocalDate day) {
        return spans.stream()
                .filter(span -> span.holds(country, region, day))
                .mapToDouble(Span::reached)
                .min()
                .orElse(1);
    }

    /** The problem with these chances; slots in which nobody is called are closed. */
    CallProblem keep(CallProblem problem) {
        return spans.isEmpty()
                ? problem
                : problem.with(problem.candidates().stream()
                        .map(candidate -> lessReached(candidate, problem.zone()))
                        .toList());
    }

    private Candidate lessReached(Candidate candidate, ZoneId otherwise) {
        String country = candidate.country() == null ? "" : candidate.country();
        String region = candidate.region() == null ? "" : candidate.region();
        ZoneId zone = candidate.zone() == null ? otherwise : candidate.zone();
        Map<Instant, Double> open = new HashMap<>();
        candidate.reachability().forEach((slot, reached) -> {
            double factor = factor(country, region, slot.atZone(zone).toLocalDate());
            if (factor > 0) {
                open.put(slot, reached * factor);
            }
        });
        return new Candidate(
                candidate.customerId(),
                candidate.value(),
                candidate.closing(),
                candidate.skills(),
                candidate.region(),
                candidate.zone(),
                candidate.country(),
                candidate.promised(),
                candidate.repeats(),
                candidate.preferredAgent(),
                open);
    }
}
