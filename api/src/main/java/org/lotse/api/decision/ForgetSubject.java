package org.lotse.api.decision;

import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.term.SubjectId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets an erased subject's decisions, in the transaction that erases it: its key goes, its id is taken off the rows,
 * and what is left can be counted but no longer belongs to anybody.
 */
@Component
class ForgetSubject {
    /** Stands where the id of an erased subject stood. */
    private static final String ERASED = "erased";

    private final JdbcClient database;
    private final SubjectKeys keys;

    ForgetSubject(JdbcClient database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @EventListener
    void forget(SubjectErased erased) {
        SubjectId subject = erased.subject();
        keys.destroy(subject);
        database.sql("update decision set subject_id = ? where subject_type = ? and subject_id = ?")
                .params(ERASED, subject.type().value(), subject.id())
                .update();
    }
}
