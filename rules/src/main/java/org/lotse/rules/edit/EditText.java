package org.lotse.rules.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.read.ReadText;

/** Changes rows of a CSV file; rows that stay the same stay letter by letter. */
final class EditText {
    private static final String MARK = "\ufeff";
    private final String path;
    private final byte[] content;
    private final EditTable.Sheet before;

    EditText(String path, byte[] content, EditTable.Sheet before) {
        this.path = path;
        this.content = content;
        this.before = before;
    }

    byte[] edit(List<EditTable.Row> rows) throws NotEditable {
        String text = ReadText.of(path, content, new Findings())
                .orElseThrow(() -> new NotEditable(NotEditable.Why.NO_SUCH_TABLE, path, ""));
        boolean marked = new String(content, StandardCharsets.UTF_8).startsWith(MARK);
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        char separator = separator(text);
        List<String> raw = records(text);
        boolean asWritten = raw.size() == before.rows().size();
        List<String> lines = new ArrayList<>();
        for (EditTable.Row row : rows) {
            boolean same = row.from() > 0 && isSame(row, before.rows().get(row.from() - 1));
            lines.add(same && asWritten ? raw.get(row.from() - 1) : written(row, separator));
        }
        boolean ends = text.endsWith("\n") || text.isEmpty();
        return ((marked ? MARK : "") + String.join(end, lines) + (ends ? end : "")).getBytes(StandardCharsets.UTF_8);
    }

    static boolean isSame(EditTable.Row row, List<String> was) {
        for (int column = 0; column < Math.max(was.size(), row.cells().size()); column++) {
            if (!row.cell(column).equals(column < was.size() ? was.get(column).strip() : "")) {
                return false;
            }
        }
        return true;
    }

    /** As wide as it was, or as the headings are. */
    private String written(EditTable.Row row, char separator) throws NotEditable {
        int width = row.from() > 0
                ? before.rows().get(row.from() - 1).size()
                : before.rows().size() > 1
                        ? before.rows().get(1).size()
                        : row.cells().size();
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() > width && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        while (cells.size() < width) {
            cells.add("");
        }
        for (String cell : cells) {
            if (cell.indexOf('\u0000') >= 0) {
                throw new NotEditable(NotEditable.Why.TEXT_REFUSED, path, cell.replace('\u0000', '?'));
            }
        }
        return cells.stream().map(cell -> quoted(cell.strip(), separator)).collect(Collectors.joining("" + separator));
    }

    private static String quoted(String cell, char separator) {
        boolean special = cell.indexOf(separator) >= 0
                || cell.indexOf('"') >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0;
        return special ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    /** The rows as they are written; a quoted cell may hold ends of lines. */
    private static List<String> records(String text) {
        List<String> records = new ArrayList<>();
        StringBuilder record = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            quoted ^= letter == '"';
            if (letter == '\n' && !quoted) {
                records.add(stripped(record));
                record.setLength(0);
            } else {
                record.append(letter);
            }
        }
        if (!record.isEmpty()) {
            records.add(record.toString());
        }
        return records;
    }

    private static String stripped(StringBuilder record) {
        int length = record.length();
        return length > 0 && record.charAt(length - 1) == '\r' ? record.substring(0, length - 1) : record.toString();
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            if (count(first, each) > count(first, best)) {
                best = each;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(letter -> letter == wanted).count();
    }
}
