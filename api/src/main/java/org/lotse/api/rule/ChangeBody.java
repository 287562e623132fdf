package org.lotse.api.rule;

import java.util.Optional;
import org.lotse.rules.change.Change;

/**
 * A difference between two versions, as the API shows it.
 *
 * @param kind FILE_ADDED, FILE_REMOVED, FILE_REPLACED, ROW_ADDED, ROW_REMOVED, CELL_CHANGED or LINE_CHANGED
 * @param place the cell, or the number of the row or line
 * @param name the first cell of the row
 * @param heading what stands above the cell
 */
record ChangeBody(
        String kind,
        String file,
        Optional<String> sheet,
        Optional<String> place,
        Optional<String> name,
        Optional<String> heading,
        Optional<String> before,
        Optional<String> after) {

    static ChangeBody of(Change change) {
        return switch (change) {
            case Change.FileAdded(String file) -> file("FILE_ADDED", file);
            case Change.FileRemoved(String file) -> file("FILE_REMOVED", file);
            case Change.FileReplaced(String file) -> file("FILE_REPLACED", file);
            case Change.RowAdded(String file, String sheet, int row, String name, String text) ->
                new ChangeBody(
                        "ROW_ADDED",
                        file,
                        text(sheet),
                        Optional.of(Integer.toString(row)),
                        text(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(text));
            case Change.RowRemoved(String file, String sheet, int row, String name, String text) ->
                new ChangeBody(
                        "ROW_REMOVED",
                        file,
                        text(sheet),
                        Optional.of(Integer.toString(row)),
                        text(name),
                        Optional.empty(),
                        Optional.of(text),
                        Optional.empty());
            case Change.CellChanged(
                    String file,
                    String sheet,
                    String cell,
                    String name,
                    String heading,
                    String before,
                    String after) ->
                new ChangeBody(
                        "CELL_CHANGED",
                        file,
                        text(sheet),
                        Optional.of(cell),
                        text(name),
                        text(heading),
                        Optional.of(before),
                        Optional.of(after));
            case Change.LineChanged(String file, int line, Optional<String> before, Optional<String> after) ->
                new ChangeBody(
                        "LINE_CHANGED",
                        file,
                        Optional.empty(),
                        Optional.of(Integer.toString(line)),
                        Optional.empty(),
                        Optional.empty(),
                        before,
                        after);
        };
    }

    private static ChangeBody file(String kind, String file) {
        return new ChangeBody(
                kind,
                file,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(known -> !known.isEmpty());
    }
}
