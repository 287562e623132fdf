package org.lotse.api.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lotse.models.duplicate.Decision;
import org.lotse.models.duplicate.PairPattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stewards decided, in the database. */
@Component
class JdbcStewardAnswers {
    private final JdbcClient database;

    JdbcStewardAnswers(JdbcClient database) {
        this.database = database;
    }

    /**
     * A decision that still holds.
     *
     * @param before the pair's state before it
     * @param moved the records that were merged into the other person; empty when none were
     */
    record Given(long id, long suspect, Answer answer, SuspectedPair.State before, List<String> moved) {}

    void add(SuspectedPair pair, Answer answer, List<String> moved, String by, Instant at) {
        database.sql("""
                        insert into duplicate_decision (suspect, pattern, answer, before, moved, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        pair.id(),
                        pair.pattern().code(),
                        answer.name(),
                        pair.state().name(),
                        String.join("\n", moved),
                        by,
                        Timestamp.from(at))
                .update();
    }

    /** What the search learns from: the decisions that hold, of those who could tell. */
    List<Decision> learnable() {
        return database.sql("""
                        select pattern, answer from duplicate_decision
                        where undone_at is null and answer <> 'UNSURE' order by id
                        """)
                .query((row, number) -> new Decision(
                        new PairPattern(row.getLong("pattern")),
                        row.getString("answer").equals(Answer.SAME.name())))
                .list();
    }

    /** The latest decision on a pair that holds. */
    Optional<Given> latestOn(long suspect) {
        return database.sql("""
                        select * from duplicate_decision where suspect = ? and undone_at is null
                        order by id desc limit 1
                        """).param(suspect).query(JdbcStewardAnswers::given).optional();
    }

    /** The latest decision of somebody that holds. */
    Optional<Given> latestBy(String who) {
        return database.sql("""
                        select * from duplicate_decision where decided_by = ? and undone_at is null and suspect is not null
                        order by id desc limit 1
                        """).param(who).query(JdbcStewardAnswers::given).optional();
    }

    void undo(long id, String by, Instant at) {
        database.sql("update duplicate_decision set undone_by = ?, undone_at = ? where id = ?")
                .params(by, Timestamp.from(at), id)
                .update();
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        String moved = row.getString("moved");
        return new Given(
                row.getLong("id"),
                row.getLong("suspect"),
                Answer.valueOf(row.getString("answer")),
                SuspectedPair.State.valueOf(row.getString("before")),
                moved.isEmpty() ? List.of() : List.of(moved.split("\n")));
    }
}
