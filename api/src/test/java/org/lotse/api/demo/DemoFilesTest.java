package org.lotse.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class DemoFilesTest {
    @TempDir
    Path folder;

    @Test
    void writesWhatTheShippedMappingReads() throws Exception {
        DemoCompany company = Shipped.COMPANY;

        DemoFiles.write(company, folder);

        List<String> rows = Files.readAllLines(folder.resolve("customers.csv"));
        List<String> header = List.of(rows.getFirst().split(";"));
        assertThat(rows).hasSize(5_001).allMatch(row -> row.split(";", -1).length == header.size());
        assertThat(header).containsAll(columnsOfTheMapping());
        assertThat(Files.readAllLines(folder.resolve("customers.ndjson"))).hasSize(5_000);
        assertThat(Files.readAllLines(folder.resolve("events.ndjson")))
                .hasSize((int) company.events().count())
                .allMatch(line -> line.startsWith("{\"specversion\":\"1.0\"") && line.endsWith("}}"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> columnsOfTheMapping() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("imports")) ? here : Objects.requireNonNull(here.getParent());
        try (Reader reader = Files.newBufferedReader(root.resolve("imports/nordlicht.yaml"))) {
            Map<String, Object> mapping = new Yaml().load(reader);
            return ((Map<String, Object>) Objects.requireNonNull(mapping.get("attributes")))
                    .values().stream()
                            .map(column ->
                                    column instanceof Map<?, ?> map ? (String) map.get("column") : (String) column)
                            .map(Objects::requireNonNull)
                            .toList();
        }
    }
}
