package org.lotse.api.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a customer's visits out of every plan of routes that is kept, past ones too: out of what it was made from, where they
 * live, and out of what happened to it. Of a problem that was sent, visits named by the customer's id are the customer's.
 */
@Component
class ForgetRoutes {
    private final JdbcClient database;
    private final RouteProblemJson packed;
    private final JsonMapper json;

    ForgetRoutes(JdbcClient database, RouteProblemJson packed, JsonMapper json) {
        this.database = database;
        this.packed = packed;
        this.json = json;
    }

    /** A plan as it is kept; null where nothing is kept yet. */
    private record Kept(
            byte @Nullable [] problem,
            @Nullable String english,
            @Nullable String german) {}

    /** To be called once the customer has no waiting visits any more: a plan that is made meanwhile has none then. */
    @Transactional
    public void of(String customer) {
        visits(customer).forEach(this::forget);
        database.sql("delete from plan_visit where customer_id = ?")
                .param(customer)
                .update();
    }

    private Map<UUID, Set<String>> visits(String customer) {
        Map<UUID, Set<String>> visits = new HashMap<>();
        database.sql("select plan, visit from plan_visit where customer_id = ?"
                        + " union select id, ? from plan where kind = 'ROUTES' and"
                        + " (position(cast(to_jsonb(cast(? as text)) as text) in cast(plan_en as text)) > 0 or exists"
                        + " (select 1 from plan_change where plan = id and change -> 'visit' ->> 'id' = ?))")
                .params(customer, customer, customer, customer)
                .query((row, number) -> visits.computeIfAbsent(row.getObject("plan", UUID.class), id -> new HashSet<>())
                        .add(row.getString("visit")))
                .list();
        return visits;
    }

    private void forget(UUID plan, Set<String> visits) {
        Kept kept = database.sql("select problem, plan_en, plan_de from plan where id = ? for update")
                .param(plan)
                .query((row, number) ->
                        new Kept(row.getBytes("problem"), row.getString("plan_en"), row.getString("plan_de")))
                .single();
        byte[] problem = kept.problem();
        database.sql("update plan set problem = ?, plan_en = ?::jsonb, plan_de = ?::jsonb, revision = revision + 1"
                        + " where id = ?")
                .param(problem == null ? null : packed.without(problem, visits))
                .param(shown(kept.english(), visits))
                .param(shown(kept.german(), visits))
                .param(plan)
                .update();
        database.sql("select revision, change, effect from plan_change where plan = ?")
                .param(plan)
                .query((row, number) -> new Happened(
                        row.getInt("revision"),
                        json.readTree(row.getString("change")),
                        json.readTree(row.getString("effect"))))
                .list()
                .forEach(happened -> forget(plan, happened, visits));
    }

    /** A change of a plan, and what it did. */
    private record Happened(int revision, JsonNode change, JsonNode effect) {}

    private void forget(UUID plan, Happened happened, Set<String> visits) {
        JsonNode visit = happened.change().path("visit");
        if (visits.contains(visit.isObject() ? visit.path("id").asString("") : visit.asString(""))) {
            database.sql("delete from plan_change where plan = ? and revision = ?")
                    .params(plan, happened.revision())
                    .update();
            return;
        }
        if (visit.isObject()) {
            RouteProblemJson.removeTexts(visit.path("after"), visits);
        }
        RouteProblemJson.removeNamed(happened.effect().path("moved"), "visit", visits);
        RouteProblemJson.removeTexts(happened.effect().path("broken"), visits);
        database.sql("update plan_change set change = ?::jsonb, effect = ?::jsonb where plan = ? and revision = ?")
                .params(
                        json.writeValueAsString(happened.change()),
                        json.writeValueAsString(happened.effect()),
                        plan,
                        happened.revision())
                .update();
    }

    private @Nullable String shown(@Nullable String plan, Set<String> visits) {
        if (plan == null) {
            return null;
        }
        ObjectNode root = (ObjectNode) json.readTree(plan);
        for (JsonNode route : root.path("routes")) {
            RouteProblemJson.removeNamed(route.path("stops"), "visit", visits);
        }
        RouteProblemJson.removeNamed(root.path("unplanned"), "visit", visits);
        return json.writeValueAsString(root);
    }
}
