package org.lotse.engine.planning.routes;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The routes of all reps who drive.
 *
 * @param unplanned visits left out, and why
 * @param cost travel, reps who drive, visits left out that have a price, and disturbance, in the objective's unit
 * @param travelMinutes sum over the routes
 * @param kilometres sum over the routes, or null when they are not known
 * @param feasible false when a visit that must not be left out had to be
 */
public record RoutePlan(
        List<Route> routes,
        List<Unplanned> unplanned,
        double cost,
        double travelMinutes,
        @Nullable Double kilometres,
        boolean feasible) {
    public RoutePlan {
        routes = List.copyOf(routes);
        unplanned = List.copyOf(unplanned);
    }

    /** The same plan with only those visits in its routes that are wanted; times and costs are as before. */
    public RoutePlan visiting(Predicate<String> wanted) {
        return new RoutePlan(
                routes.stream().map(route -> route.visiting(wanted)).toList(),
                unplanned,
                cost,
                travelMinutes,
                kilometres,
                feasible);
    }

    /**
     * One rep's way through one shift.
     *
     * @param shift number of the shift, from 0
     * @param depart when the rep leaves the start
     * @param back when the rep is at the end
     * @param reloads when and where the vehicle is emptied or filled again
     */
    public record Route(
            String rep,
            int shift,
            double depart,
            List<Stop> stops,
            List<Rest> rests,
            double back,
            double travelMinutes,
            @Nullable Double kilometres,
            List<Reload> reloads) {
        public Route {
            stops = List.copyOf(stops);
            rests = List.copyOf(rests);
            reloads = List.copyOf(reloads);
        }

        private Route visiting(Predicate<String> wanted) {
            return new Route(
                    rep,
                    shift,
                    depart,
                    stops.stream().filter(stop -> wanted.test(stop.visit())).toList(),
                    rests,
                    back,
                    travelMinutes,
                    kilometres,
                    reloads);
        }

        /** A route on which nothing is reloaded. */
        public Route(
                String rep,
                int shift,
                double depart,
                List<Stop> stops,
                List<Rest> rests,
                double back,
                double travelMinutes,
                @Nullable Double kilometres) {
            this(rep, shift, depart, stops, rests, back, travelMinutes, kilometres, List.of());
        }
    }

    /** The vehicle is emptied or filled again; it goes on when that is done and what comes next is there. */
    public record Reload(String place, double arrive, double leave) {}

    /** A visit in its place on the route; the rep may leave later than the service ends when a rest is taken there. */
    public record Stop(String visit, double arrive, double start, double leave) {}

    /** A rest taken within the route. */
    public record Rest(double from, double to) {}

    /**
     * A visit left out.
     *
     * @param wouldHelp each of these alone would bring it in; empty when nothing small would, or nobody looked
     */
    public record Unplanned(String visit, VisitReason reason, List<WouldHelp> wouldHelp) {
        public Unplanned {
            wouldHelp = List.copyOf(wouldHelp);
        }
    }
}
