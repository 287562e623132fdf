package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lotse.rules.Asking.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.read.RuleBundle;

class WorkbookTest {
    private static final Object[][] TABLE = {
        {"Tabelle", "test", "Trefferregel", "erste", "Gegenstand", "Kunde", "Sprache", "de"},
        {"Name", "Lead-Score ab", "Vertrag ist", "Einwilligung Telefon ist", "Kunde seit vor", "=> Kanal"},
        {"a", 1.5, "monatlich; ein Jahr", true, LocalDate.of(2026, 1, 1), "Anruf"},
        {"b", "0,5", "", "", "24.12.2025", "E-Mail"},
    };

    @Test
    void isReadAsTheSameTableInACsvFile() {
        DroolsRules workbook = Bundles.compiled(Bundles.plain().with("tables/test.xlsx", workbook(TABLE)));
        DroolsRules csv = Bundles.compiled(Bundles.tableAbout(
                "Kunde",
                "de",
                "erste",
                "Name;Lead-Score ab;Vertrag ist;Einwilligung Telefon ist;Kunde seit vor;=> Kanal".replace(';', ','),
                "a,\"1,5\",monatlich | ein Jahr,ja,01.01.2026,Anruf",
                "b,\"0,5\",,,24.12.2025,E-Mail"));

        for (DroolsRules rules : java.util.List.of(workbook, csv)) {
            verify(rules)
                    .given("score", "1.5")
                    .given("contract", "YEAR")
                    .given("consent", "yes")
                    .given("joined", "2025-12-31")
                    .decides("channel", "CALL")
                    .because("a");
            verify(rules)
                    .given("score", "1")
                    .given("joined", "2025-12-23")
                    .decides("channel", "EMAIL")
                    .because("b");
            verify(rules).given("score", "1").given("joined", "2025-12-24").leavesOpen("channel");
        }
    }

    @Test
    void refusesFormulasByTheirCell() throws IOException {
        byte[] content =
                changed(workbook(TABLE), sheet -> sheet.getRow(2).getCell(1).setCellFormula("1+1"));

        assertThat(Bundles.findings(Bundles.plain().with("tables/test.xlsx", content)))
                .extracting(Finding::toString)
                .anyMatch(text -> text.startsWith("tables/test.xlsx:Sheet0:B3: ERROR CODE_REFUSED"));
    }

    @Test
    void refusesMergedCells() throws IOException {
        byte[] content = changed(workbook(TABLE), sheet -> sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0)));

        assertThat(Bundles.findings(Bundles.plain().with("tables/test.xlsx", content)))
                .anyMatch(finding -> finding.place().cell().equals("A3"));
    }

    @Test
    void refusesMacrosAndLinksToOtherFiles() throws IOException {
        for (String entry :
                java.util.List.of("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/embeddings/x.bin")) {
            RuleBundle bundle = Bundles.plain().with("tables/test.xlsx", with(workbook(TABLE), entry, new byte[10]));

            assertThat(Bundles.findings(bundle)).extracting(Finding::code).contains(FindingCode.CODE_REFUSED);
        }
    }

    @Test
    void refusesZipBombs() throws IOException {
        RuleBundle bundle =
                Bundles.plain().with("tables/test.xlsx", with(workbook(TABLE), "xl/bomb.xml", new byte[60_000_000]));

        assertThat(Bundles.findings(bundle)).extracting(Finding::code).contains(FindingCode.TOO_LARGE);
    }

    private interface Change {
        void to(Sheet sheet);
    }

    private static byte[] changed(byte[] content, Change change) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.to(workbook.getSheetAt(0));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] with(byte[] content, String entry, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(each.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] workbook(Object[][] table) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            Sheet sheet = workbook.createSheet();
            for (int row = 0; row < table.length; row++) {
                Row created = sheet.createRow(row);
                for (int column = 0; column < table[row].length; column++) {
                    Cell cell = created.createCell(column);
                    switch (table[row][column]) {
                        case Double number -> cell.setCellValue(number);
                        case Boolean yes -> cell.setCellValue(yes);
                        case LocalDate date -> {
                            cell.setCellValue(date);
                            cell.setCellStyle(day);
                        }
                        default -> cell.setCellValue(table[row][column].toString());
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("A workbook in memory cannot be written.", impossible);
        }
    }
}
