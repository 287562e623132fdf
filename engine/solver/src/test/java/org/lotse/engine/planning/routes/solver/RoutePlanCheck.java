package org.lotse.engine.planning.routes.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RoutePlan.Rest;
import org.lotse.engine.planning.routes.RoutePlan.Route;
import org.lotse.engine.planning.routes.RoutePlan.Stop;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.TravelTable;
import org.lotse.engine.planning.routes.Visit;

/** Checks a plan against its problem from scratch, without anything the solver uses. */
final class RoutePlanCheck {
    private static final double TOLERANCE = 1e-6;
    private final RouteProblem problem;
    private final RoutePlan plan;
    private final Map<String, Visit> visits = new HashMap<>();
    private final Map<String, String> vanOf = new HashMap<>();
    private final Map<String, String> groupVan = new HashMap<>();
    private final Map<String, Double> service = new HashMap<>();
    private final Map<String, List<Integer>> days = new HashMap<>();
    private double cost;
    private double minutes;

    private RoutePlanCheck(RouteProblem problem, RoutePlan plan) {
        this.problem = problem;
        this.plan = plan;
        problem.visits().forEach(v -> visits.put(v.id(), v));
    }

    static void check(RouteProblem problem, RoutePlan plan) {
        new RoutePlanCheck(problem, plan).run();
    }

    private void run() {
        Set<String> vans = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (Route route : plan.routes()) {
            assertThat(vans.add(route.rep() + "/" + route.shift())).isTrue();
            route.stops()
                    .forEach(s -> assertThat(seen.add(s.visit())).as(s.visit()).isTrue());
            route(route);
        }
        boolean feasible = true;
        for (RoutePlan.Unplanned left : plan.unplanned()) {
            assertThat(seen.add(left.visit())).as(left.visit()).isTrue();
            Double price = problem.priceOfLeavingOut(visit(left.visit()));
            feasible &= price != null;
            cost += price == null ? 0 : price;
        }
        assertThat(seen).isEqualTo(visits.keySet());
        assertThat(plan.feasible()).isEqualTo(feasible);
        order();
        disturbance();
        uneven();
        assertThat(plan.cost()).isCloseTo(cost, within(1e-4));
        assertThat(plan.travelMinutes()).isCloseTo(minutes, within(1e-4));
    }

    private void order() {
        Map<String, Stop> stops = new HashMap<>();
        plan.routes().forEach(route -> route.stops().forEach(stop -> stops.put(stop.visit(), stop)));
        for (Visit visit : problem.visits()) {
            Stop stop = stops.get(visit.id());
            for (String earlier : visit.after()) {
                Stop before = stops.get(earlier);
                boolean over = stop == null
                        || (before != null
                                && stop.start()
                                        >= before.start() + visit(earlier).serviceMinutes() - TOLERANCE);
                assertThat(over || (before == null && visit.pinned() != null))
                        .as(visit.id() + " at " + stop + " follows " + earlier + " at " + before)
                        .isTrue();
            }
        }
    }

    private void disturbance() {
        RoutePlan previous = problem.previous();
        for (Route route : previous == null ? List.<Route>of() : previous.routes()) {
            for (Stop stop : route.stops()) {
                String van = route.rep() + "/" + route.shift();
                cost += visits.containsKey(stop.visit()) && !van.equals(vanOf.get(stop.visit()))
                        ? problem.disturbancePrice()
                        : 0;
            }
        }
    }

    private Visit visit(String id) {
        Visit visit = visits.get(id);
        assertThat(visit).as("known visit " + id).isNotNull();
        if (visit == null) {
            throw new AssertionError(id);
        }
        return visit;
    }

    private void route(Route route) {
        Rep rep = problem.reps().stream()
                .filter(r -> r.id().equals(route.rep()))
                .findFirst()
                .orElseThrow();
        Rep.Shift shift = rep.shifts().get(route.shift());
        assertThat(route.depart()).isGreaterThanOrEqualTo(shift.from() - TOLERANCE);
        Walk walk = new Walk(rep, shift, route.depart());
        List<RoutePlan.Reload> reloads = new ArrayList<>(route.reloads());
        for (Stop stop : route.stops()) {
            while (!reloads.isEmpty() && reloads.getFirst().leave() <= stop.arrive() + TOLERANCE) {
                walk.reload(reloads.removeFirst());
            }
            Visit visit = visit(stop.visit());
            vanOf.put(visit.id(), route.rep() + "/" + route.shift());
            walk.visit(visit, stop);
            stop(stop, visit, rep);
            String preferred = visit.preferredRep();
            cost += preferred == null || preferred.equals(rep.id())
                    ? 0
                    : problem.objective().perOtherRep();
            cost += rep.isHomeIn(visit.area()) ? 0 : problem.objective().perOutsideTerritory();
            service.merge(rep.id(), visit.serviceMinutes(), Double::sum);
            series(visit, (int) Math.floor(shift.from() / 1440));
            String group = visit.group();
            if (group != null) {
                String van = route.rep() + "/" + route.shift();
                assertThat(groupVan.merge(group, van, (one, other) -> one)).isEqualTo(van);
            }
        }
        assertThat(reloads).as("reloads after the last stop").isEmpty();
        walk.end(route);
        double travel = walk.travel;
        double kilometres = walk.kilometres;
        assertThat(route.back()).isLessThanOrEqualTo(shift.latest() + TOLERANCE);
        breaks(route, rep, shift);
        minutes += travel;
        assertThat(route.travelMinutes()).isCloseTo(travel, within(TOLERANCE));
        cost += problem.objective().perMinute() * travel
                + problem.objective().perKilometre() * kilometres
                + problem.objective().perRep()
                + problem.objective().perOvertimeMinute() * Math.max(0, route.back() - shift.to())
                + rep.fixedCost();
    }

