package org.lotse.api.trigger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of triggers, for people to read. */
@Component
class TriggerRuns {
    private static final int MOST = 1_000;

    private final JdbcClient database;

    TriggerRuns(JdbcClient database) {
        this.database = database;
    }

    /** One run. */
    record View(
            String subject,
            String cause,
            String state,
            Instant noticedAt,
            @Nullable Instant settledAt,
            int attempts,
            @Nullable String decisionId,
            @Nullable String contactId,
            @Nullable String note) {}

    Map<String, Long> counts(String trigger) {
        Map<String, Long> counts = new TreeMap<>();
        database.sql("select state, count(*) as runs from trigger_run where trigger = ? group by state")
                .params(trigger)
                .query((row, number) -> counts.put(row.getString("state"), row.getLong("runs")))
                .list();
        return counts;
    }

    /** The latest runs first; those about one subject only, if it is named. */
    List<View> latest(String trigger, Optional<String> subject, int limit) {
        Optional<SubjectId> only = subject.map(SubjectId::parse);
        return database.sql("""
                select * from trigger_run where trigger = ? and (? or subject_type = ? and subject_id = ?)
                order by id desc limit ?""")
                .params(
                        trigger,
                        only.isEmpty(),
                        only.map(id -> id.type().value()).orElse(""),
                        only.map(SubjectId::id).orElse(""),
                        Math.clamp(limit, 1, MOST))
                .query((row, number) -> {
                    Timestamp settled = row.getTimestamp("settled_at");
                    return new View(
                            row.getString("subject_type") + "/" + row.getString("subject_id"),
                            row.getString("cause"),
                            row.getString("state"),
                            row.getTimestamp("noticed_at").toInstant(),
                            settled == null ? null : settled.toInstant(),
                            row.getInt("attempts"),
                            row.getString("decision_id"),
                            row.getString("contact_id"),
                            row.getString("note"));
                })
                .list();
    }
}
