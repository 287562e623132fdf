package org.lotse.features.steps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest workbooks that could run something, written by hand: no spreadsheet program would keep them so plain. */
final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Workbooks() {}

    /** A table whose only row concludes the result of a formula in C3. */
    static byte[] withFormula(String formula) throws IOException {
        return zip(parts(SHEET + "sheet.main+xml", "<c r=\"C3\"><f>" + formula + "</f><v>2</v></c>"));
    }

    /** A table with a macro project beside it. */
    static byte[] withMacros() throws IOException {
        Map<String, String> parts =
                parts("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "<c r=\"C3\"><v>2</v></c>");
        parts.put("xl/vbaProject.bin", "Sub Auto_Open()");
        return zip(parts);
    }

    private static Map<String, String> parts(String kind, String result) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + kind + "\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEET
                        + "worksheet+xml\"/></Types>");
        parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"discount\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>"
                        + row(1, "Table", "discount", "Hit policy", "sum", "Subject", "customer", "Language", "en")
                        + row(2, "Name", "Tenure in months from", "=> Lead points")
                        + "<row r=\"3\">" + text(3, 'A', "loyal") + "<c r=\"B3\"><v>12</v></c>" + result
                        + "</row></sheetData></worksheet>");
        return parts;
    }

    private static String relation(String kind, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "/relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/"
                + kind + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < cells.length; column++) {
            row.append(text(number, (char) ('A' + column), cells[column]));
        }
        return row.append("</row>").toString();
    }

    private static String text(int row, char column, String text) {
        return "<c r=\"" + column + row + "\" t=\"inlineStr\"><is><t>" + text.replace(">", "&gt;") + "</t></is></c>";
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
