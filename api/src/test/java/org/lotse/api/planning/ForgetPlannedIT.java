package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.Candidate;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An erased customer is in no call list any more, nor in anything from which one is made. */
@ServiceTest
class ForgetPlannedIT {
    private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");
    private static final String ERASED = "c-forgotten";
    private static final String OTHER = "c-forgotten-not";

    @Autowired
    private ForgetPlanned forget;

    @Autowired
    private JdbcPlans plans;

    @Autowired
    private JdbcClient database;

    private final JsonMapper mapper = new JsonMapper();
    private final CallProblemJson problems = new CallProblemJson();

    @Test
    void takesThemOutOfListsAndProblemsAndWhatWasSaid() {
        UUID plan = UUID.randomUUID();
        LocalDate day = LocalDate.of(2026, 11, 23);
        plans.begin(plan, StoredPlan.Kind.CALLS, day, "test", false, AT);
        plans.about(
                plan,
                problems.write(new CallProblem(
                        60, 10, ZoneOffset.UTC, List.of(), List.of(candidate(ERASED), candidate(OTHER)))),
                day);
        plans.keep(plan, 1, list(), list(), true);
        said(plan, 1, ERASED);
        said(plan, 2, OTHER);
        promised(ERASED);
        promised(OTHER);

        forget.forget(new SubjectErased(SubjectId.customer(ERASED)));

        assertThat(problems.read(plans.callProblem(plan).orElseThrow()).candidates())
                .extracting(Candidate::customerId)
                .containsExactly(OTHER);
        for (Language language : List.of(Language.EN, Language.DE)) {
            JsonNode kept = plans.find(plan, language).orElseThrow().plan().orElseThrow();
            assertThat(kept.path("calls").values())
                    .extracting(call -> call.path("customerId").asString(""))
                    .containsExactly(OTHER);
        }
        assertThat(plans.changes(plan))
                .extracting(change -> change.path("customer").asString(""))
                .containsExactly(OTHER);
        assertThat(database.sql("select customer_id from call_promise where customer_id like 'c-forgotten%'")
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly(OTHER);
    }

    private ObjectNode list() {
        ObjectNode plan = mapper.createObjectNode();
        plan.putArray("left");
        for (String customer : List.of(ERASED, OTHER)) {
            plan.withArray("calls").addObject().put("customerId", customer);
        }
        return plan;
    }

    private void said(UUID plan, int revision, String customer) {
        ObjectNode change = mapper.createObjectNode().put("customer", customer).put("outcome", "REACHED");
        assertThat(plans.change(plan, revision, AT, "test", change, mapper.createObjectNode()))
                .isTrue();
    }

    private void promised(String customer) {
        database.sql("insert into call_promise (customer_id, agent, at, promised_at) values (?, 'anna', now(), now())")
                .param(customer)
                .update();
    }

    private static Candidate candidate(String customer) {
        return new Candidate(customer, 10, 0.5, Set.of(), null, null, null, null, Map.of(AT, 0.5));
    }
}
