package org.lotse.rules.read;

import java.util.List;
import org.lotse.rules.finding.Place;

/**
 * A table as it stands in a file or a sheet, before it is understood.
 *
 * @param file path below {@code rules/}
 * @param sheet the sheet of a workbook, else empty
 * @param rows all rows, from the first; rows and columns are counted from 1 as spreadsheets do
 */
record Grid(String file, String sheet, List<List<Cell>> rows) {
    Grid {
        rows = List.copyOf(rows);
    }

    Cell cell(int column, int row) {
        if (row > rows.size() || column > rows.get(row - 1).size()) {
            return new Cell.Blank();
        }
        return rows.get(row - 1).get(column - 1);
    }

    int width(int row) {
        return row > rows.size() ? 0 : rows.get(row - 1).size();
    }

    boolean isBlank(int row) {
        return row > rows.size() || rows.get(row - 1).stream().allMatch(Cell::isBlank);
    }

    boolean isWorkbook() {
        return file.endsWith(".xlsx");
    }

    Place place(int column, int row) {
        return Place.ofCell(file, sheet, column, row);
    }

    Place whole() {
        return new Place(file, sheet, "", 0);
    }
}