    private void series(Visit visit, int day) {
        Visit.Series one = visit.series();
        if (one != null) {
            List<Integer> others = days.computeIfAbsent(one.id(), id -> new ArrayList<>());
            assertThat(others).as("days of " + one).allMatch(other -> Math.abs(other - day) >= one.daysBetween());
            others.add(day);
        }
    }

    private void uneven() {
        double work =
                problem.visits().stream().mapToDouble(Visit::serviceMinutes).sum();
        double all = problem.reps().stream().mapToDouble(RoutePlanCheck::length).sum();
        for (Rep rep : problem.reps()) {
            double share = work * length(rep) / all;
            cost += Math.max(0, service.getOrDefault(rep.id(), 0.0) - share)
                    * problem.objective().perUnevenMinute();
        }
    }

    private static double length(Rep rep) {
        return rep.shifts().stream().mapToDouble(s -> s.to() - s.from()).sum();
    }

    /** Goes from place to place with the vehicle's load. */
    private final class Walk {
        private final Rep rep;
        private final double[] load;
        private String at;
        private double left;
        /** When the trip began. */
        private double began;

        private double travel;
        private double kilometres;

        Walk(Rep rep, Rep.Shift shift, double depart) {
            this.rep = rep;
            String start = shift.start();
            this.at = start == null ? rep.start() : start;
            this.left = depart;
            this.began = depart;
            this.load = new double[rep.capacity().size()];
        }

        private double to(String place) {
            TravelTable table = problem.travel().between(List.of(at, place), problem.places());
            travel += table.minutes(0, 1);
            kilometres += table.kilometres(0, 1);
            at = place;
            return problem.travel().hours().arrive(left, table.minutes(0, 1));
        }

        void visit(Visit visit, Stop stop) {
            assertThat(stop.arrive()).isGreaterThanOrEqualTo(to(visit.place()) - TOLERANCE);
            Double release = visit.release();
            assertThat(began)
                    .as("what " + visit.id() + " gets is there")
                    .isGreaterThanOrEqualTo((release == null ? 0 : release) - TOLERANCE);
            for (int d = 0; d < load.length; d++) {
                load[d] += d < visit.demand().size() ? visit.demand().get(d) : 0;
                assertThat(load[d]).isLessThanOrEqualTo(rep.capacity().get(d) + TOLERANCE);
            }
            left = stop.leave();
        }

        void reload(RoutePlan.Reload reload) {
            Rep.Reload allowed = rep.reload();
            assertThat(allowed == null ? List.<String>of() : allowed.places()).contains(reload.place());
            assertThat(reload.arrive()).isGreaterThanOrEqualTo(to(reload.place()) - TOLERANCE);
            assertThat(reload.leave() - reload.arrive())
                    .isGreaterThanOrEqualTo((allowed == null ? 0 : allowed.minutes()) - TOLERANCE);
            java.util.Arrays.fill(load, 0);
            left = reload.leave();
            began = left;
        }

        void end(Route route) {
            assertThat(route.back()).isGreaterThanOrEqualTo(to(rep.end()) - TOLERANCE);
        }
    }

    private static void stop(Stop stop, Visit visit, Rep rep) {
        assertThat(rep.skills()).containsAll(visit.skills());
        assertThat(stop.start()).isGreaterThanOrEqualTo(stop.arrive() - TOLERANCE);
        assertThat(stop.leave()).isGreaterThanOrEqualTo(stop.start() + visit.serviceMinutes() - TOLERANCE);
        Visit.Pin pin = visit.pinned();
        if (pin != null) {
            assertThat(rep.id()).isEqualTo(pin.rep());
            assertThat(stop.start()).isCloseTo(pin.at(), within(TOLERANCE));
            return;
        }
        Double due = visit.due();
        assertThat(stop.start()).isLessThanOrEqualTo((due == null ? Double.MAX_VALUE : due) + TOLERANCE);
        assertThat(visit.windows().isEmpty()
                        || visit.windows().stream()
                                .anyMatch(w ->
                                        stop.start() >= w.from() - TOLERANCE && stop.start() <= w.to() + TOLERANCE))
                .as("window of " + visit.id())
                .isTrue();
    }

    private void breaks(Route route, Rep rep, Rep.Shift shift) {
        List<Rest> rests = new ArrayList<>(route.rests());
        for (Rest rest : rests) {
            assertThat(rest.to() <= route.depart() + TOLERANCE
                            || rest.from() >= route.back() - rest.to() + rest.from() - TOLERANCE
                            || route.stops().stream().anyMatch(s -> between(rest, s)))
                    .as("rest " + rest + " of " + route)
                    .isTrue();
        }
        for (Rep.Break pause : rep.breaks()) {
            boolean concerns = pause.latestStart() >= shift.from() && pause.from() < shift.to() && pause.minutes() > 0;
            if (concerns && route.back() > pause.latestStart() + TOLERANCE) {
                assertThat(rests.removeIf(r -> Math.abs(r.to() - r.from() - pause.minutes()) < TOLERANCE
                                && r.from() >= pause.from() - TOLERANCE
                                && r.from() <= pause.latestStart() + TOLERANCE))
                        .as("break " + pause + " in " + route)
                        .isTrue();
            }
        }
    }

    private boolean between(Rest rest, Stop stop) {
        double done = stop.start() + visit(stop.visit()).serviceMinutes();
        return (rest.from() >= stop.arrive() - TOLERANCE && rest.to() <= stop.start() + TOLERANCE)
                || (rest.from() >= done - TOLERANCE && rest.to() <= stop.leave() + TOLERANCE);
    }
}
