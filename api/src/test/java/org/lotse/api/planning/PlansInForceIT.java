package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.PlanRoutes;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.term.Language;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was shown is never lost: another start of the service, or another instance, sees the same plan and goes on from it. */
@ServiceTest
class PlansInForceIT {
    private static final String PROBLEM = """
            {"day": "2026-11-23", "zone": "Europe/Berlin", "travel": {"kind": "great-circle", "kmh": 60, "detour": 1.3},
             "places": [{"id": "home", "lat": 50, "lon": 11}, {"id": "a", "lat": 50.1, "lon": 11}, {"id": "b", "lat": 50, "lon": 11.2},
                        {"id": "c", "lat": 49.9, "lon": 11}],
             "reps": [{"id": "kaya", "start": "home", "capacity": [9], "shift": {"from": "2026-11-23T08:00", "to": "2026-11-23T16:00"}},
                      {"id": "lev", "start": "a", "capacity": [9], "shift": {"from": "2026-11-23T08:00", "to": "2026-11-23T16:00"}}],
             "visits": [{"id": "va", "place": "a", "serviceMinutes": 30}, {"id": "vb", "place": "b", "serviceMinutes": 30},
                        {"id": "vc", "place": "c", "serviceMinutes": 30}, {"id": "vd", "place": "b", "serviceMinutes": 45}],
             "disturbancePrice": 10}
            """;
    private static final List<String> CHANGES = List.of(
            "{\"kind\": \"EMERGENCY\", \"visit\": {\"id\": \"ve\", \"place\": \"e\", \"serviceMinutes\": 20, \"demand\": [2]},"
                    + " \"place\": {\"id\": \"e\", \"lat\": 50.05, \"lon\": 11.1}}",
            "{\"kind\": \"LATE\", \"rep\": \"kaya\", \"until\": \"2026-11-23T09:30\"}",
            "{\"kind\": \"NO_SHOW\", \"visit\": \"vb\"}",
            "{\"kind\": \"LOAD\", \"visit\": \"vd\", \"demand\": [5]}",
            "{\"kind\": \"GIVE\", \"visit\": \"vc\", \"rep\": \"lev\"}");

    @Autowired
    private JdbcPlans plans;

    @Autowired
    private PlanRoutes planner;

    @Autowired
    private PlanningJson json;

    @Autowired
    private PlanReservations reservations;

    @Autowired
    private PlannedPrices prices;

    @Autowired
    private RouteProblemJson packed;

    @Autowired
    private MakePlans make;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Clock clock;

    @Test
    void anotherStartSeesEveryChangeAndGoesOnFromThere() throws IOException {
        UUID id = stored();
        PlansInForce before = service();

        for (String change : CHANGES) {
            RoutePlan shown = before.change(id, new JsonMapper().readTree(change), "test")
                    .effect()
                    .next()
                    .plan();
            PlansInForce.Standing again = service().standing(id);

            assertThat(again.routes().plan().routes()).as(change).isEqualTo(shown.routes());
            assertThat(again.routes().plan().unplanned())
                    .extracting(RoutePlan.Unplanned::visit)
                    .isEqualTo(shown.unplanned().stream()
                            .map(RoutePlan.Unplanned::visit)
                            .toList());
            assertThat(again.routes().problem().visits())
                    .containsExactlyInAnyOrderElementsOf(
                            before.standing(id).routes().problem().visits());
        }

        assertThat(service().standing(id).revision()).isEqualTo(CHANGES.size());
        assertThat(service()
                        .change(id, new JsonMapper().readTree("{\"kind\": \"NO_SHOW\", \"visit\": \"va\"}"), "test")
                        .revision())
                .isEqualTo(CHANGES.size() + 1);
    }

    @Test
    void whatIsLookedAtWhileTheSearchGoesOnIsNotTakenForTheLastWord() throws IOException {
        UUID id = stored();
        JsonNode found = plans.find(id, Language.EN).orElseThrow().plan().orElseThrow();
        ObjectNode soFar = found.deepCopy().asObject();
        for (JsonNode route : soFar.get("routes")) {
            ArrayNode stops = route.get("stops").asArray();
            stops.add(stops.remove(0));
        }
        plans.keep(id, 0, soFar, soFar, false);
        PlansInForce service = service();
        assertThat(order(service.standing(id))).isNotEqualTo(order(service().standing(stored())));

        plans.keep(id, 0, found, found, true);

        assertThat(order(service.standing(id))).isEqualTo(order(service().standing(stored())));
    }

    private static List<String> order(PlansInForce.Standing standing) {
        return standing.routes().plan().routes().stream()
                .flatMap(route -> route.stops().stream())
                .map(RoutePlan.Stop::visit)
                .toList();
    }

    @Test
    void whatASearchHasFoundSoFarIsInTheDatabaseBeforeItIsShown() throws IOException {
        UUID id = make.routes(
                json.routes(new ByteArrayInputStream(PROBLEM.getBytes(StandardCharsets.UTF_8))),
                new MakePlans.Order("test", Locale.ENGLISH, Limits.ofSeconds(60, 1)));
        try {
            JsonNode shown = waitForAPlan(id);

            assertThat(shown.get("routes").size()).isPositive();
            assertThat(plans.find(id, Language.EN).orElseThrow().complete()).isFalse();
            assertThat(service().standing(id).routes().plan().routes()).isNotEmpty();
        } finally {
            jobs.cancel(id);
        }
    }

    private JsonNode waitForAPlan(UUID id) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            var plan = plans.find(id, Language.EN).flatMap(StoredPlan::plan);
            if (plan.isPresent()) {
                return plan.get();
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("No plan was kept within 30 seconds.");
    }

    private UUID stored() throws IOException {
        RouteInput input = json.routes(new ByteArrayInputStream(PROBLEM.getBytes(StandardCharsets.UTF_8)));
        RoutePlan plan = planner.plan(input.problem(), Limits.ofSteps(200, 1), Watch.none());
        UUID id = UUID.randomUUID();
        plans.begin(id, StoredPlan.Kind.ROUTES, null, "test", false, clock.instant());
        plans.about(id, packed.write(input), null);
        plans.keep(
                id,
                plan.cost(),
                json.json(plan, input.times(), Language.EN),
                json.json(plan, input.times(), Language.DE),
                true);
        return id;
    }

    /** As another start of the service would have it, with nothing in memory. */
    private PlansInForce service() {
        return new PlansInForce(plans, planner, json, reservations, prices, packed, clock);
    }
}
