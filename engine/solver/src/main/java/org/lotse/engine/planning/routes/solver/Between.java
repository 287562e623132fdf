package org.lotse.engine.planning.routes.solver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;

/**
 * When a visit could begin in a plan in force without turning round the order it stands in: those it follows are over, those
 * that follow it have not begun.
 *
 * @param never one of those it follows is not in the plan
 */
record Between(double from, double to, boolean never) {
    static Between of(Visit visit, RouteProblem problem, RoutePlan plan) {
        Map<String, RoutePlan.Stop> stops = new HashMap<>();
        plan.routes().forEach(route -> route.stops().forEach(stop -> stops.put(stop.visit(), stop)));
        Map<String, Visit> visits = new HashMap<>();
        problem.visits().forEach(one -> visits.put(one.id(), one));
        double from = Double.NEGATIVE_INFINITY;
        boolean never = false;
        for (String earlier : visit.after()) {
            RoutePlan.Stop stop = stops.get(earlier);
            Visit before = visits.get(earlier);
            never |= stop == null || before == null;
            from = stop == null || before == null ? from : Math.max(from, stop.start() + before.serviceMinutes());
        }
        double to = Double.POSITIVE_INFINITY;
        for (Visit later : problem.visits()) {
            RoutePlan.Stop stop = later.after().contains(visit.id()) ? stops.get(later.id()) : null;
            to = stop == null ? to : Math.min(to, stop.start() - visit.serviceMinutes());
        }
        return new Between(from, to, never);
    }

    /** The visit with windows that end in time, or null when it can begin at no time; the beginning is the caller's to keep. */
    @Nullable
    Visit cut(Visit visit) {
        if (never) {
            return null;
        }
        if (to == Double.POSITIVE_INFINITY) {
            return visit;
        }
        List<Window> windows = Windows.of(visit).stream()
                .filter(window -> window.from() <= to)
                .map(window -> new Window(window.from(), Math.min(window.to(), to)))
                .toList();
        return windows.isEmpty() ? null : visit.within(windows);
    }
}
