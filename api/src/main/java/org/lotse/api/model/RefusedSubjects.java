package org.lotse.api.model;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectType;
import org.lotse.models.history.History;
import org.lotse.models.history.Story;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose data a purpose may not learn from: who objected to it altogether, or withdrew every consent to it that they had given,
 * under any record of the person. What was erased is gone from the history anyway.
 */
@Component
class RefusedSubjects {
    private static final String QUERY = """
            with refused as (
                select subject_id from objection where subject_type = :type and purpose = :purpose and channel is null
                    and at <= :at and (ends_at is null or ends_at > :at)
                union
                select subject_id from (
                    select distinct on (subject_id, channel) subject_id, granted from consent
                    where subject_type = :type and purpose = :purpose and at <= :at
                    order by subject_id, channel, at desc, seq desc) latest
                group by subject_id having not bool_or(granted))
            select subject_id from refused
            union
            select other.subject_id from person_record own
                join person_record other on other.subject_type = own.subject_type and other.person = own.person
            where own.subject_type = :type and own.subject_id in (select subject_id from refused)""";

    private final JdbcClient database;

    RefusedSubjects(JdbcClient database) {
        this.database = database;
    }

    /** The history without those who refused the purpose by its end. */
    History permitted(History history, Purpose purpose) {
        return new History() {
            @Override
            public Instant until() {
                return history.until();
            }

            @Override
            public void forEach(SubjectType type, Consumer<Story> consumer) {
                Set<String> refused = of(type, purpose, history.until());
                history.forEach(type, story -> {
                    if (!refused.contains(story.id().id())) {
                        consumer.accept(story);
                    }
                });
            }
        };
    }

    private Set<String> of(SubjectType type, Purpose purpose, Instant at) {
        return new HashSet<>(database.sql(QUERY)
                .param("type", type.value())
                .param("purpose", purpose.name())
                .param("at", Timestamp.from(at))
                .query((row, number) -> row.getString(1))
                .list());
    }
}
