package org.lotse.api.log;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Encrypts what is kept about a subject outside the log, under the same key: who is erased takes it along. Works in the
 * transaction of its caller, and never with remembered keys. Thread-safe.
 */
public final class SubjectVault {
    private final JdbcTemplate database;
    private final SubjectKeys keys;
    private final Clock clock;

    SubjectVault(JdbcTemplate database, SubjectKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Encrypts. A subject that has no key yet gets one in the transaction: until that commits no decision about the subject is
     * recorded, so decide first and seal then.
     */
    public byte[] seal(SubjectId subject, byte[] plain) {
        Map<SubjectId, SubjectKeys.Key> key = database.execute((ConnectionCallback<Map<SubjectId, SubjectKeys.Key>>)
                connection -> keys.current(connection, List.of(subject), clock.instant()));
        if (key == null || key.get(subject) == null) {
            throw new LogUnavailable("The key of " + subject + " could not be made. Maybe it was erased meanwhile.");
        }
        return keys.encrypt(key.get(subject), plain);
    }

    /** Decrypts; empty when the subject's key has been destroyed since. */
    public Optional<byte[]> open(SubjectId subject, byte[] sealed) {
        List<byte @Nullable []> wrapped = database.query(
                "select wrapped from subject_key where subject_type = ? and subject_id = ?",
                (row, number) -> row.getBytes(1),
                subject.type().value(),
                subject.id());
        return wrapped.isEmpty() ? Optional.empty() : Optional.of(keys.decrypt(wrapped.getFirst(), sealed));
    }
}
