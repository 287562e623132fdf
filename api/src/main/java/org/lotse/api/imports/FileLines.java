package org.lotse.api.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of an uploaded file, plain or gzip, CSV or NDJSON; a damaged one does not hide the next. */
final class FileLines implements AutoCloseable {
    private static final int MOST_JOINED = 10;

    private final TextLines text;
    private final JsonMapper json;
    private final boolean ndjson;
    private final List<TextLines.Line> ahead = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private char delimiter = ',';
    private long line;

    /**
     * Opens a file.
     *
     * @throws ProblemException when it is empty, its header cannot be read, or it is gzip that is damaged
     */
    FileLines(Path file, Mapping.Form form, JsonMapper json) throws IOException {
        this.json = json;
        this.ndjson = form.ndjson();
        this.text = new TextLines(file, form.charset());
        try {
            if (!ndjson) {
                header(form.delimiter());
            }
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    /** A line, or what is wrong with it; null at the end. */
    record Next(@Nullable Row row, long line, @Nullable FieldProblem damage) {}

    Map<String, Integer> columns() {
        return columns;
    }

    /** How much of the file has been read, 0 to 1. */
    double share() {
        return text.share();
    }

    /** What is worth saying about the whole file. */
    Optional<FieldProblem> note() {
        return text.note();
    }

    @Nullable
    Next next() throws IOException {
        TextLines.Line next = read();
        while (next != null && next.damage() == null && next.text().isBlank()) {
            next = read();
        }
        if (next == null) {
            return null;
        }
        if (next.damage() != null) {
            return new Next(null, line, next.damage());
        }
        return ndjson ? object(next.text()) : cells(next);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private Next object(String raw) {
        try {
            JsonNode document = json.readTree(raw);
            if (!document.isObject()) {
                return new Next(null, line, FieldProblem.of("", "WRONG_TYPE_HERE", "object"));
            }
            Map<String, Integer> names = new TreeMap<>();
            List<String> values = new ArrayList<>();
            document.properties().forEach(field -> {
                names.put(field.getKey(), values.size());
                values.add(
                        field.getValue().isNull()
                                ? ""
                                : field.getValue().asString(field.getValue().toString()));
            });
            return values.stream().anyMatch(value -> value.indexOf(0) >= 0)
                    ? new Next(null, line, FieldProblem.of("", "NULL_CHARACTER"))
                    : new Next(new Row(line, names, values.toArray(String[]::new), raw), line, null);
        } catch (JacksonException e) {
            return new Next(
                    null,
                    line,
                    FieldProblem.of("", "NO_JSON", line, e.getLocation().getColumnNr()));
        }
    }

    /** A quoted cell may go over several lines; if it never ends within some, only this line is damaged. */
    private Next cells(TextLines.Line first) throws IOException {
        long number = line;
        List<TextLines.Line> joined = new ArrayList<>();
        String raw = first.text();
        for (int more = 0; more <= MOST_JOINED; more++) {
            String[] cells = CsvLine.split(raw, delimiter);
            if (cells != null) {
                if (cells.length == columns.size()) {
                    return new Next(new Row(number, columns, cells, raw), number, null);
                }
                break;
            }
            TextLines.Line following = read();
            if (following == null) {
                break;
            }
            joined.add(following);
            if (following.damage() != null) {
                break;
            }
            raw = raw + "\n" + following.text();
        }
        ahead.addAll(0, joined);
        line -= joined.size();
        String[] alone = CsvLine.split(first.text(), delimiter);
        return new Next(
                null,
                number,
                alone == null
                        ? FieldProblem.of("", "UNCLOSED_QUOTE")
                        : FieldProblem.of("", "CELL_COUNT", alone.length, columns.size()));
    }

    private void header(Optional<Character> given) throws IOException {
        TextLines.Line first = read();
        if (first == null || first.damage() == null && first.text().isBlank()) {
            throw ProblemException.invalid("", "EMPTY_FILE");
        }
        if (first.damage() != null) {
            throw ProblemException.invalid(List.of(first.damage()));
        }
        String plain = first.text().startsWith("\uFEFF") ? first.text().substring(1) : first.text();
        delimiter = given.orElseGet(() -> CsvLine.delimiter(plain));
        String[] names = Optional.ofNullable(CsvLine.split(plain, delimiter)).orElse(new String[] {plain});
        for (int index = 0; index < names.length; index++) {
            if (columns.put(names[index].strip(), index) != null) {
                throw ProblemException.invalid("", "COLUMN_TWICE", names[index]);
            }
        }
    }

    private TextLines.@Nullable Line read() throws IOException {
        TextLines.Line next = ahead.isEmpty() ? text.next() : ahead.removeFirst();
        if (next != null) {
            line++;
        }
        return next;
    }
}
