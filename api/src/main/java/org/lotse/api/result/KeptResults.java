package org.lotse.api.result;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What people have fixed: baselines, experiments, investments. The latest of a key counts. Thread-safe. */
@Component
class KeptResults {
    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    KeptResults(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** What can be kept. */
    enum Kind {
        BASELINE,
        EXPERIMENT,
        INVESTMENT
    }

    /**
     * Something kept.
     *
     * @param by who kept it
     */
    record Kept<T>(String key, T body, String by, Instant at) {}

    <T> Kept<T> keep(Kind kind, String key, T body, String by) {
        Instant now = clock.instant();
        insert(kind, key, json.writeValueAsString(body), by, now);
        return new Kept<>(key, body, by, now);
    }

    /** Takes it away; false when there was none. */
    boolean takeAway(Kind kind, String key, String by) {
        boolean there = database.sql("""
                        select body is not null from kept_result where kind = ? and key = ? order by number desc limit 1""")
                .params(kind.name(), key)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (there) {
            insert(kind, key, null, by, clock.instant());
        }
        return there;
    }

    private void insert(Kind kind, String key, @org.jspecify.annotations.Nullable String body, String by, Instant at) {
        database.sql(
                        "insert into kept_result (kind, key, body, kept_by, kept_at) values (?, ?, cast(? as jsonb), ?, ?)")
                .param(kind.name())
                .param(key)
                .param(body)
                .param(by)
                .param(Timestamp.from(at))
                .update();
    }

    /** The one of a key in force. */
    <T> Optional<Kept<T>> find(Kind kind, String key, Class<T> type) {
        return all(kind, type).stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Those in force, by key. */
    <T> List<Kept<T>> all(Kind kind, Class<T> type) {
        return database.sql("""
                        select * from (select distinct on (key) * from kept_result where kind = ? order by key, number desc) x
                        where body is not null order by key""")
                .param(kind.name())
                .query((row, number) -> kept(row, type))
                .list();
    }

    /** Everything ever kept under a key, the latest first. */
    <T> List<Kept<T>> history(Kind kind, String key, Class<T> type) {
        return database.sql("""
                        select * from kept_result where kind = ? and key = ? and body is not null order by number desc""")
                .params(kind.name(), key)
                .query((row, number) -> kept(row, type))
                .list();
    }

    private <T> Kept<T> kept(java.sql.ResultSet row, Class<T> type) throws java.sql.SQLException {
        return new Kept<>(
                row.getString("key"),
                json.readValue(row.getString("body"), type),
                row.getString("kept_by"),
                row.getTimestamp("kept_at").toInstant());
    }
}
