package org.lotse.api.contact;

import org.lotse.api.subjects.SubjectErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets an erased subject's reservations, in the transaction that erases it. */
@Component
class ForgetContacts {
    private final JdbcClient database;

    ForgetContacts(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void forget(SubjectErased erased) {
        database.sql("delete from contact_reservation where subject_type = ? and subject_id = ?")
                .params(erased.subject().type().value(), erased.subject().id())
                .update();
    }
}
