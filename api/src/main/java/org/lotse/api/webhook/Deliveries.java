package org.lotse.api.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages on their way: which wait, which have arrived, which are dead. */
@Component
@Transactional
class Deliveries {
    private static final ProblemKind UNKNOWN_DELIVERY = new ProblemKind("unknown-delivery", HttpStatus.NOT_FOUND);
    private static final Set<String> STATES = Set.of("WAITING", "DELIVERED", "DEAD");
    private static final int MOST = 1_000;
    /** Longer than any attempt can take: whoever has claimed a message and not settled it by then has died. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;

    Deliveries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A message to be sent now.
     *
     * @param subject about whom
     * @param sealed what it says, under the subject's key; null when it is not kept any more
     */
    record Due(long id, String endpoint, String message, SubjectId subject, byte @Nullable [] sealed, int attempts) {}

    /** A message as it is shown: without what it says. */
    record View(
            long id,
            String endpoint,
            String message,
            String kind,
            String subject,
            String state,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Instant settledAt,
            @Nullable Integer lastStatus,
            @Nullable String lastError) {}

    /** Claims messages that are due; other instances take others. */
    List<Due> claim(int most) {
        Instant now = clock.instant();
        return database.sql("""
                update webhook_delivery set attempts = attempts + 1, next_at = ? where id in (
                    select id from webhook_delivery where state = 'WAITING' and next_at <= ?
                    order by next_at limit ? for update skip locked)
                returning id, endpoint, message, subject_type, subject_id, sealed, attempts""")
                .params(Timestamp.from(now.plus(CLAIM)), Timestamp.from(now), most)
                .query((row, number) -> new Due(
                        row.getLong("id"),
                        row.getString("endpoint"),
                        row.getString("message"),
                        new SubjectId(new SubjectType(row.getString("subject_type")), row.getString("subject_id")),
                        row.getBytes("sealed"),
                        row.getInt("attempts")))
                .list();
    }

    /** It has arrived; what it said is not kept. */
    void arrived(long id, int status) {
        database.sql("""
                update webhook_delivery set state = 'DELIVERED', sealed = null, settled_at = ?, last_status = ?,
                    last_error = null where id = ?""").params(Timestamp.from(clock.instant()), status, id).update();
    }

    /** It has not arrived, and is tried again at a time; without one it is dead. */
    void failed(long id, Optional<Instant> again, @Nullable Integer status, @Nullable String error) {
        database.sql("""
                update webhook_delivery set state = :state, next_at = :next, settled_at = :settled, last_status = :status,
                    last_error = :error where id = :id""")
                .param("state", again.isPresent() ? "WAITING" : "DEAD")
                .param("next", Timestamp.from(again.orElse(clock.instant())))
                .param("settled", again.isPresent() ? null : Timestamp.from(clock.instant()), java.sql.Types.TIMESTAMP)
                .param("status", status, java.sql.Types.INTEGER)
                .param("error", error, java.sql.Types.VARCHAR)
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    public List<View> inState(String state, int limit) {
        String wanted = state.toUpperCase(Locale.ROOT);
        if (!STATES.contains(wanted)) {
            throw ProblemException.invalid("/state", "UNKNOWN_STATE", state, "WAITING, DELIVERED, DEAD");
        }
        return database.sql("select * from webhook_delivery where state = ? order by id desc limit ?")
                .params(wanted, Math.clamp(limit, 1, MOST))
                .query((row, number) -> view(row))
                .list();
    }

    /** A dead message gets all its attempts once more. */
    public View retry(long id) {
        database.sql("""
                update webhook_delivery set state = 'WAITING', attempts = 0, next_at = ?, settled_at = null
                where id = ? and state = 'DEAD'""").params(Timestamp.from(clock.instant()), id).update();
        return database.sql("select * from webhook_delivery where id = ?")
                .params(id)
                .query((row, number) -> view(row))
                .optional()
                .orElseThrow(() -> ProblemException.of(UNKNOWN_DELIVERY, String.valueOf(id)));
    }

    private static View view(ResultSet row) throws SQLException {
        boolean waits = row.getString("state").equals("WAITING");
        Timestamp settled = row.getTimestamp("settled_at");
        int status = row.getInt("last_status");
        boolean answered = !row.wasNull();
        return new View(
                row.getLong("id"),
                row.getString("endpoint"),
                row.getString("message"),
                row.getString("kind"),
                row.getString("subject_type") + "/" + row.getString("subject_id"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                waits ? row.getTimestamp("next_at").toInstant() : null,
                settled == null ? null : settled.toInstant(),
                answered ? status : null,
                row.getString("last_error"));
    }
}
