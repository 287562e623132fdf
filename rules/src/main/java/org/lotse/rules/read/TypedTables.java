package org.lotse.rules.read;

import java.util.List;
import java.util.Set;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;

/** The tables of a file with the kind of each cell, before anyone knows what they are about. */
public final class TypedTables {
    private static final Set<String> EXAMPLES = Set.of("examples", "beispiele");

    private TypedTables() {}

    /**
     * A table or a sheet of a workbook; rows and columns are counted from 1.
     *
     * @param file path below {@code rules/}
     * @param name the sheet's name, empty for a text file
     * @param rows all cells, row by row; rows may differ in length
     */
    public record Sheet(String file, String name, List<List<Cell>> rows) {
        public Sheet {
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** A cell; blank outside of what is written. */
        public Cell cell(int column, int row) {
            return new Grid(file, name, rows).cell(column, row);
        }

        /** How many cells a row has. */
        public int width(int row) {
            return row > rows.size() ? 0 : rows.get(row - 1).size();
        }

        /** Whether nothing is written in a row. */
        public boolean isBlank(int row) {
            return new Grid(file, name, rows).isBlank(row);
        }

        /** Whether the sheet holds examples, that is tests, and no rules. */
        public boolean holdsExamples() {
            return TypedTables.holdsExamples(new Grid(file, name, rows));
        }

        /** Where a cell stands. */
        public Place place(int column, int row) {
            return Place.ofCell(file, name, column, row);
        }
    }

    /** The tables in a {@code .csv} or {@code .xlsx} file; none, and findings, when it cannot be read. */
    public static List<Sheet> of(String path, byte[] content, Findings findings) {
        List<Grid> grids = path.endsWith(".xlsx")
                ? XlsxGrid.read(path, content, findings)
                : CsvGrid.read(path, content, findings).stream().toList();
        return grids.stream()
                .map(grid -> new Sheet(grid.file(), grid.sheet(), grid.rows()))
                .toList();
    }

    static boolean holdsExamples(Grid grid) {
        return EXAMPLES.contains(Names.folded(grid.cell(1, 1).text()));
    }
}
