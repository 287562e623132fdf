package org.lotse.api.planning;

import java.util.List;
import java.util.UUID;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.term.SubjectType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes an erased customer out of the visits that wait, out of every call list and every plan of routes that is kept and what
 * it was made from, and out of what was said and promised on the phone. Otherwise the next change of a list would bring the
 * customer back.
 */
@Component
class ForgetPlanned {
    private static final String WITHOUT = """
            %1$s = case when %1$s is null then null else %1$s
                || jsonb_build_object('calls', coalesce((select jsonb_agg(c)
                    from jsonb_array_elements(%1$s -> 'calls') c where c ->> 'customerId' <> ?), '[]'::jsonb))
                || jsonb_build_object('left', coalesce((select jsonb_agg(c)
                    from jsonb_array_elements(%1$s -> 'left') c where c ->> 'customerId' <> ?), '[]'::jsonb)) end
            """;

    /** Which lists speak of a customer: whoever could have been called stands in them, called or not. */
    private static final String SPEAKS_OF =
            " where kind = 'CALLS' and position(cast(to_jsonb(cast(? as text)) as text) in cast(plan_en as text)) > 0";

    private final JdbcClient database;
    private final ForgetRoutes routes;
    private final CallProblemJson problems = new CallProblemJson();

    ForgetPlanned(JdbcClient database, ForgetRoutes routes) {
        this.database = database;
        this.routes = routes;
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
        routes.of(id);
        database.sql("delete from call_promise where customer_id = ?").param(id).update();
        database.sql("delete from plan_change where change ->> 'customer' = ?")
                .param(id)
                .update();
        forgetProblems(id);
        database.sql("update plan set " + WITHOUT.formatted("plan_en") + ", " + WITHOUT.formatted("plan_de")
                        + SPEAKS_OF)
                .params(id, id, id, id, id)
                .update();
    }

    private void forgetProblems(String customer) {
        List<UUID> plans = database.sql("select id from plan" + SPEAKS_OF + " and problem is not null")
                .param(customer)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        for (UUID plan : plans) {
            CallProblem known = problems.read(database.sql("select problem from plan where id = ?")
                    .param(plan)
                    .query((row, number) -> row.getBytes("problem"))
                    .single());
            CallProblem without = known.with(known.candidates().stream()
                    .filter(candidate -> !candidate.customerId().equals(customer))
                    .toList());
            database.sql("update plan set problem = ? where id = ?")
                    .params(problems.write(without), plan)
                    .update();
        }
    }
}
