package org.lotse.api.console;

import java.util.List;
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
        return CompareBundles.compare(base, draft).stream()
                .map(DraftDifference::of)
                .toList();
    }

    private static DraftDifference of(Change change) {
        return switch (change) {
            case Change.FileAdded(var file) -> new DraftDifference("FILE_ADDED", file, "", "", "", "", "");
            case Change.FileRemoved(var file) -> new DraftDifference("FILE_REMOVED", file, "", "", "", "", "");
            case Change.FileReplaced(var file) -> new DraftDifference("FILE_REPLACED", file, "", "", "", "", "");
            case Change.RowAdded(var file, var sheet, int row, var name, var text) ->
                new DraftDifference("ROW_ADDED", file, String.valueOf(row), name, "", "", text);
            case Change.RowRemoved(var file, var sheet, int row, var name, var text) ->
                new DraftDifference("ROW_REMOVED", file, String.valueOf(row), name, "", text, "");
            case Change.CellChanged(var file, var sheet, var cell, var name, var heading, var before, var after) ->
                new DraftDifference("", file, cell, name, heading, before, after);
            case Change.LineChanged(var file, int line, var before, var after) ->
                new DraftDifference("", file, String.valueOf(line), "", "", before.orElse(""), after.orElse(""));
        };
    }
}
