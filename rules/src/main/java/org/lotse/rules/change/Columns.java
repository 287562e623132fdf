package org.lotse.rules.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Gives three forms of a table the same columns, so that their cells can be compared. */
final class Columns {
    private Columns() {}

    /**
     * Base, mine and theirs with the columns they have in the end; empty when both changed the columns in different ways,
     * or headings are there twice.
     */
    static Optional<List<Table>> together(Table base, Table mine, Table theirs) {
        List<String> before = base.headings();
        List<String> wanted = mine.headings().equals(before) ? theirs.headings() : mine.headings();
        boolean both = !mine.headings().equals(before)
                && !theirs.headings().equals(before)
                && !mine.headings().equals(theirs.headings());
        if (both || mine.headingAt() != base.headingAt() || theirs.headingAt() != base.headingAt()) {
            return Optional.empty();
        }
        if (before.equals(wanted)) {
            return Optional.of(List.of(base, mine, theirs));
        }
        for (Table table : List.of(base, mine, theirs)) {
            if (new HashSet<>(table.headings()).size() != table.headings().size()) {
                return Optional.empty();
            }
        }
        return Optional.of(List.of(with(base, wanted), with(mine, wanted), with(theirs, wanted)));
    }

    private static Table with(Table table, List<String> wanted) {
        if (table.headings().equals(wanted)) {
            return table;
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (row < table.headingAt()) {
                rows.add(table.rows().get(row));
            } else if (row == table.headingAt()) {
                rows.add(wanted);
            } else {
                List<String> cells = new ArrayList<>();
                for (String heading : wanted) {
                    int column = table.headings().indexOf(heading);
                    cells.add(column < 0 ? "" : table.cell(row, column));
                }
                rows.add(cells);
            }
        }
        return new Table(table.sheet(), rows, table.headingAt());
    }
}
