package org.lotse.rules.change;

import java.util.ArrayList;
import java.util.List;
import org.lotse.rules.edit.EditTable;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.read.Cell;
import org.lotse.rules.read.TypedTables;

/**
 * A table as texts, for comparing.
 *
 * @param sheet the sheet of a workbook, else empty
 * @param rows all rows; they may differ in length
 * @param headingAt which row says what the columns are, from 0; -1 when there is none
 */
record Table(String sheet, List<List<String>> rows, int headingAt) {
    Table {
        rows = rows.stream().map(Table::trimmed).toList();
    }

    /** The tables of a file; none when it cannot be read as one. */
    static List<Table> of(String path, byte[] content) {
        Findings unused = new Findings();
        List<Table> tables = new ArrayList<>();
        for (TypedTables.Sheet sheet : TypedTables.of(path, content, unused)) {
            List<List<String>> rows = sheet.rows().stream()
                    .map(row -> row.stream().map(Cell::text).toList())
                    .toList();
            tables.add(new Table(sheet.name(), rows, headingAt(rows)));
        }
        return unused.hasErrors() && tables.isEmpty() ? List.of() : tables;
    }

    /** The same, its cells as people type them in the language of the table. */
    static List<Table> typed(String path, byte[] content) {
        return EditTable.show(path, content).stream()
                .map(sheet -> new Table(sheet.name(), sheet.rows(), headingAt(sheet.rows())))
                .toList();
    }

    /** Decision tables and examples have a row about themselves first, lists do not. */
    private static int headingAt(List<List<String>> rows) {
        if (rows.isEmpty() || rows.getFirst().isEmpty()) {
            return rows.isEmpty() ? -1 : 0;
        }
        String first = org.lotse.rules.read.Names.folded(rows.getFirst().getFirst());
        boolean about = List.of("table", "tabelle", "examples", "beispiele").contains(first);
        return about ? (rows.size() > 1 ? 1 : -1) : 0;
    }

    List<String> headings() {
        return headingAt < 0 ? List.of() : rows.get(headingAt);
    }

    String heading(int column) {
        return column < headings().size() ? headings().get(column) : "";
    }

    String cell(int row, int column) {
        return column < rows.get(row).size() ? rows.get(row).get(column) : "";
    }

    /** The first cell of a row, by which people know it. */
    String name(int row) {
        return cell(row, 0);
    }

    /** Whether one row is a changed form of another: the same name, or most of its cells. */
    static boolean alike(List<String> one, List<String> other) {
        String name = one.isEmpty() ? "" : one.getFirst();
        if (!name.isEmpty() && !other.isEmpty() && name.equals(other.getFirst())) {
            return true;
        }
        int filled = 0;
        int same = 0;
        for (int column = 0; column < Math.max(one.size(), other.size()); column++) {
            String a = column < one.size() ? one.get(column) : "";
            String b = column < other.size() ? other.get(column) : "";
            if (!a.isEmpty() || !b.isEmpty()) {
                filled++;
                same += a.equals(b) ? 1 : 0;
            }
        }
        return filled > 0 && 2 * same > filled;
    }

    /** Empty cells at the end of a row do not matter. */
    private static List<String> trimmed(List<String> row) {
        int end = row.size();
        while (end > 0 && row.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(row.subList(0, end));
    }
}
