package org.lotse.models.signal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.lotse.models.definition.ModelProblem;

/**
 * Reads a table from CSV with a heading row: comma, semicolon or tab (found from the headings), UTF-8 or Windows-1252,
 * optionally gzip. Blank cells are missing.
 */
public final class ReadCsv {
    /** A file is held as bytes, as text and as cells at the same time. */
    private static final int TIMES = 4;

    private static final long MEGABYTE = 1_000_000;

    private final long memory;

    public ReadCsv() {
        this(Runtime.getRuntime().maxMemory());
    }

    /** @param memory how many bytes there are for reading */
    ReadCsv(long memory) {
        this.memory = memory;
    }

    /** The table in a file. */
    public Table read(Path file) {
        try {
            fits(file.toString(), Files.size(file));
            return read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ModelProblem("The data file " + file + " cannot be read. Maybe check its path.", e);
        }
    }

    /**
     * The table in bytes.
     *
     * @param name what the data are called in messages
     */
    public Table read(String name, byte[] bytes) {
        String text = text(name, unpacked(name, bytes));
        if (text.isBlank()) {
            throw new ModelProblem(
                    "The data " + name + " are empty. Maybe the export failed: a heading row and rows are needed.");
        }
        List<List<@Nullable String>> columns = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            Map<String, String> seen = new HashMap<>();
            for (CsvRecord line : reader) {
                if (headings.isEmpty()) {
                    headings.addAll(headings(name, line));
                    headings.forEach(heading -> columns.add(new ArrayList<>()));
                } else {
                    add(name, line, columns, seen);
                }
            }
        } catch (IOException | CsvParseException e) {
            throw new ModelProblem("The data " + name + " are no readable CSV: " + e.getMessage(), e);
        }
        int rows = columns.getFirst().size();
        if (rows == 0) {
            throw new ModelProblem("The data " + name + " have headings but no rows.");
        }
        List<Column> table = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            table.add(new Column.Texts(headings.get(i), columns.get(i).toArray(new String[0])));
        }
        return new Table(table, rows);
    }

    private static List<String> headings(String name, CsvRecord line) {
        Set<String> unique = new HashSet<>();
        List<String> headings = new ArrayList<>();
        for (String field : line.getFields()) {
            String heading = field.strip();
            if (heading.isEmpty()) {
                heading = "column-" + (headings.size() + 1);
            }
            if (!unique.add(heading)) {
                throw new ModelProblem(
                        "The data " + name + " have the heading \"" + heading + "\" twice. Maybe rename one.");
            }
            headings.add(heading);
        }
        return headings;
    }

    private static void add(
            String name, CsvRecord line, List<List<@Nullable String>> columns, Map<String, String> seen) {
        if (line.getFieldCount() != columns.size()) {
            throw new ModelProblem("The data " + name + " have " + line.getFieldCount() + " cells in line "
                    + line.getStartingLineNumber() + " and " + columns.size()
                    + " headings. Maybe a cell with the separator in it lacks quotes.");
        }
        for (int i = 0; i < columns.size(); i++) {
            String cell = line.getField(i).strip();
            columns.get(i)
                    .add(
                            cell.isEmpty()
                                    ? null
                                    : seen.size() < 100_000 ? seen.computeIfAbsent(cell, same -> same) : cell);
        }
    }

    private void fits(String name, long size) {
        if (size > memory / TIMES) {
            throw new ModelProblem(
                    "The data " + name + " have " + size / MEGABYTE + " MB or more and do not fit into the "
                            + memory / MEGABYTE
                            + " MB of memory there are. Maybe give the program more (JAVA_TOOL_OPTIONS=-Xmx8g),"
                            + " or take a random sample of the rows: some hundred thousand teach almost as much.");
        }
    }

    private byte[] unpacked(String name, byte[] bytes) {
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return bytes;
        }
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unpacked = unpacking.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, memory / TIMES + 1));
            fits(name, unpacked.length);
            return unpacked;
        } catch (IOException e) {
            throw new ModelProblem("The data " + name + " are a damaged gzip file. Maybe transfer it again.", e);
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            if (!Charset.isSupported("windows-1252")) {
                throw new ModelProblem("The data " + name + " are not UTF-8. Maybe save them as UTF-8.", e);
            }
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String heading = end < 0 ? text : text.substring(0, end);
        char best = ',';
        long most = -1;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = heading.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
