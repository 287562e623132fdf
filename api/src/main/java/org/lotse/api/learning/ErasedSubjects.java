package org.lotse.api.learning;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.lotse.engine.term.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was erased after a model had learned from them: within the declared period it no longer answers. */
@Component
class ErasedSubjects {
    /** A training that fails in a night gets further nights. */
    private static final int NIGHTS_BEFORE = 3;

    private final JdbcClient database;

    ErasedSubjects(JdbcClient database) {
        this.database = database;
    }

    /** When somebody was first erased after a moment. */
    Optional<Instant> firstAfter(Instant learned) {
        return database.sql("select min(erased_at) from erasure where erased_at > ?")
                .param(Timestamp.from(learned))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /**
     * Whether a model has to be replaced now.
     *
     * @param erased when somebody it had learned from was first erased
     * @param within how soon it has to be replaced
     */
    static boolean isDue(Optional<Instant> erased, Period within, Instant now) {
        return erased.filter(
                        at -> !now.isBefore(within.after(at, ZoneOffset.UTC).minusSeconds(86_400L * NIGHTS_BEFORE)))
                .isPresent();
    }
}
