package org.lotse.api.subjects;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.api.values.StoredValues;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Vocabulary;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The stored subjects as of a moment, read by the vocabulary of now. Thread-safe. */
@Component
public class JdbcSubjects implements Subjects {
    private static final int FETCH = 2_000;
    private static final String VERSION_AS_OF = """
            left join lateral (
                select attributes, links from subject_version v
                where v.type = s.type and v.id = s.id and v.valid_from <= ?
                order by v.valid_from desc, v.version desc limit 1) v on true
            """;

    private static final String EVENTS_OF_MANY = """
            select e.subject_id, e.id, e.type, e.time, e.data from event e
            where e.subject_type = ? and e.subject_id = any (?) and e.time <= ?
            union all
            """ + EventsOfAll.OF_OTHER_RECORDS + """
            where own.subject_type = ? and own.subject_id = any (?) and e.time <= ?
            """;

    private final JdbcTemplate database;
    private final TransactionTemplate snapshot;
    private final CurrentVocabulary vocabulary;
    private final JsonMapper json;
    private final ReadSubject one;

    JdbcSubjects(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            CurrentVocabulary vocabulary,
            JsonMapper json) {
        this.database = database;
        this.vocabulary = vocabulary;
        this.json = json;
        this.one = new ReadSubject(json);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public Optional<SubjectState> find(SubjectId id, Instant at) {
        Vocabulary current = vocabulary.get();
        return Optional.ofNullable(database.execute(
                (ConnectionCallback<@Nullable SubjectState>) connection -> one.read(connection, id, at, current)));
    }

    /**
     * Many subjects of one type as of a moment, in two questions for all of them; of whom nothing was stored then nothing is
     * said. With the events of the records that are the same person.
     */
    public Map<SubjectId, SubjectState> find(SubjectType type, List<SubjectId> ids, Instant at) {
        Read read = new Read(vocabulary.get());
        String[] keys = ids.stream().map(SubjectId::id).toArray(String[]::new);
        Timestamp moment = Timestamp.from(at);
        Map<String, List<Event>> events = new HashMap<>();
        database.query(
                EVENTS_OF_MANY,
                row -> {
                    String id = row.getString(1);
                    events.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(read.event(
                                    row.getString(2),
                                    row.getString(3),
                                    new SubjectId(type, id),
                                    row.getTimestamp(4),
                                    row.getString(5)));
                },
                type.value(),
                keys,
                moment,
                type.value(),
                keys,
                moment);
        Map<SubjectId, SubjectState> states = new HashMap<>();
        database.query(
                "select s.id, v.attributes, v.links from subject s " + VERSION_AS_OF
                        + " where s.type = ? and s.id = any (?)",
                row -> {
                    SubjectId id = new SubjectId(type, row.getString(1));
                    List<Event> own = events.getOrDefault(id.id(), List.of());
                    if (row.getString(2) != null || !own.isEmpty()) {
                        states.put(id, read.state(id, row.getString(2), row.getString(3), own));
                    }
                },
                moment,
                type.value(),
                keys);
        return states;
    }

    @Override
    public List<SubjectState> all(SubjectType type, Instant at) {
        List<SubjectState> states = new ArrayList<>();
        forEach(type, at, states::add);
        return List.copyOf(states);
    }

    /**
     * Reads every subject of a type as of a moment, in the order of their ids, without holding them in memory; one
     * consistent snapshot. With the events of the records that are the same person. Meant for training, statistics and bulk deciding.
     */
    public void forEach(SubjectType type, Instant at, Consumer<SubjectState> reader) {
        Read read = new Read(vocabulary.get());
        snapshot.executeWithoutResult(status -> database.execute((ConnectionCallback<@Nullable Void>) connection -> {
            stream(connection, type, at, read, reader);
            return null;
        }));
    }

    /** How many subjects of a type are stored. */
    public long count(SubjectType type) {
        Long count = database.queryForObject("select count(*) from subject where type = ?", Long.class, type.value());
        return count == null ? 0 : count;
    }

    /** Two cursors in the same order: every event belongs to a subject, so the second only ever catches up. */
    private static void stream(
            Connection connection, SubjectType type, Instant at, Read read, Consumer<SubjectState> reader)
            throws SQLException {
        try (PreparedStatement subjects =
                        connection.prepareStatement("select s.id, v.attributes, v.links from subject s " + VERSION_AS_OF
                                + " where s.type = ? order by s.id");
                PreparedStatement events = EventsOfAll.until(connection, type, at)) {
            subjects.setFetchSize(FETCH);
            events.setFetchSize(FETCH);
            subjects.setTimestamp(1, Timestamp.from(at));
            subjects.setString(2, type.value());
            try (ResultSet subject = subjects.executeQuery();
                    ResultSet event = events.executeQuery()) {
                boolean more = event.next();
                while (subject.next()) {
                    SubjectId id = new SubjectId(type, subject.getString(1));
                    List<Event> own = new ArrayList<>();
                    while (more && event.getString(1).equals(id.id())) {
                        own.add(read.event(
                                event.getString(2), event.getString(3), id, event.getTimestamp(4), event.getString(5)));
                        more = event.next();
                    }
                    if (subject.getString(2) != null || !own.isEmpty()) {
                        reader.accept(read.state(id, subject.getString(2), subject.getString(3), own));
                    }
                }
            }
        }
    }

    /** One reading under one vocabulary. */
    private final class Read {
        private final Vocabulary current;
        private final StoredValues values;

        Read(Vocabulary current) {
            this.current = current;
            this.values = new StoredValues(json, current);
        }

        Event event(String id, String type, SubjectId subject, Timestamp time, String data) {
            return new Event(id, type, subject, time.toInstant(), values.eventData(type, data));
        }

        SubjectState state(SubjectId id, @Nullable String attributes, @Nullable String links, List<Event> events) {
            return new SubjectState(
                    id,
                    attributes == null ? Map.of() : values.attributes(id.type(), attributes),
                    events,
                    links(id.type(), links));
        }

        private Map<String, SubjectId> links(SubjectType type, @Nullable String stored) {
            return stored == null || stored.length() <= 2 ? Map.of() : StoredLinks.read(json, current, type, stored);
        }
    }
}
