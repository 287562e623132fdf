package org.lotse.api.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The review queue in the database. */
@Component
class JdbcReviews {
    private final JdbcClient database;

    JdbcReviews(JdbcClient database) {
        this.database = database;
    }

    /** Adds a review unless the decision waits for one already. */
    boolean add(String id, String decision, SubjectId subject, String wish, String language, String by, Instant at) {
        return database.sql("""
                                insert into decision_review (id, decision_id, subject_type, subject_id, wish, language,
                                    requested_by, requested_at, state)
                                values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') on conflict do nothing
                                """)
                        .params(
                                id,
                                decision,
                                subject.type().value(),
                                subject.id(),
                                wish,
                                language,
                                by,
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Review> find(String id) {
        return database.sql("select * from decision_review where id = ?")
                .param(id)
                .query((row, number) -> review(row))
                .optional();
    }

    /** The review, held until the transaction ends. */
    Optional<Review> hold(String id) {
        return database.sql("select * from decision_review where id = ? for update")
                .param(id)
                .query((row, number) -> review(row))
                .optional();
    }

    Optional<Review> unsettled(String decision) {
        return database.sql("select * from decision_review where decision_id = ? and state in ('OPEN', 'CLAIMED')")
                .param(decision)
                .query((row, number) -> review(row))
                .optional();
    }

    List<Review> inState(Review.State state, int limit) {
        return database.sql("select * from decision_review where state = ? order by requested_at, id limit ?")
                .params(state.name(), limit)
                .query((row, number) -> review(row))
                .list();
    }

    List<Review> about(SubjectId subject) {
        return database.sql(
                        "select * from decision_review where subject_type = ? and subject_id = ? order by requested_at, id")
                .params(subject.type().value(), subject.id())
                .query((row, number) -> review(row))
                .list();
    }

    void claim(String id, String by, Instant at) {
        database.sql("update decision_review set state = 'CLAIMED', claimed_by = ?, claimed_at = ? where id = ?")
                .params(by, Timestamp.from(at), id)
                .update();
    }

    void settle(Review settled) {
        database.sql("""
                        update decision_review set state = ?, decided_by = ?, decided_at = ?, correction = ?, reason = ?,
                            answer = ?, learned = ? where id = ?
                        """)
                .param(settled.state().name())
                .param(settled.decidedBy())
                .param(settled.decidedAt() == null ? null : Timestamp.from(settled.decidedAt()))
                .param(settled.correction())
                .param(settled.reason())
                .param(settled.answer())
                .param(settled.learned())
                .param(settled.reviewId())
                .update();
    }

    void forget(SubjectId subject) {
        database.sql("delete from decision_review where subject_type = ? and subject_id = ?")
                .params(subject.type().value(), subject.id())
                .update();
    }

    int forgetSettledBefore(Instant moment) {
        return database.sql("delete from decision_review where state in ('CONFIRMED', 'CORRECTED') and decided_at < ?")
                .param(Timestamp.from(moment))
                .update();
    }

    int settledBefore(Instant moment) {
        return database.sql(
                        "select count(*) from decision_review where state in ('CONFIRMED', 'CORRECTED') and decided_at < ?")
                .param(Timestamp.from(moment))
                .query(Integer.class)
                .single();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getString("id"),
                row.getString("decision_id"),
                row.getString("subject_type") + "/" + row.getString("subject_id"),
                row.getString("wish"),
                row.getString("language"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                Review.State.valueOf(row.getString("state")),
                row.getString("claimed_by"),
                time(row.getTimestamp("claimed_at")),
                row.getString("decided_by"),
                time(row.getTimestamp("decided_at")),
                row.getString("correction"),
                row.getString("reason"),
                row.getString("answer"),
                row.getBoolean("learned"));
    }

    private static @Nullable Instant time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
