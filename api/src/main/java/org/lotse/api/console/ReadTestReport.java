package org.lotse.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Lays out what came of a draft's examples for reading. */
final class ReadTestReport {
    private static final int MOST = 30;

    private ReadTestReport() {}

    /**
     * What came of the examples.
     *
     * @param passed whether everything was met
     * @param tests how many examples there are
     * @param failed how many failed
     * @param rows how many rows there are
     * @param rowsFired how many of them fire
     * @param score part of the small changes that was noticed, in percent; empty when none were tried
     * @param problems what was not understood or not met
     * @param neverFired rows no example makes fire
     * @param unnoticed small changes no example notices
     * @param more how many lines were left out
     */
    record TestView(
            boolean passed,
            int tests,
            int failed,
            int rows,
            int rowsFired,
            String score,
            List<Line> problems,
            List<Line> neverFired,
            List<Line> unnoticed,
            int more) {}

    /** A line about a place in a file. */
    record Line(String file, String where, String text) {}

    static TestView of(JsonNode result) {
        List<Line> problems = new ArrayList<>();
        List<Line> never = new ArrayList<>();
        for (JsonNode finding : result.path("findings")) {
            Line line = line(finding, finding.path("message").asString(""));
            (finding.path("severity").asString("").equals("INFO") ? never : problems).add(line);
        }
        JsonNode changes = result.path("changes");
        List<Line> unnoticed = new ArrayList<>();
        for (JsonNode change : changes.path("unnoticed")) {
            unnoticed.add(line(
                    change,
                    change.path("row").asString("") + ": "
                            + change.path("change").asString("")));
        }
        int all = problems.size() + never.size() + unnoticed.size();
        List<Line> shownProblems = first(problems);
        List<Line> shownNever = first(never);
        List<Line> shownUnnoticed = first(unnoticed);
        return new TestView(
                result.path("passed").asBoolean(false),
                result.path("tests").asInt(0),
                result.path("failed").asInt(0),
                result.path("rows").asInt(0),
                result.path("rowsFired").asInt(0),
                changes.isObject()
                        ? String.format(
                                Locale.ROOT, "%.0f", 100 * changes.path("score").asDouble(0))
                        : "",
                shownProblems,
                shownNever,
                shownUnnoticed,
                all - shownProblems.size() - shownNever.size() - shownUnnoticed.size());
    }

    private static List<Line> first(List<Line> lines) {
        return List.copyOf(lines.subList(0, Math.min(MOST, lines.size())));
    }

    private static Line line(JsonNode place, String text) {
        String cell = place.path("cell").asString("");
        String line = place.path("line").isNumber() ? place.path("line").asString("") : "";
        return new Line(place.path("file").asString(""), cell.isEmpty() ? line : cell, text);
    }
}
