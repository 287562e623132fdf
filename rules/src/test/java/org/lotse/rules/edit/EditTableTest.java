package org.lotse.rules.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class EditTableTest {
    private static final String CSV = """
            Table,t,Hit policy,first,Subject,customer,Language,en
            Name,Lead score from,=> Channel,Note
            "one, two",  1 ,E-mail,
            three,2,Print,"said ""so\"""
            """;

    @Test
    void rowsOfTextThatStayTheSameStayLetterByLetter() throws NotEditable {
        List<EditTable.Row> rows = rows("t.csv", bytes(CSV), "");
        rows.set(3, new EditTable.Row(4, List.of("three", "2.5", "Print", "said \"so\"")));

        String edited = text(EditTable.edit("t.csv", bytes(CSV), "", rows));

        assertThat(edited).isEqualTo(CSV.replace("three,2,", "three,2.5,"));
    }

    @Test
    void rowsOfTextAreInsertedAndTakenOut() throws NotEditable {
        List<EditTable.Row> rows = rows("t.csv", bytes(CSV), "");
        rows.remove(2);
        rows.add(2, new EditTable.Row(0, List.of("new, really", "", "Call")));

        String edited = text(EditTable.edit("t.csv", bytes(CSV), "", rows));

        assertThat(edited.lines().toList()).element(2).isEqualTo("\"new, really\",,Call,");
        assertThat(edited.lines().toList()).hasSize(4);
    }

    @Test
    void separatorsEndsOfLinesAndTheMarkOfTheFileStay() throws NotEditable {
        String german =
                "\ufeff" + CSV.replace("\"one, two\"", "eins").replace(',', ';').replace("\n", "\r\n");
        List<EditTable.Row> rows = rows("t.csv", bytes(german), "");
        rows.set(2, new EditTable.Row(3, List.of("eins", "1,5", "E-mail")));

        String edited = text(EditTable.edit("t.csv", bytes(german), "", rows));

        assertThat(edited).isEqualTo(german.replace("eins;  1 ;E-mail;", "eins;1,5;E-mail;"));
    }

    @Test
    void rowsOfTextChangePlaces() throws NotEditable {
        List<EditTable.Row> rows = rows("t.csv", bytes(CSV), "");
        EditTable.Row last = rows.removeLast();
        rows.add(2, last);

        List<String> before = CSV.lines().toList();
        assertThat(text(EditTable.edit("t.csv", bytes(CSV), "", rows)).lines().toList())
                .containsExactly(before.get(0), before.get(1), before.get(3), before.get(2));
    }

    @Test
    void aRowThatComesTwiceOrWasNeverThereIsRefused() {
        List<EditTable.Row> twice = rows("t.csv", bytes(CSV), "");
        twice.add(twice.getLast());
        List<EditTable.Row> never = rows("t.csv", bytes(CSV), "");
        never.add(new EditTable.Row(99, List.of("x")));

        for (List<EditTable.Row> rows : List.of(twice, never)) {
            assertThatThrownBy(() -> EditTable.edit("t.csv", bytes(CSV), "", rows))
                    .isInstanceOfSatisfying(
                            NotEditable.class, e -> assertThat(e.why()).isEqualTo(NotEditable.Why.UNKNOWN_ROW));
        }
    }

    /** In whichever order the rows are wanted, each brings its texts, its formats and its note along. */
    @Test
    void rowsOfAWorkbookChangePlacesWithFormatsAndNotes() throws Exception {
        byte[] before = numbered(9);
        Random random = new Random(5);
        for (int turn = 0; turn < 30; turn++) {
            List<EditTable.Row> rows = rows("t.xlsx", before, "Rules");
            Collections.shuffle(rows.subList(2, rows.size()), random);
            List<Integer> order = rows.stream().map(EditTable.Row::from).toList();
            int removed = random.nextInt(2, rows.size());
            rows.remove(removed);
            rows.add(random.nextInt(2, rows.size()), new EditTable.Row(0, List.of("new")));

            try (XSSFWorkbook after = open(EditTable.edit("t.xlsx", before, "Rules", rows))) {
                Sheet sheet = after.getSheet("Rules");
                for (int at = 0; at < rows.size(); at++) {
                    Cell cell = sheet.getRow(at).getCell(0);
                    int from = rows.get(at).from();
                    assertThat(cell.getStringCellValue())
                            .as("%s", order)
                            .isEqualTo(rows.get(at).cells().getFirst());
                    if (from > 2) {
                        assertThat(cell.getCellStyle().getRotation()).isEqualTo((short) from);
                        assertThat(cell.getCellComment().getString().getString())
                                .isEqualTo("note " + from);
                    }
                }
                assertThat(sheet.getLastRowNum()).isEqualTo(rows.size() - 1);
            }
        }
    }

    private static byte[] numbered(int count) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Rules");
            var drawing = sheet.createDrawingPatriarch();
            for (int row = 1; row <= count; row++) {
                Cell cell = sheet.createRow(row - 1).createCell(0);
                cell.setCellValue(row == 1 ? "Table" : "row " + row);
                if (row > 2) {
                    var style = workbook.createCellStyle();
                    style.setRotation((short) row);
                    cell.setCellStyle(style);
                    var anchor = workbook.getCreationHelper().createClientAnchor();
                    anchor.setRow1(row - 1);
                    var note = drawing.createCellComment(anchor);
                    note.setString(workbook.getCreationHelper().createRichTextString("note " + row));
                    cell.setCellComment(note);
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aListHasHeadingsOnlyATableSaysFirstWhatItIs() {
        assertThat(EditTable.show("actions.csv", bytes("Key,Group\nsurvey,loyalty\n"))
                        .getFirst()
                        .headings())
                .isEqualTo(1);
        assertThat(EditTable.show("t.csv", bytes(CSV)).getFirst().headings()).isEqualTo(2);
    }

    @Test
    void workbookKeepsFormatsNotesWidthsAndOtherSheets() throws Exception {
        byte[] before = workbook();
        List<EditTable.Row> rows = rows("t.xlsx", before, "Rules");
        rows.set(2, new EditTable.Row(3, List.of("eins", "1,75", "E-Mail", "24.12.2027")));

        try (XSSFWorkbook after = open(EditTable.edit("t.xlsx", before, "Rules", rows))) {
            Sheet sheet = after.getSheet("Rules");
            Cell changed = sheet.getRow(2).getCell(1);
            assertThat(changed.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(changed.getNumericCellValue()).isEqualTo(1.75);
            assertThat(changed.getCellStyle().getFillForegroundColor()).isEqualTo(IndexedColors.LIGHT_GREEN.getIndex());
            assertThat(sheet.getRow(2).getCell(3).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2027, 12, 24));
            assertThat(sheet.getRow(2).getCell(0).getCellComment().getString().getString())
                    .isEqualTo("why");
            assertThat(sheet.getColumnWidth(0)).isEqualTo(7_000);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(after.getSheet("Private").getRow(4).getCell(2).getStringCellValue())
                    .isEqualTo("untouched");
        }
    }

    @Test
    void rowsInsertedIntoAWorkbookLookLikeTheRowAbove() throws Exception {
        byte[] before = workbook();
        List<EditTable.Row> rows = rows("t.xlsx", before, "Rules");
        rows.add(3, new EditTable.Row(0, List.of("neu", "0,5", "=1+1", "1.2.2027")));

        try (XSSFWorkbook after = open(EditTable.edit("t.xlsx", before, "Rules", rows))) {
            Sheet sheet = after.getSheet("Rules");
            Row inserted = sheet.getRow(3);
            assertThat(inserted.getCell(1).getNumericCellValue()).isEqualTo(0.5);
            assertThat(inserted.getCell(1).getCellStyle().getFillForegroundColor())
                    .isEqualTo(IndexedColors.LIGHT_GREEN.getIndex());
            assertThat(inserted.getCell(2).getCellType())
                    .as("a text that begins like a formula stays text")
                    .isEqualTo(CellType.STRING);
            assertThat(inserted.getCell(3).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2027, 2, 1));
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("zwei");
            assertThat(sheet.getRow(4).getCell(0).getCellComment().getString().getString())
                    .isEqualTo("moves along");
        }
    }

    @Test
    void rowsTakenOutOfAWorkbookTakeTheirNotesWithThem() throws Exception {
        byte[] before = workbook();
        List<EditTable.Row> rows = rows("t.xlsx", before, "Rules");
        rows.remove(2);

        byte[] edited = EditTable.edit("t.xlsx", before, "Rules", rows);

        assertThat(EditTable.show("t.xlsx", edited).getFirst().rows()).hasSize(3);
        try (XSSFWorkbook after = open(edited)) {
            Sheet sheet = after.getSheet("Rules");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("zwei");
            assertThat(sheet.getCellComments()).hasSize(1);
        }
    }

    @Test
    void formulaIsReplacedByWhatIsTypedOverIt() throws Exception {
        byte[] before = workbook();
        List<EditTable.Row> rows = rows("t.xlsx", before, "Rules");
        assertThat(rows.get(3).cell(1)).isEqualTo("=1+1");
        rows.set(3, new EditTable.Row(4, List.of("zwei", "2", "Brief")));

        try (XSSFWorkbook after = open(EditTable.edit("t.xlsx", before, "Rules", rows))) {
            Cell cell = after.getSheet("Rules").getRow(3).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell.getNumericCellValue()).isEqualTo(2);
        }
    }

    @Test
    void nothingChangedChangesNothingThatIsRead() throws Exception {
        byte[] before = workbook();

        byte[] after = EditTable.edit("t.xlsx", before, "Rules", rows("t.xlsx", before, "Rules"));

        assertThat(EditTable.show("t.xlsx", after)).isEqualTo(EditTable.show("t.xlsx", before));
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Rules");
            row(sheet, 0, "Tabelle", "t", "Trefferregel", "erste", "Sprache", "de");
            row(sheet, 1, "Name", "Lead-Score ab", "=> Kanal", "Gültig bis");
            row(sheet, 2, "eins", "", "E-Mail", "");
            row(sheet, 3, "zwei", "", "Brief");
            CellStyle green = workbook.createCellStyle();
            green.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
            green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            sheet.getRow(2).getCell(1).setCellValue(1.5);
            sheet.getRow(2).getCell(1).setCellStyle(green);
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            sheet.getRow(2).getCell(3).setCellValue(LocalDate.of(2026, 12, 24));
            sheet.getRow(2).getCell(3).setCellStyle(day);
            sheet.getRow(3).getCell(1).setCellFormula("1+1");
            note(workbook, sheet.getRow(2).getCell(0), "why");
            note(workbook, sheet.getRow(3).getCell(0), "moves along");
            sheet.setColumnWidth(0, 7_000);
            sheet.createFreezePane(1, 2);
            workbook.createSheet("Private").createRow(4).createCell(2).setCellValue("untouched");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void row(Sheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        for (int column = 0; column < texts.length; column++) {
            row.createCell(column).setCellValue(texts[column]);
        }
    }

    private static void note(XSSFWorkbook workbook, Cell cell, String text) {
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setRow1(cell.getRowIndex());
        anchor.setCol1(cell.getColumnIndex() + 1);
        Sheet sheet = cell.getSheet();
        var drawing =
                sheet.getDrawingPatriarch() == null ? sheet.createDrawingPatriarch() : sheet.getDrawingPatriarch();
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(workbook.getCreationHelper().createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static XSSFWorkbook open(byte[] content) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(content));
    }

    private static List<EditTable.Row> rows(String path, byte[] content, String sheet) {
        List<EditTable.Row> rows = new ArrayList<>();
        EditTable.show(path, content).stream()
                .filter(one -> one.name().equals(sheet))
                .forEach(one -> one.rows().forEach(row -> rows.add(new EditTable.Row(rows.size() + 1, row))));
        return rows;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
