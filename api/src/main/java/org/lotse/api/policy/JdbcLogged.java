package org.lotse.api.policy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which decisions were taken, and what came of them. */
@Component
class JdbcLogged {
    private final JdbcClient database;

    JdbcLogged(JdbcClient database) {
        this.database = database;
    }

    /** The decisions of a period, spread evenly over it where there are more than are wanted; erased ones are left out. */
    List<String> decisions(String decision, Instant from, Instant to, int most) {
        return database.sql("""
                        select id from (select id, row_number() over (order by at, id) as number, count(*) over () as whole
                            from decision where decision = :decision and at >= :from and at < :to
                                and subject_id is not null) all_of_them
                        where number % greatest(1, whole / :most) = 0 order by number limit :most""")
                .param("decision", decision)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", most)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Of these decisions and the action each put first, those whose action had one of the outcomes. */
    Set<String> with(Collection<String> outcomes, Instant from) {
        return new HashSet<>(database.sql("""
                        select o.decision_id || ' ' || o.action from outcome o
                        where o.outcome in (:outcomes) and o.recorded_at >= :from""")
                .param("outcomes", outcomes)
                .param("from", Timestamp.from(from))
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** Persons a decision was taken about in a period. */
    List<String> persons(String decision, Instant from, Instant to) {
        return database.sql("""
                        select distinct subject_id from decision
                        where decision = ? and at >= ? and at < ? and subject_type = 'customer'""")
                .params(decision, Timestamp.from(from), Timestamp.from(to))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Persons with an event of a type in a period. */
    Set<String> with(String event, Instant from, Instant to) {
        return new HashSet<>(database.sql("""
                        select distinct subject_id from event
                        where type = ? and time >= ? and time < ? and subject_type = 'customer'""")
                .params(event, Timestamp.from(from), Timestamp.from(to))
                .query((row, number) -> row.getString(1))
                .list());
    }
}
