package org.lotse.api.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of an uploaded file, plain or gzip, CSV or NDJSON; a damaged one does not hide the next. */
final class FileLines implements AutoCloseable {
    private static final int MOST_JOINED = 10;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final BufferedReader reader;
    private final JsonMapper json;
    private final boolean ndjson;
    private final List<String> ahead = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private char delimiter = ',';
    private long line;
    private long characters;

    /**
     * Opens a file.
     *
     * @throws ProblemException when it is empty or gzip that is damaged
     */
    FileLines(Path file, Mapping.Form form, JsonMapper json) throws IOException {
        this.json = json;
        this.ndjson = form.ndjson();
        Charset charset = form.charset().map(Charset::forName).orElse(null);
        this.reader = new BufferedReader(
                new InputStreamReader(open(file), charset == null ? charset(file) : charset), 1 << 16);
        if (!ndjson) {
            header(form.delimiter());
        }
    }

    /** A line, or what is wrong with it; null at the end. */
    record Next(@Nullable Row row, long line, @Nullable FieldProblem damage) {}

    Map<String, Integer> columns() {
        return columns;
    }

    /** How many characters have been read. */
    long characters() {
        return characters;
    }

    @Nullable
    Next next() throws IOException {
        String raw = read();
        while (raw != null && raw.isBlank()) {
            raw = read();
        }
        if (raw == null) {
            return null;
        }
        return ndjson ? object(raw) : cells(raw);
    }

    @Override
    public void close() throws IOException {
        reader.close();
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
            return new Next(new Row(line, names, values.toArray(String[]::new), raw), line, null);
        } catch (JacksonException e) {
            return new Next(
                    null,
                    line,
                    FieldProblem.of("", "NO_JSON", line, e.getLocation().getColumnNr()));
        }
    }

    /** A quoted cell may go over several lines; if it never ends within some, only this line is damaged. */
    private Next cells(String raw) throws IOException {
        long number = line;
        List<String> joined = new ArrayList<>();
        String text = raw;
        for (int more = 0; more <= MOST_JOINED; more++) {
            String[] cells = CsvLine.split(text, delimiter);
            if (cells != null) {
                if (cells.length == columns.size()) {
                    return new Next(new Row(number, columns, cells, text), number, null);
                }
                break;
            }
            String following = read();
            if (following == null) {
                break;
            }
            joined.add(following);
            text = text + "\n" + following;
        }
        ahead.addAll(0, joined);
        line -= joined.size();
        String[] alone = CsvLine.split(raw, delimiter);
        return new Next(
                null,
                number,
                alone == null
                        ? FieldProblem.of("", "UNCLOSED_QUOTE")
                        : FieldProblem.of("", "CELL_COUNT", alone.length, columns.size()));
    }

    private void header(Optional<Character> given) throws IOException {
        String first = read();
        if (first == null || first.isBlank()) {
            throw ProblemException.invalid("", "EMPTY_FILE");
        }
        String plain = first.startsWith("\uFEFF") ? first.substring(1) : first;
        delimiter = given.orElseGet(() -> CsvLine.delimiter(plain));
        String[] names = Optional.ofNullable(CsvLine.split(plain, delimiter)).orElse(new String[] {plain});
        for (int index = 0; index < names.length; index++) {
            if (columns.put(names[index].strip(), index) != null) {
                throw ProblemException.invalid("", "COLUMN_TWICE", names[index]);
            }
        }
    }

    private @Nullable String read() throws IOException {
        String next = ahead.isEmpty() ? reader.readLine() : ahead.removeFirst();
        if (next != null) {
            line++;
            characters += next.length() + 1;
        }
        return next;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        plain.mark(2);
        boolean gzip = plain.read() == 0x1f && plain.read() == 0x8b;
        plain.reset();
        try {
            return gzip ? new GZIPInputStream(plain, 1 << 16) : plain;
        } catch (ZipException e) {
            plain.close();
            throw ProblemException.invalid("", "DAMAGED_GZIP");
        }
    }

    /** UTF-8 if all of the file is, else Windows-1252. */
    private static Charset charset(Path file) throws IOException {
        try (InputStreamReader strict = new InputStreamReader(
                open(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] buffer = new char[1 << 16];
            int count = strict.read(buffer);
            while (count >= 0) {
                count = strict.read(buffer);
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        } catch (ZipException | java.io.EOFException e) {
            throw ProblemException.invalid("", "DAMAGED_GZIP");
        }
    }
}
