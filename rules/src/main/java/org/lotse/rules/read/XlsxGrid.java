package org.lotse.rules.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * Reads a workbook sheet by sheet. The archive is looked through before it is opened: one that holds macros, links to
 * other files or far more data than a table needs is refused.
 */
final class XlsxGrid {
    private static final long MOST_BYTES = 40_000_000;
    private static final int MOST_ENTRIES = 500;

    private XlsxGrid() {}

    static List<Grid> read(String path, byte[] bytes, Findings findings) {
        if (!isHarmless(path, bytes, findings)) {
            return List.of();
        }
        List<Grid> grids = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook) {
                read(path, sheet, findings, grids);
            }
        } catch (IOException | OpenXML4JRuntimeException damaged) {
            findings.error(Place.ofFile(path), FindingCode.FILE_DAMAGED, "xlsx");
            return List.of();
        } catch (RuntimeException damaged) {
            // POI reports damaged XML by many unchecked exceptions of XMLBeans and its own.
            findings.error(Place.ofFile(path), FindingCode.FILE_DAMAGED, "xlsx");
            return List.of();
        }
        return grids;
    }

    private static boolean isHarmless(String path, byte[] bytes, Findings findings) {
        long total = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            byte[] buffer = new byte[65_536];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.contains("vbaproject") || name.contains("externallink") || isEmbedded(name)) {
                    findings.error(Place.ofFile(path), FindingCode.CODE_REFUSED, "workbook", entry.getName());
                    return false;
                }
                if (name.contains("..") || name.startsWith("/")) {
                    findings.error(Place.ofFile(path), FindingCode.FILE_DAMAGED, "xlsx");
                    return false;
                }
                SheetSize sheet = new SheetSize();
                for (int read = zip.read(buffer);
                        read >= 0 && total <= MOST_BYTES && !sheet.isTooLarge();
                        read = zip.read(buffer)) {
                    total += read;
                    if (name.startsWith("xl/worksheets/")) {
                        sheet.see(buffer, read);
                    }
                }
                if (sheet.isTooLarge()) {
                    findings.error(
                            Place.ofFile(path),
                            FindingCode.TOO_LARGE,
                            "table",
                            CsvGrid.MOST_ROWS,
                            CsvGrid.MOST_COLUMNS);
                    return false;
                }
                if (++entries > MOST_ENTRIES || total > MOST_BYTES) {
                    findings.error(Place.ofFile(path), FindingCode.TOO_LARGE, "workbook", MOST_BYTES / 1_000_000);
                    return false;
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            findings.error(Place.ofFile(path), FindingCode.FILE_DAMAGED, "xlsx");
            return false;
        }
        if (entries == 0) {
            findings.error(Place.ofFile(path), FindingCode.FILE_DAMAGED, "xlsx");
        }
        return entries > 0;
    }

    private static boolean isEmbedded(String name) {
        return name.contains("/embeddings/") || name.contains("/activex/") || name.contains("connections.xml");
    }

    private static void read(String path, Sheet sheet, Findings findings, List<Grid> grids) {
        String name = sheet.getSheetName();
        if (sheet.getLastRowNum() >= CsvGrid.MOST_ROWS) {
            findings.error(
                    new Place(path, name, "", 0),
                    FindingCode.TOO_LARGE,
                    "table",
                    CsvGrid.MOST_ROWS,
                    CsvGrid.MOST_COLUMNS);
            return;
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            findings.error(
                    Place.ofCell(path, name, merged.getFirstColumn() + 1, merged.getFirstRow() + 1),
                    FindingCode.NOT_UNDERSTOOD,
                    "merged",
                    merged.formatAsString());
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row <= sheet.getLastRowNum(); row++) {
            rows.add(cells(path, name, sheet.getRow(row), findings));
        }
        grids.add(new Grid(path, name, rows));
    }

    private static List<Cell> cells(String path, String sheet, @Nullable Row row, Findings findings) {
        List<Cell> cells = new ArrayList<>();
        int last = row == null ? 0 : Math.min(row.getLastCellNum(), CsvGrid.MOST_COLUMNS + 1);
        for (int column = 0; row != null && column < last; column++) {
            Cell cell = cell(row.getCell(column));
            if (cell instanceof Cell.Refused(String what)) {
                findings.error(
                        Place.ofCell(path, sheet, column + 1, row.getRowNum() + 1),
                        what.startsWith("=") ? FindingCode.CODE_REFUSED : FindingCode.NOT_UNDERSTOOD,
                        what.startsWith("=") ? "formula" : "error-cell",
                        what);
            }
            cells.add(cell);
        }
        if (row != null && (last > CsvGrid.MOST_COLUMNS || isBeyond(row))) {
            findings.error(
                    new Place(path, sheet, "", row.getRowNum() + 1),
                    FindingCode.TOO_LARGE,
                    "table",
                    CsvGrid.MOST_ROWS,
                    CsvGrid.MOST_COLUMNS);
        }
        return cells;
    }

    /** Whether a cell says it stands where no column is. */
    private static boolean isBeyond(Row row) {
        for (org.apache.poi.ss.usermodel.Cell cell : row) {
            if (cell.getColumnIndex() < 0 || cell.getColumnIndex() >= CsvGrid.MOST_COLUMNS) {
                return true;
            }
        }
        return false;
    }

    /** A text, unless the cell points to one that the workbook does not have. */
    private static Cell text(org.apache.poi.ss.usermodel.Cell cell) {
        String text = cell.getStringCellValue();
        boolean lost = text.isEmpty()
                && cell instanceof XSSFCell raw
                && raw.getCTCell().getT() == STCellType.S
                && isBeyond(raw.getRawValue(), raw.getSheet().getWorkbook().getSharedStringSource());
        return lost ? new Cell.Refused("?") : Cell.ofText(text);
    }

    private static boolean isBeyond(@Nullable String index, SharedStringsTable texts) {
        try {
            return index == null
                    || Integer.parseInt(index) >= texts.getSharedStringItems().size();
        } catch (NumberFormatException noIndex) {
            return true;
        }
    }

    private static Cell cell(org.apache.poi.ss.usermodel.@Nullable Cell cell) {
        if (cell == null) {
            return new Cell.Blank();
        }
        return switch (cell.getCellType()) {
            case STRING -> text(cell);
            case NUMERIC -> numeric(cell);
            case BOOLEAN -> new Cell.Flag(cell.getBooleanCellValue());
            case BLANK -> new Cell.Blank();
            case FORMULA -> new Cell.Refused("=" + cell.getCellFormula());
            case ERROR, _NONE -> new Cell.Refused(cell.getCellType() == CellType.ERROR ? "#" + cell : "?");
        };
    }

    private static Cell numeric(org.apache.poi.ss.usermodel.Cell cell) {
        if (!DateUtil.isCellDateFormatted(cell)) {
            return new Cell.Number(cell.getNumericCellValue());
        }
        LocalDateTime day = cell.getLocalDateTimeCellValue();
        return day == null
                ? new Cell.Number(cell.getNumericCellValue())
                : new Cell.Day(LocalDate.ofInstant(day.toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }
}
