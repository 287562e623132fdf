package org.lotse.rules.finding;

import java.util.Optional;

/**
 * Where something stands.
 *
 * @param file path below {@code rules/}
 * @param sheet the sheet of a workbook, else empty
 * @param cell the cell of a table, {@code C4}, or the path in a YAML file; empty when the file as a whole is meant
 * @param line the line of a text file, from 1; 0 when unknown
 * @param columns the letters of the line that are meant, in text files; empty when the whole line is
 */
public record Place(String file, String sheet, String cell, int line, Optional<Columns> columns) {
    @SuppressWarnings("OptionalAssignedToNull") // Places stored before there were columns have none.
    public Place {
        columns = columns == null ? Optional.empty() : columns;
    }

    /** A place in a table, in a YAML file, or a whole line. */
    public Place(String file, String sheet, String cell, int line) {
        this(file, sheet, cell, line, Optional.empty());
    }

    /**
     * A part of a line.
     *
     * @param first the first letter, from 1
     * @param last the last letter
     */
    public record Columns(int first, int last) {}

    /** The file as a whole. */
    public static Place ofFile(String file) {
        return new Place(file, "", "", 0);
    }

    /** A line of a text file. */
    public static Place ofLine(String file, int line) {
        return new Place(file, "", "", line);
    }

    /** A part of a line of a text file, columns from 1. */
    public static Place ofText(String file, int line, int first, int last) {
        return new Place(file, "", "", line, Optional.of(new Columns(first, Math.max(first, last))));
    }

    /** A cell by column and row, both from 1. */
    public static Place ofCell(String file, String sheet, int column, int row) {
        return new Place(file, sheet, columnName(column) + row, row);
    }

    /** As findings are listed: {@code file:cell}, {@code file:sheet:cell} or {@code file:line:column}. */
    public String shown() {
        String where = !cell.isEmpty() ? cell : line > 0 ? Integer.toString(line) : "";
        String letters = columns.map(part -> ":" + part.first()).orElse("");
        return file + (sheet.isEmpty() ? "" : ":" + sheet) + (where.isEmpty() ? "" : ":" + where) + letters;
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
