package org.lotse.api.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A German town where customers live.
 *
 * @param name its name
 * @param postalCode one of its postal codes
 * @param region its state by ISO 3166-2: {@code DE-HH}
 * @param latitude of its centre, within a few kilometres
 * @param longitude of its centre
 * @param weight its inhabitants in thousands, roughly
 */
record Town(String name, String postalCode, String region, double latitude, double longitude, double weight) {
    /** All towns, in the order of the file. */
    static List<Town> all() {
        try (InputStream file = Town.class.getResourceAsStream("towns.csv")) {
            if (file == null) {
                throw new IllegalStateException("The file towns.csv is not beside " + Town.class.getName()
                        + ". Maybe the build left the resources out.");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(Town::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Town read(String line) {
        List<String> cells = List.of(line.split(",", -1));
        return new Town(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                Double.parseDouble(cells.get(3)),
                Double.parseDouble(cells.get(4)),
                Double.parseDouble(cells.get(5)));
    }
}
