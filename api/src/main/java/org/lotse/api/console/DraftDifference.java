package org.lotse.api.console;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lotse.rules.change.Change;
import org.lotse.rules.change.CompareBundles;
import org.lotse.rules.read.RuleBundle;

/**
 * A difference between a draft and what it started from, for reading.
 *
 * @param kind FILE_ADDED, ROW_ADDED and the like; empty for changed cells and lines
 * @param where the cell, row or line
 * @param name the row's name
 * @param heading what stands above the cell
 */
record DraftDifference(
        String kind, String file, String where, String name, String heading, String before, String after) {
    static List<DraftDifference> between(RuleBundle base, RuleBundle draft) {
        return of(CompareBundles.compare(base, draft));
    }

    static List<DraftDifference> of(List<Change> changes) {
        return changes.stream().map(DraftDifference::of).toList();
    }

    /** The same by file, in the order of the paths. */
    static Map<String, List<DraftDifference>> byFile(List<DraftDifference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(DraftDifference::file, TreeMap::new, Collectors.toList()));
    }

    private static DraftDifference of(Change change) {
        return switch (change) {
            case Change.FileAdded(var file) -> new DraftDifference("FILE_ADDED", file, "", "", "", "", "");
            case Change.FileRemoved(var file) -> new DraftDifference("FILE_REMOVED", file, "", "", "", "", "");
            case Change.FileReplaced(var file) -> new DraftDifference("FILE_REPLACED", file, "", "", "", "", "");
            case Change.RowAdded(var file, var sheet, int row, var name, var text) ->
                new DraftDifference("ROW_ADDED", file, at(sheet, String.valueOf(row)), name, "", "", cells(text));
            case Change.RowRemoved(var file, var sheet, int row, var name, var text) ->
                new DraftDifference("ROW_REMOVED", file, at(sheet, String.valueOf(row)), name, "", cells(text), "");
            case Change.CellChanged(var file, var sheet, var cell, var name, var heading, var before, var after) ->
                new DraftDifference("", file, at(sheet, cell), name, heading, before, after);
            case Change.LineChanged(var file, int line, var before, var after) ->
                new DraftDifference(
                        "",
                        file,
                        String.valueOf(line),
                        "",
                        "",
                        before.orElse("").strip(),
                        after.orElse("").strip());
        };
    }

    private static String at(String sheet, String place) {
        return sheet.isEmpty() ? place : sheet + " " + place;
    }

    /** Cells that hold nothing are left out. */
    private static String cells(String row) {
        return row.replaceAll("(\\s*\\|\\s*)+", " · ");
    }
}
