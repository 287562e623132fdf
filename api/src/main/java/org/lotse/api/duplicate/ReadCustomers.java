package org.lotse.api.duplicate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.models.duplicate.CustomerRecord;
import org.lotse.models.duplicate.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of the stored customers what tells who they are. */
@Component
public class ReadCustomers {
    private static final String LATEST = """
            select s.id, v.attributes from subject s
            join subject_version v on v.type = s.type and v.id = s.id and v.version = s.version
            where s.type = 'customer'
            """;
    private static final String WHOLE_NAME = "name";
    private static final String BUSINESS = "BUSINESS";

    private final JdbcClient database;
    private final JsonMapper json;
    private final DuplicateSettings settings;

    ReadCustomers(JdbcClient database, JsonMapper json, DuplicateSettings settings) {
        this.database = database;
        this.json = json;
        this.settings = settings;
    }

    /**
     * What else is known of a record.
     *
     * @param since when it was stored first
     * @param events how many happened
     * @param person how many records the person has by now, itself included
     */
    public record Context(Instant since, int events, int person) {}

    Context context(String id) {
        return database.sql("""
                        select s.created_at,
                            (select count(*) from event e where e.subject_type = s.type and e.subject_id = s.id) as events,
                            (select count(*) from person_record a join person_record b on b.subject_type = a.subject_type
                                and b.person = a.person where a.subject_type = s.type and a.subject_id = s.id) as person
                        from subject s where s.type = 'customer' and s.id = ?
                        """)
                .param(id)
                .query((row, number) -> new Context(
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("events"),
                        Math.max(1, row.getInt("person"))))
                .optional()
                .orElseThrow(() -> Duplicates.unknown(id));
    }

    /** All stored customers, in the order of their ids. */
    List<CustomerRecord> all() {
        List<CustomerRecord> records = new ArrayList<>();
        database
                .sql(LATEST + " order by s.id")
                .query((row, number) -> record(row.getString("id"), row.getString("attributes")))
                .stream()
                .forEach(records::add);
        return records;
    }

    /** One customer, when it is stored. */
    Optional<CustomerRecord> one(String id) {
        return database.sql(LATEST + " and s.id = ?")
                .param(id)
                .query((row, number) -> record(row.getString("id"), row.getString("attributes")))
                .optional();
    }

    private CustomerRecord record(String id, String attributes) {
        JsonNode values = json.readTree(attributes);
        Map<Field, String> fields = new EnumMap<>(Field.class);
        settings.fields()
                .forEach((field, terms) -> terms.stream()
                        .map(term -> values.path(term).asString("").strip())
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .ifPresent(value -> fields.put(field, value)));
        String name = values.path(WHOLE_NAME).asString("").strip();
        if (!name.isEmpty() && !fields.containsKey(Field.FAMILY_NAME)) {
            divide(name, fields);
        }
        return new CustomerRecord(id, fields);
    }

    /** A name in one piece: a company's, or given names and, last, the family name. */
    private static void divide(String name, Map<Field, String> fields) {
        if (fields.getOrDefault(Field.KIND, "").equalsIgnoreCase(BUSINESS)) {
            fields.putIfAbsent(Field.COMPANY, name);
            return;
        }
        int last = name.lastIndexOf(' ');
        fields.put(Field.FAMILY_NAME, name.substring(last + 1));
        if (last > 0) {
            fields.putIfAbsent(Field.GIVEN_NAME, name.substring(0, last));
        }
    }
}
