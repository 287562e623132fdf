package org.lotse.api.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.term.SubjectId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has asked for a person's data. */
@Component
@Transactional
class Accesses {
    private final JdbcClient database;
    private final Clock clock;

    Accesses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One call of Article 15. */
    record Access(String caller, Instant at) {}

    void note(SubjectId person, String caller) {
        database.sql("insert into privacy_access (subject_type, subject_id, caller, at) values (?, ?, ?, ?)")
                .params(person.type().value(), person.id(), caller, Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    List<Access> of(SubjectId person) {
        return database.sql(
                        "select caller, at from privacy_access where subject_type = ? and subject_id = ? order by seq")
                .params(person.type().value(), person.id())
                .query((row, number) -> new Access(
                        row.getString("caller"), row.getTimestamp("at").toInstant()))
                .list();
    }

    @EventListener
    void forget(SubjectErased erased) {
        database.sql("delete from privacy_access where subject_type = ? and subject_id = ?")
                .params(erased.subject().type().value(), erased.subject().id())
                .update();
    }
}
