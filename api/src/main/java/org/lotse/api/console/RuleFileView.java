package org.lotse.api.console;

import java.util.List;
import java.util.Optional;

/**
 * A rule file as people read it: tables, or lines of text.
 *
 * @param path below {@code rules/}
 * @param title a readable name
 * @param sheets its tables; empty for text
 * @param lines its lines; empty for tables
 * @param text its whole text when it can be edited as text
 * @param whole findings about the file as a whole
 * @param findings how many there are in all
 */
record RuleFileView(
        String path,
        String title,
        List<Sheet> sheets,
        List<Line> lines,
        Optional<String> text,
        List<Told> whole,
        int findings) {
    RuleFileView {
        sheets = List.copyOf(sheets);
        lines = List.copyOf(lines);
        whole = List.copyOf(whole);
    }

    /** A finding in the reader's language; {@code where} is the cell or line. */
    record Told(String severity, String code, String where, String text) {
        /** The style of its severity. */
        public String tint() {
            return switch (severity) {
                case "ERROR" -> "bad";
                case "WARNING" -> "warn";
                default -> "tint";
            };
        }
    }

    /**
     * A table.
     *
     * @param name of the sheet, may be empty
     * @param about the pairs of its first row: hit policy and the like
     * @param heading the titles of its columns
     * @param rows what is below
     * @param leftOut how many further rows are not shown
     */
    record Sheet(String name, List<Pair> about, List<Cell> heading, List<Row> rows, int leftOut) {}

    /** A name and its value. */
    record Pair(String name, String value) {}

    /** A row and its number in the file. */
    record Row(int number, List<Cell> cells, boolean changed) {}

    /**
     * A cell.
     *
     * @param place as spreadsheets name it: {@code C4}
     * @param concludes whether it stands under a conclusion
     * @param before what stood here before, when it is another text now
     */
    record Cell(String place, String text, boolean concludes, Optional<String> before, List<Told> told) {}

    /** A part of a line; {@code tint} is the style of a finding about it, empty without one. */
    record Part(String text, String tint) {}

    /**
     * A line of text and its number.
     *
     * @param parts its text, with what a finding is about apart
     */
    record Line(int number, String text, boolean changed, List<Told> told, List<Part> parts) {
        Line {
            told = List.copyOf(told);
            parts = List.copyOf(parts);
        }

        /** How it reads: a comment, a heading of a sentence, or text. */
        public String kind() {
            String stripped = text.strip();
            if (stripped.startsWith("#")) {
                return "comment";
            }
            return !text.startsWith(" ") && stripped.endsWith(":") ? "name" : "words";
        }
    }
}
