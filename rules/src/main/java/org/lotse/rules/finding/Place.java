package org.lotse.rules.finding;

/**
 * Where something stands.
 *
 * @param file path below {@code rules/}
 * @param sheet the sheet of a workbook, else empty
 * @param cell the cell of a table, {@code C4}, or the path in a YAML file; empty when the file as a whole is meant
 * @param line the line of a text file, from 1; 0 when unknown
 */
public record Place(String file, String sheet, String cell, int line) {
    /** The file as a whole. */
    public static Place ofFile(String file) {
        return new Place(file, "", "", 0);
    }

    /** A line of a text file. */
    public static Place ofLine(String file, int line) {
        return new Place(file, "", "", line);
    }

    /** A cell by column and row, both from 1. */
    public static Place ofCell(String file, String sheet, int column, int row) {
        return new Place(file, sheet, columnName(column) + row, row);
    }

    /** The letters of a column: 1 is A, 27 is AA. */
    public static String columnName(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
