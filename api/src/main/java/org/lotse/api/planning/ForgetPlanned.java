package org.lotse.api.planning;

import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.term.SubjectType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes an erased customer out of the visits that wait and out of every call list that is kept. */
@Component
class ForgetPlanned {
    private static final String WITHOUT = """
            %1$s = case when %1$s is null then null else %1$s
                || jsonb_build_object('calls', coalesce((select jsonb_agg(c)
                    from jsonb_array_elements(%1$s -> 'calls') c where c ->> 'customerId' <> ?), '[]'::jsonb))
                || jsonb_build_object('left', coalesce((select jsonb_agg(c)
                    from jsonb_array_elements(%1$s -> 'left') c where c ->> 'customerId' <> ?), '[]'::jsonb)) end
            """;

    private final JdbcClient database;

    ForgetPlanned(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void forget(SubjectErased erased) {
        if (!erased.subject().type().equals(SubjectType.CUSTOMER)) {
            return;
        }
        String id = erased.subject().id();
        database.sql("delete from planning_visit where customer_id = ?")
                .param(id)
                .update();
        database.sql(
                        "update plan set " + WITHOUT.formatted("plan_en") + ", " + WITHOUT.formatted("plan_de")
                                + " where kind = 'CALLS' and position(cast(to_jsonb(cast(? as text)) as text) in cast(plan_en as text)) > 0")
                .params(id, id, id, id, id)
                .update();
    }
}
