package org.lotse.api.model;

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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lotse.api.subjects.EventsOfAll;
import org.lotse.api.values.StoredValues;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Vocabulary;
import org.lotse.models.history.History;
import org.lotse.models.history.Story;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The stored history up to a moment: two cursors in the order of the ids, one subject in memory at a time. */
final class JdbcHistory implements History {
    private static final int FETCH = 2_000;
    private static final String VERSIONS = """
            select id, valid_from, attributes, links from subject_version
            where type = ? and valid_from <= ? order by id, valid_from, version""";

    private final JdbcTemplate database;
    private final TransactionTemplate snapshot;
    private final JsonMapper json;
    private final StoredValues values;
    private final Instant until;

    JdbcHistory(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Vocabulary vocabulary,
            Instant until) {
        this.database = database;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.json = json;
        this.values = new StoredValues(json, vocabulary);
        this.until = until;
    }

    @Override
    public Instant until() {
        return until;
    }

    @Override
    public void forEach(SubjectType type, Consumer<Story> consumer) {
        snapshot.executeWithoutResult(status -> database.execute((ConnectionCallback<@Nullable Void>) connection -> {
            stream(connection, type, consumer);
            return null;
        }));
    }

    private void stream(Connection connection, SubjectType type, Consumer<Story> consumer) throws SQLException {
        try (PreparedStatement versions = versions(connection, type);
                PreparedStatement events = EventsOfAll.until(connection, type, until)) {
            versions.setFetchSize(FETCH);
            events.setFetchSize(FETCH);
            stream(versions, events, type, consumer);
        }
    }

    private void stream(
            PreparedStatement versions, PreparedStatement events, SubjectType type, Consumer<Story> consumer)
            throws SQLException {
        try (ResultSet version = versions.executeQuery();
                ResultSet event = events.executeQuery()) {
            boolean versionLeft = version.next();
            boolean eventLeft = event.next();
            while (versionLeft || eventLeft) {
                String id = first(versionLeft ? version.getString(1) : null, eventLeft ? event.getString(1) : null);
                SubjectId subject = new SubjectId(type, id);
                List<Story.Version> own = new ArrayList<>();
                Map<String, SubjectId> links = new HashMap<>();
                while (versionLeft && version.getString(1).equals(id)) {
                    own.add(new Story.Version(
                            version.getTimestamp(2).toInstant(), values.attributes(type, version.getString(3))));
                    versionLeft = version.next();
                }
                List<Event> happened = new ArrayList<>();
                while (eventLeft && event.getString(1).equals(id)) {
                    happened.add(new Event(
                            event.getString(2),
                            event.getString(3),
                            subject,
                            event.getTimestamp(4).toInstant(),
                            values.eventData(event.getString(3), event.getString(5))));
                    eventLeft = event.next();
                }
                consumer.accept(new Story(subject, own, happened, links));
            }
        }
    }

    private PreparedStatement versions(Connection connection, SubjectType type) throws SQLException {
        PreparedStatement query = connection.prepareStatement(VERSIONS);
        query.setString(1, type.value());
        query.setTimestamp(2, Timestamp.from(until));
        return query;
    }

    private static String first(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? String.valueOf(other) : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
