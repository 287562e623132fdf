package org.lotse.rules.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.read.Cell;
import org.lotse.rules.read.TypedTables;

/** Shows a table as people type it, and writes back what they changed. */
public final class EditTable {
    private static final Set<String> LANGUAGE = Set.of("language", "sprache");

    private EditTable() {}

    /**
     * A table of a file, its cells as people type them: numbers and days in the way of the table's language.
     *
     * @param name the sheet's name, empty for a text file
     * @param language the table's language
     * @param rows row by row; rows may differ in length
     */
    public record Sheet(String name, Language language, List<List<String>> rows) {
        private static final Set<String> INTRODUCED = Set.of("table", "tabelle", "examples", "beispiele");

        /** How many rows come before the first that says something: what the table is, and its headings; a list has these only. */
        public int headings() {
            boolean introduced = !rows.isEmpty()
                    && !rows.getFirst().isEmpty()
                    && INTRODUCED.contains(rows.getFirst().getFirst().strip().toLowerCase(Locale.ROOT));
            return introduced ? 2 : 1;
        }

        public Sheet {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A row as it shall be.
     *
     * @param from the row of the file it was, from 1; 0 for a new one
     * @param cells the texts of its cells; blank ones at the end may be left out
     */
    public record Row(int from, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    /** The tables of a file; none when it cannot be read. */
    public static List<Sheet> show(String path, byte[] content) {
        return TypedTables.of(path, content, new Findings()).stream()
                .map(EditTable::show)
                .toList();
    }

    /**
     * The file with one of its tables as it shall be.
     *
     * @param sheet which table; empty in a text file
     * @param rows all its rows, in any order
     * @throws NotEditable saying why it cannot be done without harm
     */
    public static byte[] edit(String path, byte[] content, String sheet, List<Row> rows) throws NotEditable {
        Sheet before = show(path, content).stream()
                .filter(one -> one.name().equals(sheet))
                .findFirst()
                .orElseThrow(() -> new NotEditable(NotEditable.Why.NO_SUCH_TABLE, path, sheet));
        known(path, before, rows);
        return path.endsWith(".xlsx")
                ? new EditWorkbook(path, content, before).edit(rows)
                : new EditText(path, content, before).edit(rows);
    }

    private static void known(String path, Sheet before, List<Row> rows) throws NotEditable {
        Set<Integer> seen = new HashSet<>();
        for (Row row : rows) {
            if (row.from() < 0 || row.from() > before.rows().size() || row.from() > 0 && !seen.add(row.from())) {
                throw new NotEditable(NotEditable.Why.UNKNOWN_ROW, path, String.valueOf(row.from()));
            }
        }
    }

    private static Sheet show(TypedTables.Sheet table) {
        Language language = language(table);
        List<List<String>> rows = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            rows.add(row.stream().map(cell -> text(cell, language)).toList());
        }
        return new Sheet(table.name(), language, rows);
    }

    private static Language language(TypedTables.Sheet table) {
        for (int column = 1; column < table.width(1); column++) {
            if (LANGUAGE.contains(table.cell(column, 1).text().toLowerCase(Locale.ROOT))) {
                return table.cell(column + 1, 1).text().toLowerCase(Locale.ROOT).startsWith("de")
                        ? Language.DE
                        : Language.EN;
            }
        }
        return Language.EN;
    }

    private static String text(Cell cell, Language language) {
        return switch (cell) {
            case Cell.Number ignored when language == Language.DE -> cell.text().replace('.', ',');
            case Cell.Day(var day)
            when language == Language.DE ->
                String.format(Locale.ROOT, "%02d.%02d.%04d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            case Cell.Flag(boolean yes) when language == Language.DE -> yes ? "ja" : "nein";
            default -> cell.text();
        };
    }
}
