package org.lotse.api.duplicate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.api.cli.WrongUse;
import org.lotse.models.duplicate.CustomerRecord;
import org.lotse.models.duplicate.Field;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.ReadCsv;
import org.lotse.models.signal.Table;
import picocli.CommandLine.Option;

/** Mixin: a CSV file of customers and which of its columns says what. */
final class CustomerFile {
    @Option(names = "--data", required = true, paramLabel = "CSV", description = "The customers; may be gzipped.")
    private Path data = Path.of("");

    @Option(names = "--id", paramLabel = "COLUMN", description = "The column of the record's id; otherwise the first.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--column",
            paramLabel = "FIELD=COLUMN",
            description = "Which column holds a field, where its heading does not say so, e.g. FAMILY_NAME=surname_2;"
                    + " may be given several times.")
    private Map<String, String> columns = new LinkedHashMap<>();

    private Optional<Table> read = Optional.empty();

    Table table() {
        if (read.isEmpty()) {
            if (!Files.isRegularFile(data)) {
                throw new WrongUse("There is no data file " + data + ". Maybe check the path.");
            }
            read = Optional.of(new ReadCsv().read(data));
        }
        return read.get();
    }

    /** The texts of a column, empty where it says nothing. */
    List<String> column(String name) {
        Column column = table().require(name, "This command");
        List<String> texts = new ArrayList<>(table().rows());
        for (int row = 0; row < table().rows(); row++) {
            texts.add(Optional.ofNullable(column.text(row)).orElse(""));
        }
        return texts;
    }

    List<CustomerRecord> records() {
        Map<Field, Column> fields = fields();
        if (fields.size() < 2) {
            throw new WrongUse("The headings " + headings() + " name fewer than two of the fields "
                    + List.of(Field.values()) + ". Maybe name them: --column FAMILY_NAME=" + "your-heading.");
        }
        List<String> ids =
                column(id.orElseGet(() -> table().columns().getFirst().name()));
        Set<String> unique = new HashSet<>();
        List<CustomerRecord> records = new ArrayList<>(table().rows());
        for (int row = 0; row < table().rows(); row++) {
            String own = ids.get(row);
            if (own.isEmpty() || !unique.add(own)) {
                throw new WrongUse("Row " + (row + 1) + " has the id \"" + own
                        + "\", which is empty or that of an earlier row. Maybe name another column: --id COLUMN.");
            }
            Map<Field, String> values = new EnumMap<>(Field.class);
            for (Map.Entry<Field, Column> field : fields.entrySet()) {
                String text = field.getValue().text(row);
                if (text != null) {
                    values.put(field.getKey(), text);
                }
            }
            records.add(new CustomerRecord(own, values));
        }
        return records;
    }

    private Map<Field, Column> fields() {
        Map<Field, Column> fields = new EnumMap<>(Field.class);
        columns.forEach((field, heading) -> fields.put(field(field), table().require(heading, field)));
        for (Column column : table().columns()) {
            Field.ofHeading(column.name()).ifPresent(field -> fields.putIfAbsent(field, column));
        }
        return fields;
    }

    private String headings() {
        return String.join(", ", table().columns().stream().map(Column::name).toList());
    }

    private static Field field(String name) {
        try {
            return Field.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new WrongUse(
                    "There is no field " + name + ". Maybe one of " + List.of(Field.values()) + ".", unknown);
        }
    }
}
