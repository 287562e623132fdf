package org.lotse.engine.rule;

/**
 * A row of a table or a sentence of a rule file, as its author finds it again.
 *
 * @param file path below {@code rules/}: {@code tables/channel.csv}
 * @param sheet the sheet of a workbook, empty otherwise
 * @param row the row in the file (from 1, heading rows counted), or the line a sentence starts in
 * @param name the row's or sentence's name; empty when it has none
 */
public record RowRef(String file, String sheet, int row, String name) implements Comparable<RowRef> {
    @Override
    public int compareTo(RowRef other) {
        int byFile = file.compareTo(other.file);
        int bySheet = byFile != 0 ? byFile : sheet.compareTo(other.sheet);
        return bySheet != 0 ? bySheet : Integer.compare(row, other.row);
    }
}
