package org.lotse.features.steps;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rule files in force, read over HTTP and changed as a marketing manager changes them: cell by cell. */
public class RuleFiles {
    private final Service service;

    public RuleFiles(Service service) {
        this.service = service;
    }

    String text(String path) {
        return service.get(Roles.MARKETING, "/v1/rules/versions/active/files/" + path)
                .ok()
                .text();
    }

    /** The file with one cell changed, found by the name of its row and the heading of its column. */
    byte[] with(String path, String row, String column, String value) {
        String file = text(path);
        char separator = file.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        List<List<String>> grid = grid(file, separator);
        int index = grid.get(1).indexOf(column);
        List<String> line = grid.stream()
                .skip(2)
                .filter(cells -> cells.getFirst().equals(row))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " has no row \"" + row + "\"."));
        if (index < 0) {
            throw new AssertionError(path + " has no column \"" + column + "\". It has " + grid.get(1) + ".");
        }
        line.set(index, value);
        StringWriter written = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().fieldSeparator(separator).build(written)) {
            grid.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The keys of the actions whose purpose is marketing. */
    List<String> marketingActions() {
        List<List<String>> grid = grid(text("actions.csv"), ',');
        int purpose = grid.getFirst().indexOf("Purpose");
        return grid.stream()
                .skip(1)
                .filter(cells -> cells.get(purpose).equals("marketing"))
                .map(List::getFirst)
                .toList();
    }

    private static List<List<String>> grid(String file, char separator) {
        List<List<String>> grid = new ArrayList<>();
        CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)
                .forEach((CsvRecord line) -> grid.add(new ArrayList<>(line.getFields())));
        return grid;
    }
}
