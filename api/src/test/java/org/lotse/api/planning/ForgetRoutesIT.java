package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.PlanRoutes;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where an erased customer lives stands in no plan of routes any more, however long ago it was driven. */
@ServiceTest
class ForgetRoutesIT {
    private static final String ERASED = "c-route-forgotten";
    private static final String MADE = "v-forgotten-made";
    private static final String LATER = "v-forgotten-later";
    private static final String OTHER = "v-forgotten-not";
    private static final String LATITUDE = "54.123456";
    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

    @Autowired
    private ForgetPlanned forget;

    @Autowired
    private JdbcTeam team;

    @Autowired
    private JdbcPlans plans;

    @Autowired
    private PlansInForce inForce;

    @Autowired
    private PlanRoutes planner;

    @Autowired
    private PlanningJson json;

    @Autowired
    private RouteProblemJson packed;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private final UUID plan = UUID.randomUUID();

    @BeforeEach
    void planThatDay() throws IOException {
        team.keep(visit(MADE, ERASED));
        team.keep(visit(LATER, ERASED));
        team.keep(visit(OTHER, "c-route-forgotten-not"));
        RouteInput input = json.routes(new ByteArrayInputStream(PROBLEM.getBytes(StandardCharsets.UTF_8)));
        RoutePlan made = planner.plan(input.problem(), Limits.ofSteps(100, 1), Watch.none());
        plans.begin(plan, StoredPlan.Kind.ROUTES, DAY, "test", true, clock.instant());
        plans.about(plan, packed.write(input), DAY);
        plans.keep(
                plan,
                made.cost(),
                json.json(made, input.times(), Language.EN),
                json.json(made, input.times(), Language.DE),
                true);
        assertThat(plans.remembersCustomers(plan, Set.of(MADE, OTHER))).isTrue();
        happens("{\"kind\": \"GIVE\", \"visit\": \"v-forgotten-made\", \"rep\": \"kaya\"}");
        happens(
                "{\"kind\": \"EMERGENCY\", \"visit\": {\"id\": \"v-forgotten-later\", \"place\": \"later\", \"serviceMinutes\": 20},"
                        + " \"place\": {\"id\": \"later\", \"lat\": 54.123456, \"lon\": 10.2}}");
        happens(
                "{\"kind\": \"EMERGENCY\", \"visit\": {\"id\": \"v-forgotten-follows\", \"place\": \"b\", \"serviceMinutes\": 20,"
                        + " \"after\": [\"v-forgotten-later\"]}}");
        team.close(MADE);
    }

    @AfterEach
    void takeBack() {
        database.sql("delete from plan where id = ?").param(plan).update();
        List.of(MADE, LATER, OTHER).forEach(team::removeVisit);
    }

    @Test
    void takesCoordinatesOutOfPlansThatWereDriven() throws IOException {
        assertThat(kept()).contains(MADE, LATER, LATITUDE);

        forget.forget(new SubjectErased(SubjectId.customer(ERASED)));

        assertThat(kept()).doesNotContain(MADE, LATER, LATITUDE).contains(OTHER, "v-forgotten-follows", "54.4");
        RouteProblem problem = inForce.standing(plan).routes().problem();
        assertThat(problem.visits()).extracting(Visit::id).containsExactlyInAnyOrder(OTHER, "v-forgotten-follows");
        assertThat(inForce.standing(plan).routes().plan().routes())
                .flatExtracting(RoutePlan.Route::stops)
                .extracting(RoutePlan.Stop::visit)
                .containsExactlyInAnyOrder(OTHER, "v-forgotten-follows");
        happens("{\"kind\": \"NO_SHOW\", \"visit\": \"v-forgotten-follows\"}");
        assertThat(database.sql("select count(*) from plan_visit where customer_id = ?")
                        .param(ERASED)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoHasBeenErasedMeanwhileIsNotPlanned() {
        assertThat(plans.remembersCustomers(plan, Set.of(MADE, OTHER))).isFalse();
        assertThat(plans.remembersCustomers(plan, Set.of(OTHER))).isTrue();
    }

    /** Everything that is kept of the plan, unpacked. */
    private String kept() throws IOException {
        byte[] problem = database.sql("select problem from plan where id = ?")
                .param(plan)
                .query((row, number) -> row.getBytes("problem"))
                .single();
        String shown = database.sql("select concat(plan_en, plan_de, (select string_agg(concat(change, effect), ' ')"
                        + " from plan_change where plan = id)) from plan where id = ?")
                .param(plan)
                .query((row, number) -> row.getString(1))
                .single();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(problem))) {
            return shown + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void happens(String change) {
        inForce.change(plan, new JsonMapper().readTree(change), "test");
    }

    private static Team.OpenVisit visit(String id, String customer) {
        return new Team.OpenVisit(
                id,
                customer,
                54,
                10,
                30,
                Instant.parse("2025-03-04T07:00:00Z"),
                Instant.parse("2025-03-04T15:00:00Z"),
                Set.of(),
                100,
                false,
                null,
                Set.of(),
                List.of());
    }

    private static final String PROBLEM = """
            {"day": "2025-03-04", "zone": "Europe/Berlin", "travel": {"kind": "great-circle", "kmh": 60, "detour": 1.3},
             "places": [{"id": "home", "lat": 54.3, "lon": 10.1}, {"id": "a", "lat": 54.123456, "lon": 10.3}, {"id": "b", "lat": 54.4, "lon": 10}],
             "reps": [{"id": "kaya", "start": "home", "shift": {"from": "2025-03-04T08:00", "to": "2025-03-04T16:00"}}],
             "visits": [{"id": "v-forgotten-made", "place": "a", "serviceMinutes": 30},
                        {"id": "v-forgotten-not", "place": "b", "serviceMinutes": 30, "after": ["v-forgotten-made"]}]}
            """;
}
