package org.lotse.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.lotse.rules.ShippedRules;
import org.lotse.rules.edit.EditTable;
import org.lotse.rules.read.RuleBundle;

class MergeBundlesTest {
    private static final String TABLE = "tables/a.csv";
    private static final String BASE = """
            Table,a,Hit policy,first
            Name,Lead score from,=> Channel,Note
            one,1,Call,
            two,2,E-mail,
            three,3,Print,"a, b"
            """;

    @Test
    void takesTheCellsEachSideChanged() {
        MergeBundles.Merged merged =
                merged(BASE, BASE.replace("one,1,Call", "one,1.5,Call"), BASE.replace("one,1,Call", "one,1,Web"));

        assertThat(merged.open()).isEmpty();
        assertThat(text(merged)).isEqualTo(BASE.replace("one,1,Call", "one,1.5,Web"));
    }

    @Test
    void takesRowsInsertedAndRemovedOnBothSides() {
        MergeBundles.Merged merged = merged(
                BASE,
                BASE.replace("two,2,E-mail,\n", "two,2,E-mail,\nmine,2.5,Call,\n"),
                BASE.replace("one,1,Call,\n", "").replace("three,3", "theirs,2.7,Web,\nthree,3"));

        assertThat(merged.open()).isEmpty();
        assertThat(text(merged).lines().map(line -> line.split(",")[0]))
                .containsExactly("Table", "Name", "two", "theirs", "mine", "three");
    }

    @Test
    void namesACellBothChanged() {
        MergeBundles.Merged merged = merged(
                BASE, BASE.replace("two,2,E-mail", "two,2.1,E-mail"), BASE.replace("two,2,E-mail", "two,2.2,E-mail"));

        assertThat(merged.open()).singleElement().satisfies(conflict -> {
            assertThat(conflict.file()).isEqualTo(TABLE);
            assertThat(conflict.place()).isEqualTo("B4");
            assertThat(conflict.name()).isEqualTo("two");
            assertThat(conflict.heading()).isEqualTo("Lead score from");
            assertThat(List.of(conflict.base(), conflict.mine(), conflict.theirs()))
                    .containsExactly("2", "2.1", "2.2");
        });
    }

    @Test
    void resolvesAConflictAsSaid() {
        String mine = BASE.replace("two,2,E-mail", "two,2.1,E-mail");
        String theirs = BASE.replace("two,2,E-mail", "two,2.2,E-mail");
        String id = merged(BASE, mine, theirs).open().getFirst().id();

        MergeBundles.Merged merged =
                new MergeBundles(bundle(BASE), bundle(mine), bundle(theirs), Map.of(id, Conflict.Take.MINE)).merge();

        assertThat(merged.open()).isEmpty();
        assertThat(text(merged)).isEqualTo(mine);
    }

    @Test
    void namesARowOneRemovedAndTheOtherChanged() {
        MergeBundles.Merged merged =
                merged(BASE, BASE.replace("two,2,E-mail,\n", ""), BASE.replace("two,2,E-mail", "two,2.2,E-mail"));

        assertThat(merged.open()).singleElement().satisfies(conflict -> {
            assertThat(conflict.name()).isEqualTo("two");
            assertThat(conflict.mine()).isEqualTo("-");
        });
    }

    @Test
    void keepsAColumnOneSideAdded() {
        MergeBundles.Merged merged = merged(
                BASE,
                BASE.replace("Lead score from,", "Lead score from,Lead score below,")
                        .replace("one,1,", "one,1,2,")
                        .replace("two,2,", "two,2,3,")
                        .replace("three,3,", "three,3,,"),
                BASE.replace("two,2,E-mail", "two,2,Web"));

        assertThat(merged.open()).isEmpty();
        assertThat(text(merged)).contains("two,2,3,Web");
    }

    @Test
    void mergesTextByLines() {
        String base = "language: en\n\nA: if x.\n\nB: if y.\n";
        RuleBundle merged = new MergeBundles(
                        rules(base),
                        rules(base.replace("if x", "if x1")),
                        rules(base.replace("if y", "if y1")),
                        Map.of())
                .merge()
                .bundle();

        assertThat(new String(merged.file("sentences/a.rules").orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo(base.replace("if x", "if x1").replace("if y", "if y1"));
    }

    @Test
    void putsChangedCellsIntoTheWorkbookInForceAndKeepsItsLooks() throws IOException {
        byte[] base = workbook("1", "Call", 4_000);
        byte[] mine = workbook("1.5", "Call", 4_000);
        byte[] theirs = workbook("1", "Web", 9_000);

        byte[] merged = new MergeBundles(
                        with("tables/a.xlsx", base),
                        with("tables/a.xlsx", mine),
                        with("tables/a.xlsx", theirs),
                        Map.of())
                .merge()
                .bundle()
                .file("tables/a.xlsx")
                .orElseThrow();

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(merged))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("1.5");
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("Web");
            assertThat(sheet.getColumnWidth(1)).isEqualTo(9_000);
        }
    }

