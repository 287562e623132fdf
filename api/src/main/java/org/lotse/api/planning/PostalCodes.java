package org.lotse.api.planning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the middle of each postal code lies, from a file the operator names: CSV with the columns {@code country},
 * {@code postal_code}, {@code lat} and {@code lon}, others are passed over.
 */
final class PostalCodes {
    /** Where a place lies that names no country. */
    static final String USUAL_COUNTRY = "DE";

    /** No file is set. */
    static final PostalCodes NONE = new PostalCodes(Map.of());

    private final Map<String, Centre> centres;

    private PostalCodes(Map<String, Centre> centres) {
        this.centres = centres;
    }

    /** The middle of a postal code in degrees. */
    record Centre(double latitude, double longitude) {}

    /** Reads the file; no postal codes when the name is empty. */
    static PostalCodes read(String file) {
        if (file.isBlank()) {
            return NONE;
        }
        Map<String, Centre> centres = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Path.of(file))) {
            for (NamedCsvRecord row : rows) {
                centres.put(
                        key(cell(row, "country", file), cell(row, "postal_code", file)),
                        new Centre(degrees(row, "lat", file), degrees(row, "lon", file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The postal codes of " + file + " cannot be read. Maybe correct lotse.planning.postal-codes.", e);
        }
        return new PostalCodes(Map.copyOf(centres));
    }

    private static String cell(NamedCsvRecord row, String column, String file) {
        return row.findField(column)
                .orElseThrow(() -> new IllegalStateException(file + " has no column " + column
                        + ". Maybe name the columns country, postal_code, lat and lon in the first line."));
    }

    private static double degrees(NamedCsvRecord row, String column, String file) {
        String cell = cell(row, column, file);
        try {
            return Double.parseDouble(cell.strip());
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    file + ":" + row.getStartingLineNumber() + " has \"" + cell + "\" in the column " + column
                            + ". Maybe write degrees with a point, as in 49.9456.",
                    e);
        }
    }

    private static String key(String country, String code) {
        return country.strip() + " " + code.strip();
    }

    boolean isEmpty() {
        return centres.isEmpty();
    }

    Optional<Centre> find(String country, String code) {
        return Optional.ofNullable(centres.get(key(country, code)));
    }
}
