package org.lotse.api.learning;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outcomes in the order they were kept. */
@Component
class JdbcOutcomes {
    private final JdbcClient database;

    JdbcOutcomes(JdbcClient database) {
        this.database = database;
    }

    /** What was reported of an action of a decision. */
    record Reported(long number, String decision, String action, String outcome) {}

    /** The number of the last outcome kept. */
    long last() {
        return database.sql("select coalesce(max(number), 0) from outcome")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /**
     * The next ones that settle an offer: the first of each action of a decision.
     *
     * @param after only those with a larger number
     * @param upTo only those up to this number
     * @param since only those kept after
     * @param settling outcomes that settle an offer
     */
    List<Reported> next(long after, long upTo, Instant since, Collection<String> settling, int most) {
        return database.sql("""
                        select number, decision_id, action, outcome from outcome o
                        where number > :after and number <= :last and recorded_at > :since and outcome in (:settling)
                            and not exists (select 1 from outcome earlier where earlier.decision_id = o.decision_id
                                and earlier.action = o.action and earlier.number < o.number
                                and earlier.outcome in (:settling))
                        order by number limit :most""")
                .param("after", after)
                .param("last", upTo)
                .param("since", Timestamp.from(since))
                .param("settling", settling)
                .param("most", most)
                .query((row, number) ->
                        new Reported(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
