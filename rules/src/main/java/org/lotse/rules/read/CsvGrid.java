package org.lotse.rules.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;

/** Reads a CSV file; comma, semicolon or tab is found from the first row. */
final class CsvGrid {
    static final int MOST_ROWS = 50_000;
    static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 10_000;

    private CsvGrid() {}

    static Optional<Grid> read(String path, byte[] bytes, Findings findings) {
        return Texts.decode(path, bytes, findings).flatMap(text -> parse(path, text, findings));
    }

    private static Optional<Grid> parse(String path, String text, Findings findings) {
        List<List<Cell>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(1_000_000)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (rows.size() == MOST_ROWS || record.getFieldCount() > MOST_COLUMNS) {
                    findings.error(
                            new Place(path, "", "", rows.size() + 1),
                            FindingCode.TOO_LARGE,
                            "table",
                            MOST_ROWS,
                            MOST_COLUMNS);
                    return Optional.empty();
                }
                rows.add(cells(record));
            }
        } catch (CsvParseException | IllegalArgumentException | UncheckedIOException damaged) {
            findings.error(new Place(path, "", "", rows.size() + 1), FindingCode.FILE_DAMAGED, "csv");
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The text of " + path + " is in memory and cannot be read.", impossible);
        }
        return longest(path, new Grid(path, "", rows), findings);
    }

    private static Optional<Grid> longest(String path, Grid grid, Findings findings) {
        for (int row = 1; row <= grid.rows().size(); row++) {
            for (int column = 1; column <= grid.width(row); column++) {
                if (grid.cell(column, row).text().length() > LONGEST_CELL) {
                    findings.error(Place.ofCell(path, "", column, row), FindingCode.TOO_LARGE, "cell", LONGEST_CELL);
                    return Optional.empty();
                }
            }
        }
        return Optional.of(grid);
    }

    private static List<Cell> cells(CsvRecord record) {
        return record.getFields().stream().map(Cell::ofText).toList();
    }

    private static char separator(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int at = 0; at < text.length() && (quoted || text.charAt(at) != '\n'); at++) {
            char letter = text.charAt(at);
            quoted ^= letter == '"';
            int kind = quoted ? -1 : ",;\t".indexOf(letter);
            if (kind >= 0) {
                counts[kind]++;
            }
        }
        int best = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[best] ? 2 : best);
    }
}
