package org.lotse.api.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one line of CSV into cells. A quote counts only at the beginning of a cell: {@code 12" pipe} is plain text. Behind a
 * closing quote only blanks may stand.
 */
final class CsvLine {
    private CsvLine() {}

    /** The cells; null when a quoted cell does not end in this text, or something follows its end. */
    static String @Nullable [] split(String text, char delimiter) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        while (true) {
            if (start < text.length() && text.charAt(start) == '"') {
                StringBuilder cell = new StringBuilder();
                int end = quoted(text, start + 1, cell);
                if (end < 0) {
                    return null;
                }
                int next = text.indexOf(delimiter, end);
                if (!text.substring(end, next < 0 ? text.length() : next).isBlank()) {
                    return null;
                }
                cells.add(cell.toString());
                start = next;
            } else {
                int next = text.indexOf(delimiter, start);
                cells.add(text.substring(start, next < 0 ? text.length() : next));
                start = next;
            }
            if (start < 0) {
                return cells.toArray(String[]::new);
            }
            start++;
        }
    }

    /** The likeliest of comma, semicolon and tab in a heading. */
    static char delimiter(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char character) {
        return text.chars().filter(one -> one == character).count();
    }

    /** Reads up to the closing quote and answers the place after it, -1 without one. */
    private static int quoted(String text, int from, StringBuilder cell) {
        int index = from;
        while (index < text.length()) {
            int quote = text.indexOf('"', index);
            if (quote < 0) {
                return -1;
            }
            cell.append(text, index, quote);
            if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                cell.append('"');
                index = quote + 2;
            } else {
                return quote + 1;
            }
        }
        return -1;
    }
}
