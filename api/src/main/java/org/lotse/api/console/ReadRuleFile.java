package org.lotse.api.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lotse.api.console.RuleFileView.Cell;
import org.lotse.api.console.RuleFileView.Line;
import org.lotse.api.console.RuleFileView.Pair;
import org.lotse.api.console.RuleFileView.Part;
import org.lotse.api.console.RuleFileView.Row;
import org.lotse.api.console.RuleFileView.Sheet;
import org.lotse.api.console.RuleFileView.Told;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Place;
import org.lotse.rules.read.ShowTables;

/** Lays out a rule file for reading, each finding beside the cell or line it is about. */
final class ReadRuleFile {
    private static final int MOST_ROWS = 1_000;
    private static final Set<String> TABLE = Set.of("table", "tabelle");

    private final Language language;

    ReadRuleFile(Locale locale) {
        this.language = Language.of(locale);
    }

    /**
     * The file.
     *
     * @param before the same file before it was changed; what differs is marked
     * @param all the findings of the whole bundle
     */
    RuleFileView read(String path, byte[] content, Optional<byte[]> before, List<Finding> all) {
        List<Finding> findings =
                all.stream().filter(one -> one.place().file().equals(path)).toList();
        boolean isTable = path.endsWith(".csv") || path.endsWith(".xlsx");
        boolean isText = !path.endsWith(".xlsx");
        String text = new String(content, StandardCharsets.UTF_8);
        List<ShowTables.Sheet> tables = isTable ? ShowTables.of(path, content) : List.of();
        List<Sheet> sheets = new ArrayList<>();
        for (int at = 0; at < tables.size(); at++) {
            int number = at;
            Optional<ShowTables.Sheet> then = before.map(bytes -> ShowTables.of(path, bytes))
                    .filter(known -> known.size() > number)
                    .map(known -> known.get(number));
            sheets.add(sheet(tables.get(at), then, findings));
        }
        List<Line> lines = sheets.isEmpty() && isText ? lines(text, before, findings) : List.of();
        return new RuleFileView(
                path,
                title(path, sheets),
                sheets,
                lines,
                isText ? Optional.of(text) : Optional.empty(),
                findings.stream()
                        .filter(one -> isWhole(one.place(), sheets.isEmpty()))
                        .map(this::told)
                        .toList(),
                findings.size());
    }

    /** A finding in the reader's language. */
    Told told(Finding finding) {
        Place place = finding.place();
        String where = !place.cell().isEmpty() ? place.cell() : place.line() > 0 ? String.valueOf(place.line()) : "";
        return new Told(finding.severity().name(), finding.code().name(), where, finding.in(language));
    }

    /** A readable name: what a table calls itself, else the name of the file. */
    static String title(String path, List<Sheet> sheets) {
        String named = sheets.stream()
                .flatMap(sheet -> sheet.about().stream())
                .filter(pair -> TABLE.contains(pair.name().toLowerCase(Locale.ROOT)))
                .map(Pair::value)
                .findFirst()
                .orElseGet(() -> path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*$", ""));
        String spaced = named.replace('-', ' ').strip();
        return spaced.isEmpty() ? path : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static boolean isWhole(Place place, boolean isText) {
        return isText ? place.line() == 0 : !place.cell().matches("[A-Z]+[0-9]+");
    }

    private Sheet sheet(ShowTables.Sheet table, Optional<ShowTables.Sheet> before, List<Finding> findings) {
        List<List<String>> rows = table.rows();
        boolean named = !rows.isEmpty()
                && !rows.getFirst().isEmpty()
                && TABLE.contains(rows.getFirst().getFirst().toLowerCase(Locale.ROOT));
        int headingAt = named ? 1 : 0;
        List<String> heading = rows.size() > headingAt ? rows.get(headingAt) : List.of();
        int width = heading.size();
        Map<String, List<Told>> byCell = byCell(table.name(), findings);
        List<List<String>> then = before.map(ShowTables.Sheet::rows).orElse(List.of());
        boolean sameShape = before.isPresent() && then.size() == rows.size();
        Set<List<String>> known = new HashSet<>(then);
        List<Row> shown = new ArrayList<>();
        for (int at = headingAt + 1; at < rows.size() && shown.size() < MOST_ROWS; at++) {
            List<String> row = rows.get(at);
            boolean changed = before.isPresent() && !known.contains(row);
            List<String> old = sameShape && changed ? then.get(at) : row;
            shown.add(new Row(at + 1, cells(row, old, heading, width, at + 1, byCell), changed));
        }
        return new Sheet(
                table.name(),
                named ? pairs(rows.getFirst()) : List.of(),
                cells(heading, heading, heading, width, headingAt + 1, byCell),
                shown,
                Math.max(0, rows.size() - headingAt - 1 - shown.size()));
    }

    private static List<Cell> cells(
            List<String> row,
            List<String> old,
            List<String> heading,
            int width,
            int number,
            Map<String, List<Told>> byCell) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < Math.max(width, row.size()); column++) {
            String place = Place.columnName(column + 1) + number;
            String text = text(row, column);
            String then = text(old, column);
            cells.add(new Cell(
                    place,
                    text,
                    text(heading, column).startsWith("=>"),
                    then.equals(text) ? Optional.empty() : Optional.of(then),
                    byCell.getOrDefault(place, List.of())));
        }
        return cells;
    }

    private Map<String, List<Told>> byCell(String sheet, List<Finding> findings) {
        Map<String, List<Told>> byCell = new HashMap<>();
        findings.stream()
                .filter(one -> one.place().sheet().equals(sheet))
                .forEach(one -> byCell.computeIfAbsent(one.place().cell(), cell -> new ArrayList<>())
                        .add(told(one)));
        return byCell;
    }

    private List<Line> lines(String text, Optional<byte[]> before, List<Finding> findings) {
        Set<String> known = new HashSet<>();
        before.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .ifPresent(old -> old.lines().forEach(known::add));
        List<String> all = text.lines().toList();
        return Stream.iterate(0, at -> at < all.size(), at -> at + 1)
                .map(at -> line(
                        at + 1,
                        all.get(at),
                        before.isPresent() && !known.contains(all.get(at)),
                        findings.stream()
                                .filter(one -> one.place().line() == at + 1)
                                .toList()))
                .toList();
    }

    private Line line(int number, String text, boolean changed, List<Finding> findings) {
        return new Line(number, text, changed, findings.stream().map(this::told).toList(), parts(text, findings));
    }

    /** What is not understood is set apart, to be underlined: the first of several in a line. */
    private List<Part> parts(String text, List<Finding> findings) {
        for (Finding finding : findings) {
            Optional<Place.Columns> columns = finding.place().columns();
            if (columns.isPresent()) {
                int first = Math.clamp(columns.get().first() - 1, 0, text.length());
                int last = Math.clamp(columns.get().last(), first, text.length());
                return List.of(
                        new Part(text.substring(0, first), ""),
                        new Part(text.substring(first, last), told(finding).tint()),
                        new Part(text.substring(last), ""));
            }
        }
        return List.of(new Part(text, ""));
    }

    private static List<Pair> pairs(List<String> row) {
        List<Pair> pairs = new ArrayList<>();
        for (int at = 0; at + 1 < row.size(); at += 2) {
            if (!row.get(at).isEmpty()) {
                pairs.add(new Pair(row.get(at), row.get(at + 1)));
            }
        }
        return pairs;
    }

    private static String text(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }
}
