package org.lotse.api.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file.
 *
 * @param line its number in the file, the header is line 1
 * @param columns where each column stands
 * @param cells its cells
 * @param raw the line as it was written
 */
record Row(long line, Map<String, Integer> columns, String[] cells, String raw) {
    static final String LINE = "$line";

    /** The trimmed cell; empty when the line has none. */
    String cell(String column) {
        if (column.equals(LINE)) {
            return Long.toString(line);
        }
        @Nullable Integer index = columns.get(column);
        return index == null || index >= cells.length ? "" : cells[index].strip();
    }
}
