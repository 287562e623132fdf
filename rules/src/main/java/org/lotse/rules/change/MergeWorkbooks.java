package org.lotse.rules.change;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lotse.rules.edit.EditTable;
import org.lotse.rules.edit.NotEditable;
import org.lotse.rules.finding.Place;

/**
 * Merges workbooks: what the draft changed is put into the workbook in force, which keeps its formats, notes and widths.
 * Cells are copied where the rows stayed where they were; where rows were inserted, removed or moved, the rows are
 * merged and written as somebody would type them. Workbooks with other sheets or columns are a conflict.
 */
final class MergeWorkbooks {
    private static final CellCopyPolicy VALUES =
            new CellCopyPolicy.Builder().cellStyle(false).cellFormula(false).build();

    private final String path;
    private final MergeBundles.Resolutions resolutions;

    MergeWorkbooks(String path, MergeBundles.Resolutions resolutions) {
        this.path = path;
        this.resolutions = resolutions;
    }

    /** The merged workbook; empty when they cannot be merged cell by cell. */
    Optional<byte[]> merge(byte[] base, byte[] mine, byte[] theirs) {
        List<Table> before = Table.of(path, base);
        List<Table> my = Table.of(path, mine);
        List<Table> their = Table.of(path, theirs);
        if (before.isEmpty() || !sameColumns(before, my) || !sameColumns(before, their)) {
            return Optional.empty();
        }
        if (!sameShape(before, my) || !sameShape(before, their)) {
            return rows(base, mine, theirs);
        }
        try (XSSFWorkbook target = new XSSFWorkbook(new ByteArrayInputStream(theirs));
                XSSFWorkbook source = new XSSFWorkbook(new ByteArrayInputStream(mine));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int sheet = 0; sheet < before.size(); sheet++) {
                put(before.get(sheet), my.get(sheet), their.get(sheet), source, target);
            }
            target.write(bytes);
            return Optional.of(bytes.toByteArray());
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> rows(byte[] base, byte[] mine, byte[] theirs) {
        List<Table> before = Table.typed(path, base);
        List<Table> my = Table.typed(path, mine);
        List<Table> their = Table.typed(path, theirs);
        byte[] merged = theirs;
        try {
            for (int sheet = 0; sheet < before.size(); sheet++) {
                List<EditTable.Row> rows = new MergeTables(path, resolutions)
                        .rows(before.get(sheet), my.get(sheet), their.get(sheet)).stream()
                                .map(row -> new EditTable.Row(row.from() + 1, row.cells()))
                                .toList();
                merged = EditTable.edit(path, merged, before.get(sheet).sheet(), rows);
            }
            return Optional.of(merged);
        } catch (NotEditable harmful) {
            return Optional.empty();
        }
    }

    private static boolean sameColumns(List<Table> before, List<Table> after) {
        return before.stream()
                .map(table -> List.of(table.sheet(), table.headings()))
                .toList()
                .equals(after.stream()
                        .map(table -> List.of(table.sheet(), table.headings()))
                        .toList());
    }

    private static boolean sameShape(List<Table> before, List<Table> after) {
        for (int sheet = 0; sheet < before.size(); sheet++) {
            Table one = before.get(sheet);
            Table other = after.get(sheet);
            boolean inPlace = Align.of(one.rows(), other.rows(), Table::alike).stream()
                    .allMatch(pair -> pair.before() == pair.after());
            if (!inPlace) {
                return false;
            }
        }
        return true;
    }

    private void put(Table base, Table mine, Table theirs, XSSFWorkbook source, XSSFWorkbook target) {
        for (int row = 0; row < base.rows().size(); row++) {
            int width =
                    Math.max(base.rows().get(row).size(), mine.rows().get(row).size());
            for (int column = 0; column < width; column++) {
                String was = base.cell(row, column);
                String mineNow = mine.cell(row, column);
                String theirsNow = theirs.cell(row, column);
                boolean isMine = !mineNow.equals(was) && !mineNow.equals(theirsNow);
                if (isMine && (theirsNow.equals(was) || isTaken(theirs, row, column, was, mineNow, theirsNow))) {
                    copy(source.getSheet(base.sheet()), target.getSheet(base.sheet()), row, column);
                }
            }
        }
    }

    private boolean isTaken(Table theirs, int row, int column, String was, String mine, String now) {
        Conflict conflict = new Conflict(
                path,
                theirs.sheet(),
                Place.columnName(column + 1) + (row + 1),
                theirs.name(row),
                theirs.heading(column),
                was,
                mine,
                now);
        return resolutions.take(conflict) == Conflict.Take.MINE;
    }

    private static void copy(XSSFSheet source, XSSFSheet target, int row, int column) {
        XSSFRow from = source.getRow(row);
        XSSFRow to = target.getRow(row) == null ? target.createRow(row) : target.getRow(row);
        Cell known = from == null ? null : from.getCell(column);
        XSSFCell put = to.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (known == null) {
            put.setBlank();
        } else {
            put.copyCellFrom(known, VALUES);
        }
    }
}
