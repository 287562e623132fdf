package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.CheckRouteProblem;
import org.lotse.engine.planning.routes.PlanRoutes;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.term.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits that are stored are planned in their order, in their groups, and with what they bring, as sent ones are. */
@ServiceTest
class StoredVisitsIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String WIRES = "v-order-wires";
    private static final String PAINT = "v-order-paint";
    private static final String FLOOR = "v-order-floor";
    private static final List<String> ALL = List.of(WIRES, PAINT, FLOOR);

    @Autowired
    private JdbcTeam team;

    @Autowired
    private JdbcDepots depots;

    @Autowired
    private TakeVisitIn take;

    @Autowired
    private StoredRoutes stored;

    @Autowired
    private DayRoutes routes;

    @Autowired
    private ReportOnRoute report;

    @Autowired
    private JdbcPlans plans;

    @Autowired
    private RouteProblemJson packed;

    @Autowired
    private PlanningJson json;

    @Autowired
    private PlanRoutes planner;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private final List<UUID> made = new ArrayList<>();

    private final Team.FieldRep rep = new Team.FieldRep(
            "rep-order",
            "Kaya Brandt",
            "",
            "Kiel",
            54.32,
            10.13,
            Set.of(),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            List.of(4.0),
            List.of("order-kiel"),
            20);

    @BeforeEach
    void store() {
        depots.keep(new Team.Depot("order-kiel", "Depot Kiel", 54.31, 10.12));
        team.keep(rep);
    }

    @AfterEach
    void takeBack() {
        ALL.forEach(team::removeVisit);
        made.forEach(plan ->
                database.sql("delete from plan where id = ?").param(plan).update());
        team.removeRep(rep.id());
        depots.remove("order-kiel");
    }

    @Test
    void comesAfterTheOthersAndReloadsOnTheWay() {
        take.in(visit(WIRES, MONDAY, null));
        take.in(visit(PAINT, MONDAY, "flat 7", WIRES));
        take.in(visit(FLOOR, MONDAY, "flat 7", PAINT));

        UUID id = plan();

        DayRoute route = routes.find(rep, MONDAY, Language.EN).orElseThrow();
        assertThat(route.stops()).extracting(DayRoute.Stop::visit).containsExactly(WIRES, PAINT, FLOOR);
        assertThat(route.reloads())
                .extracting(DayRoute.Reload::name, DayRoute.Reload::before)
                .containsExactly(tuple("Depot Kiel", PAINT), tuple("Depot Kiel", FLOOR));
        assertThat(report.why(id, List.of("v-made-meanwhile"), Map.of(), Language.EN))
                .isEmpty();
        assertThat(report.why(id, List.of(PAINT), Map.of(FLOOR, "Petersen"), Language.EN)
                        .get(PAINT))
                .anySatisfy(reason -> assertThat(reason).contains("Kaya Brandt", "Petersen"))
                .anySatisfy(reason ->
                        assertThat(reason).containsPattern("at \\d\\d:\\d\\d").contains("Depot Kiel"));
    }

    @Test
    void waitsUntilTheOnesBeforeItAndItsWholeGroupMayBegin() {
        take.in(visit(WIRES, MONDAY.plusDays(1), null));
        take.in(visit(PAINT, MONDAY, null, WIRES));
        take.in(visit(FLOOR, MONDAY, "flat 8"));

        assertThat(planned(MONDAY, 1)).containsExactly(FLOOR);
        assertThat(planned(MONDAY, 2)).containsExactlyInAnyOrder(WIRES, PAINT, FLOOR);

        take.in(visit(WIRES, MONDAY.plusDays(1), "flat 8"));

        assertThat(planned(MONDAY, 1)).isEmpty();
    }

    @Test
    void whatHasBeenMadeHoldsNobodyUp() {
        take.in(visit(WIRES, MONDAY, null));
        take.in(visit(PAINT, MONDAY, null, WIRES));

        team.close(WIRES);

        assertThat(planned(MONDAY, 1)).containsExactly(PAINT);
        assertThat(CheckRouteProblem.check(stored.problem(MONDAY, 1).problem())).isEmpty();
        take.in(visit(PAINT, MONDAY.plusDays(1), null, WIRES));
        assertThat(planned(MONDAY.plusDays(1), 1)).containsExactly(PAINT);
    }

    @Test
    void refusesAnOrderThatCannotBeKept() {
        take.in(visit(WIRES, MONDAY, null));
        take.in(visit(PAINT, MONDAY, null, WIRES));

        refused(visit(FLOOR, MONDAY, null, "v-nobody-knows"), Flaw.Code.FOLLOWS_UNKNOWN, "v-nobody-knows");
        refused(visit(WIRES, MONDAY, null, PAINT), Flaw.Code.FOLLOWS_ITSELF, WIRES);
        refused(visit(WIRES, MONDAY, null, WIRES), Flaw.Code.FOLLOWS_ITSELF, WIRES);
        assertThat(planned(MONDAY, 1)).containsExactlyInAnyOrder(WIRES, PAINT);
    }

    @Test
    void refusesLoadsNoVehicleHasRoomForAndDepotsNobodyKnows() {
        Team.OpenVisit plain = visit(WIRES, MONDAY, null);
        Team.OpenVisit manyKinds = new Team.OpenVisit(
                plain.id(),
                plain.customerId(),
                plain.latitude(),
                plain.longitude(),
                plain.serviceMinutes(),
                plain.from(),
                plain.until(),
                plain.skills(),
                plain.value(),
                plain.mandatory(),
                null,
                Set.of(),
                List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0));

        refused(manyKinds, Flaw.Code.CAPACITY_DIMENSIONS, WIRES);
        assertThatThrownBy(() -> depots.known("/reload", List.of("order-kiel", "order-none")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldProblem::pointer)
                                .containsExactly("/reload/1"));
        assertThatThrownBy(() -> depots.remove("order-kiel"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().toString()).contains("DEPOT_IN_USE", rep.id()));
    }

    private void refused(Team.OpenVisit visit, Flaw.Code code, String named) {
        assertThatThrownBy(() -> take.in(visit)).isInstanceOfSatisfying(UnsoundProblem.class, unsound -> {
            assertThat(unsound.flaws()).extracting(Flaw::code).contains(code);
            assertThat(unsound.flaws().toString()).contains(named);
        });
    }

    private List<String> planned(LocalDate day, int days) {
        return stored.problem(day, days).problem().visits().stream()
                .map(Visit::id)
                .filter(ALL::contains)
                .toList();
    }

    private UUID plan() {
        RouteInput input = stored.problem(MONDAY, 1);
        RoutePlan plan = planner.plan(input.problem(), Limits.ofSteps(500, 1), Watch.none());
        UUID id = UUID.randomUUID();
        made.add(id);
        plans.begin(id, StoredPlan.Kind.ROUTES, MONDAY, "test", true, clock.instant());
        plans.about(id, packed.write(input), MONDAY);
        plans.keep(
                id,
                plan.cost(),
                json.json(plan, input.times(), Language.EN),
                json.json(plan, input.times(), Language.DE),
                true);
        return id;
    }

    private Team.OpenVisit visit(String id, LocalDate day, @Nullable String group, String... after) {
        return new Team.OpenVisit(
                id,
                "c-of-" + id,
                54.4 + ALL.indexOf(id) / 50.0,
                10.0,
                30,
                day.atTime(8, 0).atZone(stored.zone()).toInstant(),
                day.atTime(17, 0).atZone(stored.zone()).toInstant(),
                Set.of(),
                10_000,
                false,
                group,
                Set.of(after),
                List.of(3.0));
    }
}
