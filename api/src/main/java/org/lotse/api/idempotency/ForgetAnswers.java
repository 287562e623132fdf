package org.lotse.api.idempotency;

import java.nio.charset.StandardCharsets;
import org.lotse.api.subjects.SubjectErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets the answers kept for repeated requests that speak of an erased subject. */
@Component
class ForgetAnswers {
    private final JdbcClient database;

    ForgetAnswers(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void forget(SubjectErased erased) {
        byte[] quoted = ('"' + erased.subject().id() + '"').getBytes(StandardCharsets.UTF_8);
        database.sql("""
                        delete from idempotency_key where status is not null
                            and (position(cast(? as bytea) in body) > 0 or path like '%/' || ? || '/%' or path like '%/' || ?)
                        """)
                .params(quoted, erased.subject().id(), erased.subject().id())
                .update();
    }
}
