package org.lotse.engine.planning.routes.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.VisitReason;
import org.lotse.engine.planning.routes.Window;

/** A truck that holds ten, a depot, a tip halfway, and places an hour from the depot. */
class TripsTest {
    private static final double[][] MINUTES = {{0, 60, 60, 30}, {60, 0, 10, 30}, {60, 10, 0, 30}, {30, 30, 30, 0}};

    @Test
    void theTruckIsEmptiedWhereTheWayIsShortest() {
        RouteProblem problem =
                problem(List.of("tip", "depot"), visit("a", "east", 8, null), visit("b", "west", 8, null));

        RoutePlan plan = plan(problem);

        assertThat(plan.unplanned()).isEmpty();
        assertThat(plan.travelMinutes()).isCloseTo(60 + 30 + 30 + 60, within(1e-6));
        RoutePlan.Route route = plan.routes().getFirst();
        assertThat(route.reloads()).extracting(RoutePlan.Reload::place).containsExactly("tip");
        assertThat(route.reloads().getFirst().leave()
                        - route.reloads().getFirst().arrive())
                .isCloseTo(15, within(1e-6));
        RoutePlanCheck.check(problem, plan);
    }

    @Test
    void withoutAPlaceToReloadTheSecondIsLeftOut() {
        RoutePlan plan = plan(problem(List.of(), visit("a", "east", 8, null), visit("b", "west", 8, null)));

        assertThat(plan.unplanned()).hasSize(1);
        assertThat(plan.unplanned().getFirst().reason()).isInstanceOf(VisitReason.LoadFull.class);
    }

    @Test
    void nobodyBringsWhatHasNotArrivedYet() {
        RouteProblem problem = problem(List.of("depot"), visit("a", "east", 1, null), visit("b", "west", 1, 200.0));

        RoutePlan plan = plan(problem);

        RoutePlan.Route route = plan.routes().getFirst();
        assertThat(route.depart()).as("waiting is cheaper than driving twice").isCloseTo(200, within(1e-6));
        assertThat(route.reloads()).isEmpty();
        RoutePlanCheck.check(problem, plan);
    }

    @Test
    void whatIsDueEarlierThanTheRestIsThereGoesAhead() {
        Visit urgent = new Visit(
                "urgent", "east", 5, List.of(new Window(0, 100)), List.of(1.0), Set.of(), 1, null, true, null, null);
        RouteProblem problem = problem(List.of("depot"), urgent, visit("b", "west", 1, 200.0));

        RoutePlan plan = plan(problem);

        assertThat(plan.unplanned()).isEmpty();
        assertThat(plan.routes().getFirst().reloads()).hasSize(1);
        RoutePlanCheck.check(problem, plan);
    }

    @Test
    void eachDimensionOfTheLoadCounts() {
        Rep truck = new Rep(
                "truck", "depot", "depot", List.of(new Rep.Shift(0, 600)), Set.of(), List.of(10.0, 2.0), 0, List.of());
        Visit light = loaded("light", "east", List.of(1.0, 2.0));
        Visit bulky = loaded("bulky", "west", List.of(1.0, 1.0));
        Visit flat = loaded("flat", "west", List.of(9.0));

        RoutePlan plan = plan(problem(truck, light, bulky, flat));

        assertThat(plan.unplanned()).extracting(RoutePlan.Unplanned::visit).containsExactly("bulky");
    }

    private static RoutePlan plan(RouteProblem problem) {
        return new OptaPlannerRoutes().plan(problem, Limits.ofSteps(2_000, 1), Watch.none());
    }

    private static RouteProblem problem(List<String> reload, Visit... visits) {
        return problem(
                new Rep(
                        "truck",
                        "depot",
                        "depot",
                        List.of(new Rep.Shift(0, 600)),
                        Set.of(),
                        List.of(10.0),
                        0,
                        List.of(),
                        reload.isEmpty() ? null : new Rep.Reload(reload, 15),
                        Set.of()),
                visits);
    }

    private static RouteProblem problem(Rep truck, Visit... visits) {
        return new RouteProblem(
                new GivenMatrix(List.of("depot", "east", "west", "tip"), MINUTES, null),
                List.of(),
                List.of(truck),
                List.of(visits),
                new Objective(0, 1, 0, 500.0),
                null,
                0);
    }

    private static Visit visit(String id, String place, double demand, @Nullable Double release) {
        return new Visit(
                id,
                place,
                5,
                List.of(),
                List.of(demand),
                Set.of(),
                1,
                null,
                false,
                null,
                null,
                null,
                null,
                release,
                null,
                null,
                Set.of(),
                null);
    }

    private static Visit loaded(String id, String place, List<Double> demand) {
        double priority = demand.size() == 1 || demand.get(1) == 2 ? 2 : 1;
        return new Visit(id, place, 5, List.of(), demand, Set.of(), priority, null, false, null, null);
    }
}