    @Test
    void mergesWorkbooksInWhichBothInsertedRows() throws IOException {
        byte[] base = sheet(LIST);
        byte[] mine =
                sheet(List.of(LIST.get(0), LIST.get(1), LIST.get(2), List.of("mine", "1,5", "Call"), LIST.get(3)));
        byte[] theirs =
                sheet(List.of(LIST.get(0), LIST.get(1), List.of("theirs", "9", "Web"), LIST.get(2), LIST.get(3)));

        MergeBundles.Merged merged = mergedWorkbooks(base, mine, theirs);

        assertThat(merged.open()).isEmpty();
        assertThat(EditTable.show(
                                "tables/a.xlsx",
                                merged.bundle().file("tables/a.xlsx").orElseThrow())
                        .getFirst()
                        .rows())
                .containsExactly(
                        LIST.get(0),
                        LIST.get(1),
                        List.of("theirs", "9", "Web"),
                        LIST.get(2),
                        List.of("mine", "1,5", "Call"),
                        LIST.get(3));
    }

    @Test
    void namesTheCellBothChangedAlsoWhereRowsMoved() throws IOException {
        List<String> one = List.of("one", "3", "Call");
        byte[] mine = sheet(List.of(LIST.get(0), LIST.get(1), one, LIST.get(3)));
        byte[] theirs = sheet(List.of(
                LIST.get(0), LIST.get(1), List.of("new", "9", "Web"), List.of("one", "4", "Call"), LIST.get(3)));

        MergeBundles.Merged merged = mergedWorkbooks(sheet(LIST), mine, theirs);

        assertThat(merged.open()).singleElement().satisfies(conflict -> {
            assertThat(conflict.place()).isEqualTo("B4");
            assertThat(conflict.sheet()).isEqualTo("a");
            assertThat(List.of(conflict.base(), conflict.mine(), conflict.theirs()))
                    .containsExactly("1", "3", "4");
        });
    }

    private static final List<List<String>> LIST = List.of(
            List.of("Tabelle", "a", "Trefferregel", "erste", "Gegenstand", "Kunde", "Sprache", "de"),
            List.of("Name", "Lead-Score ab", "=> Kanal"),
            List.of("one", "1", "Call"),
            List.of("two", "2", "Call"));

    private static MergeBundles.Merged mergedWorkbooks(byte[] base, byte[] mine, byte[] theirs) {
        return new MergeBundles(
                        with("tables/a.xlsx", base),
                        with("tables/a.xlsx", mine),
                        with("tables/a.xlsx", theirs),
                        Map.of())
                .merge();
    }

    private static byte[] sheet(List<List<String>> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("a");
            for (int row = 0; row < rows.size(); row++) {
                sheet.createRow(row);
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.getRow(row)
                            .createCell(column)
                            .setCellValue(rows.get(row).get(column));
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void comparesCellByCell() {
        RuleBundle shipped = ShippedRules.bundle();
        String text = new String(shipped.file("tables/channel.csv").orElseThrow(), StandardCharsets.UTF_8);
        RuleBundle changed = shipped.with(
                "tables/channel.csv",
                text.replace("rep for high potential,3,", "rep for high potential,4,")
                        .replace("newsletter only,,1,", "new row,,0.5,,,,,,Web,\nnewsletter only,,1,")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(CompareBundles.compare(shipped, changed))
                .containsExactly(
                        new Change.RowAdded(
                                "tables/channel.csv", "", 4, "new row", "new row |  | 0.5 |  |  |  |  |  | Web"),
                        new Change.CellChanged(
                                "tables/channel.csv", "", "B8", "rep for high potential", "Lead score from", "3", "4"));
    }

    private static byte[] workbook(String score, String channel, int width) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("a");
            String[][] rows = {
                {"Table", "a", "Hit policy", "first"},
                {"Name", "Lead score from", "=> Channel"},
                {"one", score, channel}
            };
            for (int row = 0; row < rows.length; row++) {
                sheet.createRow(row);
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.getRow(row).createCell(column).setCellValue(rows[row][column]);
                }
            }
            sheet.setColumnWidth(1, width);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static MergeBundles.Merged merged(String base, String mine, String theirs) {
        return new MergeBundles(bundle(base), bundle(mine), bundle(theirs), Map.of()).merge();
    }

    private static String text(MergeBundles.Merged merged) {
        return new String(merged.bundle().file(TABLE).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static RuleBundle bundle(String table) {
        return with(TABLE, table.getBytes(StandardCharsets.UTF_8));
    }

    private static RuleBundle rules(String text) {
        return with("sentences/a.rules", text.getBytes(StandardCharsets.UTF_8));
    }

    private static RuleBundle with(String path, byte[] content) {
        return RuleBundle.ofFiles(Map.of(path, content));
    }
}
