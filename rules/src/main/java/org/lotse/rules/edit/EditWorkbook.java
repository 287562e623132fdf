package org.lotse.rules.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Language;

/**
 * Changes rows of a sheet. A cell keeps its format; a new row takes the formats of the row above. What is typed becomes a
 * number or a day where it reads as one and the cell, or its neighbour above, is one; else a text, also when it begins
 * with a sign that spreadsheets take for a formula.
 */
final class EditWorkbook {
    private static final int LONGEST = 32_767;
    private final String path;
    private final byte[] content;
    private final EditTable.Sheet before;

    EditWorkbook(String path, byte[] content, EditTable.Sheet before) {
        this.path = path;
        this.content = content;
        this.before = before;
    }

    byte[] edit(List<EditTable.Row> rows) throws NotEditable {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.getSheet(before.name());
            remove(sheet, rows);
            order(sheet, rows);
            insert(sheet, rows);
            for (int at = 0; at < rows.size(); at++) {
                put(sheet, rows.get(at), at);
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException damaged) {
            throw new NotEditable(NotEditable.Why.DAMAGED, path, before.name());
        }
    }

    /** Takes out rows that are wanted no more, from below. */
    private void remove(Sheet sheet, List<EditTable.Row> rows) {
        Set<Integer> kept = rows.stream().map(EditTable.Row::from).collect(Collectors.toSet());
        for (int number = before.rows().size(); number >= 1; number--) {
            if (!kept.contains(number)) {
                Row row = sheet.getRow(number - 1);
                if (row != null) {
                    row.forEach(Cell::removeCellComment);
                    sheet.removeRow(row);
                }
                if (number - 1 < sheet.getLastRowNum()) {
                    sheet.shiftRows(number, sheet.getLastRowNum(), -1);
                }
            }
        }
    }

    /** Brings the rows that stay into their new order; each keeps its formats and notes. */
    private static void order(Sheet sheet, List<EditTable.Row> rows) {
        List<Integer> wanted =
                rows.stream().map(EditTable.Row::from).filter(from -> from > 0).toList();
        List<Integer> now = new ArrayList<>(wanted);
        Collections.sort(now);
        for (int at = 0; at < wanted.size(); at++) {
            int is = now.indexOf(wanted.get(at));
            if (is != at) {
                sheet.shiftRows(at, sheet.getLastRowNum(), 1);
                sheet.shiftRows(is + 1, is + 1, at - is - 1);
                if (is + 2 <= sheet.getLastRowNum()) {
                    sheet.shiftRows(is + 2, sheet.getLastRowNum(), -1);
                }
                Integer moved = now.remove(is);
                now.add(at, moved);
            }
        }
    }

    private static void insert(Sheet sheet, List<EditTable.Row> rows) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).from() == 0) {
                if (at <= sheet.getLastRowNum()) {
                    sheet.shiftRows(at, sheet.getLastRowNum(), 1);
                }
                likeAbove(sheet.createRow(at), at == 0 ? null : sheet.getRow(at - 1));
            }
        }
    }

    private static void likeAbove(Row row, @Nullable Row above) {
        if (above != null) {
            row.setHeight(above.getHeight());
            for (Cell cell : above) {
                CellStyle style = cell.getCellStyle();
                row.createCell(cell.getColumnIndex()).setCellStyle(style);
            }
        }
    }

    private void put(Sheet sheet, EditTable.Row wanted, int at) throws NotEditable {
        List<String> was = wanted.from() == 0 ? List.of() : before.rows().get(wanted.from() - 1);
        for (int column = 0; column < Math.max(was.size(), wanted.cells().size()); column++) {
            String text = wanted.cell(column);
            if (!text.equals(column < was.size() ? was.get(column).strip() : "")) {
                Row row = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
                put(row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK), text, above(sheet, at, column));
            }
        }
    }

    private static @Nullable Cell above(Sheet sheet, int at, int column) {
        Row row = at == 0 ? null : sheet.getRow(at - 1);
        return row == null ? null : row.getCell(column);
    }

    private void put(Cell cell, String text, @Nullable Cell above) throws NotEditable {
        if (text.length() > LONGEST || text.indexOf('\u0000') >= 0) {
            throw new NotEditable(
                    NotEditable.Why.TEXT_REFUSED, path, cell.getAddress().formatAsString());
        }
        boolean day = isDay(cell) || cell.getCellType() == CellType.BLANK && above != null && isDay(above);
        OptionalDouble number = number(text);
        Optional<LocalDate> date = day(text);
        cell.setBlank();
        if (text.isEmpty()) {
            return;
        }
        if (day && date.isPresent()) {
            if (!DateUtil.isCellDateFormatted(cell) && above != null) {
                cell.setCellStyle(above.getCellStyle());
            }
            cell.setCellValue(date.get());
        } else if (number.isPresent()
                && !DateUtil.isADateFormat(-1, cell.getCellStyle().getDataFormatString())) {
            cell.setCellValue(number.getAsDouble());
        } else {
            cell.setCellValue(text);
        }
    }

    private static boolean isDay(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell);
    }

    /** A number that reads the same whoever reads it: without signs between thousands. */
    private OptionalDouble number(String text) {
        String sign = before.language() == Language.DE ? "," : "\\.";
        return text.matches("-?(0|[1-9]\\d{0,14})(" + sign + "\\d{1,9})?")
                ? OptionalDouble.of(Double.parseDouble(text.replace(',', '.')))
                : OptionalDouble.empty();
    }

    private Optional<LocalDate> day(String text) {
        String form = before.language() == Language.DE && text.contains(".") ? "d.M.uuuu" : "uuuu-MM-dd";
        try {
            return Optional.of(LocalDate.parse(
                    text, DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
