package org.lotse.api.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lotse.api.values.CopyText;
import org.lotse.api.values.WriteValues;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Appends events; one whose id is known already is left out. Their subjects must be known. */
@Component
@Transactional
public class RecordEvents {
    private final JdbcTemplate database;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    RecordEvents(JdbcTemplate database, JsonMapper json, Clock clock, ApplicationEventPublisher publisher) {
        this.publisher = publisher;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Appends checked events of known subjects.
     *
     * @param events best some thousands at once
     * @return how many were new
     */
    public int record(Collection<Event> events) {
        if (events.isEmpty()) {
            return 0;
        }
        Map<String, Event> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.putIfAbsent(event.id(), event));
        List<String> added = database.execute((ConnectionCallback<List<String>>) connection -> {
            copy(connection, byId.values());
            return append(connection);
        });
        if (added == null || added.isEmpty()) {
            return 0;
        }
        publisher.publishEvent(new Recorded(added.stream().map(byId::get).toList()));
        return added.size();
    }

    /**
     * Published in the transaction that appends them.
     *
     * @param events those that were new
     */
    public record Recorded(List<Event> events) {
        public Recorded {
            events = List.copyOf(events);
        }
    }

    /** Which of these subjects are not known. */
    @Transactional(readOnly = true)
    public Set<SubjectId> unknown(Collection<SubjectId> subjects) {
        Set<SubjectId> unknown = new HashSet<>(subjects);
        if (unknown.isEmpty()) {
            return unknown;
        }
        String[] types = unknown.stream().map(id -> id.type().value()).toArray(String[]::new);
        String[] ids = unknown.stream().map(SubjectId::id).toArray(String[]::new);
        database.query(
                "select s.type, s.id from subject s join unnest(?::text[], ?::text[]) as asked (t, i)"
                        + " on s.type = t and s.id = i",
                statement -> {
                    Connection connection = statement.getConnection();
                    statement.setArray(1, connection.createArrayOf("text", types));
                    statement.setArray(2, connection.createArrayOf("text", ids));
                },
                row -> {
                    unknown.remove(
                            new SubjectId(new org.lotse.engine.term.SubjectType(row.getString(1)), row.getString(2)));
                });
        return unknown;
    }

    private void copy(Connection connection, Collection<Event> events) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table if not exists incoming_event (
                        id text collate "C", type text, subject_type text, subject_id text collate "C",
                        time timestamptz, data jsonb) on commit delete rows""");
            statement.execute("truncate incoming_event");
        }
        CopyText.into(connection, "incoming_event (id, type, subject_type, subject_id, time, data)", copy -> {
            for (Event event : events) {
                copy.column(event.id())
                        .column(event.type())
                        .column(event.subject().type().value())
                        .column(event.subject().id())
                        .column(event.time())
                        .column(json.writeValueAsString(data(event)))
                        .end();
            }
        });
    }

    private List<String> append(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into event (id, type, subject_type, subject_id, time, data, recorded_at)
                select id, type, subject_type, subject_id, time, data, ?::timestamptz from incoming_event
                order by id on conflict do nothing returning id""")) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            List<String> added = new ArrayList<>();
            try (ResultSet ids = insert.executeQuery()) {
                while (ids.next()) {
                    added.add(ids.getString(1));
                }
            }
            return added;
        }
    }

    private static Map<String, Object> data(Event event) {
        Map<String, Object> data = new TreeMap<>();
        event.data().forEach((name, value) -> data.put(name, WriteValues.plain(value)));
        return data;
    }
}
