package org.lotse.api.idempotency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The answers kept under their keys. */
@Repository
class JdbcAnswers {
    private final JdbcClient database;
    private final JsonMapper json;

    JdbcAnswers(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Who uses which key for what. */
    record Key(String caller, String path, String key) {}

    /** An answer that was sent. */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** The request that first used a key, and its answer if it has one already. */
    record First(byte[] fingerprint, @Nullable Answer answer) {}

    /** Claims a key; a claim older than {@code abandoned} without an answer is taken over. */
    boolean claim(Key key, byte[] fingerprint, Instant now, Instant abandoned) {
        return database.sql("""
                insert into idempotency_key (caller, path, key, fingerprint, started_at) values (?, ?, ?, ?, ?)
                on conflict (caller, path, key) do update set fingerprint = excluded.fingerprint,
                    started_at = excluded.started_at
                where idempotency_key.status is null and idempotency_key.started_at < ?""")
                        .params(
                                key.caller(),
                                key.path(),
                                key.key(),
                                fingerprint,
                                Timestamp.from(now),
                                Timestamp.from(abandoned))
                        .update()
                == 1;
    }

    Optional<First> first(Key key) {
        return database.sql("""
                select fingerprint, status, headers, body from idempotency_key
                where caller = ? and path = ? and key = ?""")
                .params(key.caller(), key.path(), key.key())
                .query((row, number) -> {
                    int status = row.getInt("status");
                    return new First(
                            row.getBytes("fingerprint"),
                            status == 0
                                    ? null
                                    : new Answer(status, headers(row.getString("headers")), row.getBytes("body")));
                })
                .optional();
    }

    void keep(Key key, Answer answer) {
        database.sql("""
                update idempotency_key set status = ?, headers = ?::jsonb, body = ?
                where caller = ? and path = ? and key = ?""")
                .params(
                        answer.status(),
                        json.writeValueAsString(answer.headers()),
                        answer.body(),
                        key.caller(),
                        key.path(),
                        key.key())
                .update();
    }

    void release(Key key) {
        database.sql("delete from idempotency_key where caller = ? and path = ? and key = ? and status is null")
                .params(key.caller(), key.path(), key.key())
                .update();
    }

    int forgetBefore(Instant time) {
        return database.sql("delete from idempotency_key where started_at < ?")
                .params(Timestamp.from(time))
                .update();
    }

    private Map<String, String> headers(String stored) {
        return json.readValue(stored, new TypeReference<>() {});
    }
}
