package org.lotse.rules.read;

import java.util.List;
import org.lotse.rules.finding.Findings;

/** The tables of a file as their author sees them, understood or not; what cannot be opened shows no table. */
public final class ShowTables {
    private ShowTables() {}

    /**
     * A table or a sheet of a workbook.
     *
     * @param name the sheet's name, empty for a text file
     * @param rows all cells as text, row by row; rows may differ in length
     */
    public record Sheet(String name, List<List<String>> rows) {
        public Sheet {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The tables in a {@code .csv} or {@code .xlsx} file. */
    public static List<Sheet> of(String path, byte[] content) {
        Findings unused = new Findings();
        List<Grid> grids = path.endsWith(".xlsx")
                ? XlsxGrid.read(path, content, unused)
                : CsvGrid.read(path, content, unused).stream().toList();
        return grids.stream()
                .map(grid -> new Sheet(
                        grid.sheet(),
                        grid.rows().stream()
                                .map(row -> row.stream().map(Cell::text).toList())
                                .toList()))
                .toList();
    }
}
