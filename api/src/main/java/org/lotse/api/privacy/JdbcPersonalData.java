package org.lotse.api.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows that are stored about one record of a person, as they are, page by page where there may be many. */
@Component
class JdbcPersonalData {
    private static final int PAGE = 500;
    private static final int FEW = 50;

    private final JdbcClient database;
    private final JsonMapper json;

    JdbcPersonalData(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A delivered state of a subject. */
    record Version(Instant validFrom, Instant recordedAt, Map<String, Object> attributes, Map<String, Object> links) {}

    List<Version> versions(SubjectId person) {
        return database.sql("""
                        select valid_from, recorded_at, attributes, links from subject_version
                        where type = ? and id = ? order by valid_from, version
                        """)
                .params(person.type().value(), person.id())
                .query((row, number) -> new Version(
                        row.getTimestamp("valid_from").toInstant(),
                        row.getTimestamp("recorded_at").toInstant(),
                        map(row.getString("attributes")),
                        map(row.getString("links"))))
                .list();
    }

    void events(SubjectId person, Consumer<Map<String, Object>> reader) {
        Timestamp after = Timestamp.from(Instant.EPOCH.minusSeconds(100_000_000_000L));
        String afterId = "";
        while (true) {
            List<Map<String, Object>> page = database.sql("""
                            select id, type, time, data, recorded_at from event
                            where subject_type = ? and subject_id = ? and (time, id) > (?, ?) order by time, id limit ?
                            """)
                    .params(person.type().value(), person.id(), after, afterId, PAGE)
                    .query((row, number) -> row(row))
                    .list();
            page.forEach(reader);
            if (page.size() < PAGE) {
                return;
            }
            after = Timestamp.from((Instant) page.getLast().get("time"));
            afterId = String.valueOf(page.getLast().get("id"));
        }
    }

    /** The ids of all decisions about a record, oldest first, in pages. */
    void decisions(SubjectId person, Consumer<List<String>> reader) {
        List<String> ids = database.sql(
                        "select id from decision where subject_type = ? and subject_id = ? order by at, id")
                .params(person.type().value(), person.id())
                .query((row, number) -> row.getString("id"))
                .list();
        for (int from = 0; from < ids.size(); from += FEW) {
            reader.accept(ids.subList(from, Math.min(from + FEW, ids.size())));
        }
    }

    List<Map<String, Object>> consents(SubjectId person) {
        return rows(
                "select seq as id, purpose, channel, granted, at, evidence, recorded_at, recorded_by from consent",
                "at, seq",
                person);
    }

    List<Map<String, Object>> objections(SubjectId person) {
        return rows(
                "select purpose, channel, at, ends_at as until, recorded_at, recorded_by from objection",
                "at, seq",
                person);
    }

    List<Map<String, Object>> contacts(SubjectId person) {
        return rows("""
                select id as "contactId", decision_id, plan, channel, action, action_group, purpose, direction, at,
                    expires_at, state, consent from contact_reservation""", "at, id", person);
    }

    List<Map<String, Object>> outcomes(List<String> decisions) {
        return database.sql("""
                        select id, decision_id, action, outcome, value, at, reported_by from outcome
                        where decision_id = any (?) order by at, id
                        """)
                .param(decisions.toArray(String[]::new))
                .query((row, number) -> row(row))
                .list();
    }

    List<Map<String, Object>> visits(SubjectId person) {
        return ofCustomer("""
                select id, latitude, longitude, service_minutes, begins_from, begins_until, value, mandatory
                from planning_visit where customer_id = ? order by begins_from, id""", person);
    }

    /** What reps have written down after visits, word for word, and what was read out of it. */
    List<Map<String, Object>> notes(SubjectId person) {
        return ofCustomer("""
                select id, visit, author, at, text, (select jsonb_agg(jsonb_build_object('kind', i.kind, 'about', i.about,
                    'detail', i.detail, 'quote', i.quote, 'due', i.due, 'state', i.state) order by i.position)
                    from visit_note_item i where i.note = visit_note.id) as items
                from visit_note where customer_id = ? order by at, id""", person);
    }

    /** What agents have said about calls, and why somebody was passed over. */
    List<Map<String, Object>> calls(SubjectId person) {
        return ofCustomer("""
                select plan, at, change ->> 'outcome' as outcome, change ->> 'slot' as slot, change ->> 'attempt' as attempt,
                    change ->> 'callBack' as call_back, change ->> 'reason' as reason, by
                from plan_change where change ->> 'customer' = ? order by at, plan, revision""", person);
    }

    List<Map<String, Object>> callBacks(SubjectId person) {
        return ofCustomer("select agent, at, promised_at from call_promise where customer_id = ?", person);
    }

    private List<Map<String, Object>> ofCustomer(String select, SubjectId person) {
        return person.type().equals(SubjectType.CUSTOMER)
                ? database.sql(select)
                        .param(person.id())
                        .query((row, number) -> row(row))
                        .list()
                : List.of();
    }

    private List<Map<String, Object>> rows(String select, String order, SubjectId person) {
        return database.sql(select + " where subject_type = ? and subject_id = ? order by " + order)
                .params(person.type().value(), person.id())
                .query((row, number) -> row(row))
                .list();
    }

    private Map<String, Object> row(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = value(row, column);
            if (value != null) {
                values.put(name(row.getMetaData().getColumnLabel(column)), value);
            }
        }
        return values;
    }

    private @Nullable Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return switch (value) {
            case null -> null;
            case Timestamp time -> time.toInstant();
            case Object text
            when row.getMetaData().getColumnTypeName(column).equals("jsonb") -> json.readTree(text.toString());
            default -> value;
        };
    }

    private static String name(String column) {
        List<String> words = new ArrayList<>(List.of(column.split("_")));
        StringBuilder name = new StringBuilder(words.removeFirst());
        words.forEach(word -> name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        return name.toString();
    }

    private Map<String, Object> map(String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonNode node = json.readTree(text);
        node.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }
}
