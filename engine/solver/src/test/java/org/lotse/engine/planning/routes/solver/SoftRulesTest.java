package org.lotse.engine.planning.routes.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.HourFactors;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.RecurringVisits;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RushHours;
import org.lotse.engine.planning.routes.TravelTimes;
import org.lotse.engine.planning.routes.Visit;

/** Kaya lives next to all customers, Lev a little further away. */
class SoftRulesTest {
    private static final GreatCircle FREE = new GreatCircle(60, 1);
    private final List<Place> places = new ArrayList<>(List.of(new Place("kaya", 50, 10), new Place("lev", 50, 10.1)));

    @Test
    void workIsSpreadWhenThatHasAPrice() {
        List<Visit> visits = visits(8, null);

        assertThat(shares(problem(FREE, visits, 0))).containsExactly(8L);
        assertThat(shares(problem(FREE, visits, 5))).containsExactly(4L, 4L);
    }

    @Test
    void visitsGoToWhomTheirAreaBelongs() {
        List<Visit> visits = visits(4, "20095");

        RoutePlan plan = plan(problem(FREE, visits, 0));

        assertThat(plan.routes()).extracting(RoutePlan.Route::rep).containsOnly("lev");
    }

    @Test
    void aCustomerWhoIsVisitedThriceIsVisitedOnThreeDaysWithTheDistanceAskedFor() {
        List<Visit> visits = new ArrayList<>();
        for (Visit visit : visits(5, null)) {
            visits.addAll(RecurringVisits.of(visit, 3, 2, 0, 4));
        }
        RouteProblem problem = problem(FREE, visits, 0);

        RoutePlan plan = plan(problem);

        assertThat(plan.unplanned()).isEmpty();
        RoutePlanCheck.check(problem, plan);
    }

    @Test
    void oneArrivesLaterInTheRushHourAndThePlanKnowsIt() {
        List<Double> factors = new ArrayList<>(Collections.nCopies(24, 1.0));
        factors.set(8, 2.0);
        factors.set(9, 2.0);
        places.add(new Place("far", 50, 11));
        Visit far = new Visit("far", "far", 30, List.of(), List.of(), Set.of(), 1, null, true, null, null);

        RoutePlan free = plan(problem(FREE, List.of(far), 0));
        RoutePlan rush = plan(problem(new RushHours(FREE, new HourFactors(factors)), List.of(far), 0));

        double freeWay = way(free);
        assertThat(freeWay).isBetween(60.0, 80.0);
        assertThat(way(rush)).as("two hours at half the speed").isBetween(freeWay + 59, freeWay * 2);
    }

    private static double way(RoutePlan plan) {
        RoutePlan.Route route = plan.routes().getFirst();
        return route.stops().getFirst().start() - route.depart();
    }

    private List<Visit> visits(int count, @Nullable String area) {
        List<Visit> visits = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            places.add(new Place("v" + v, 50 + v * 0.001, 10));
            visits.add(new Visit(
                    "v" + v, "v" + v, 30, List.of(), List.of(), Set.of(), 1, null, true, null, null, null, null, null,
                    area, null, Set.of(), null));
        }
        return visits;
    }

    private static List<Long> shares(RouteProblem problem) {
        RoutePlan plan = plan(problem);
        RoutePlanCheck.check(problem, plan);
        return plan.routes().stream()
                .collect(Collectors.groupingBy(
                        RoutePlan.Route::rep,
                        Collectors.summingLong(route -> route.stops().size())))
                .values()
                .stream()
                .toList();
    }

    private static RoutePlan plan(RouteProblem problem) {
        return new OptaPlannerRoutes().plan(problem, Limits.ofSteps(4_000, 1), Watch.none());
    }

    private RouteProblem problem(TravelTimes travel, List<Visit> visits, double perUnevenMinute) {
        return new RouteProblem(
                travel,
                places,
                List.of(rep("kaya", "95"), rep("lev", "20")),
                visits,
                new Objective(0, 1, 0, null, 1, 30, 30, perUnevenMinute),
                null,
                0);
    }

    private static Rep rep(String id, String territory) {
        List<Rep.Shift> shifts = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            shifts.add(new Rep.Shift(day * 1440 + 480, day * 1440 + 960));
        }
        return new Rep(id, id, id, shifts, Set.of(), List.of(), 0, List.of(), null, Set.of(territory));
    }
}
