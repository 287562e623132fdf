package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides the visits of one van, in their order, into trips: for each visit at which a trip may begin it keeps the cheapest
 * and the earliest ways to get there, emptied or filled again at one of the reload places (the split of Prins 2004, with times).
 * A trip leaves when everything it brings is there.
 */
final class Trips {
    /** So many ways to begin a trip at one visit are followed: the cheapest, and earlier ones that cost more. */
    private static final int KEPT = 4;

    private static final double TOLERANCE = 1e-9;
    private final RouteModel model;
    private final Van van;
    private final int number;
    private final double latest;
    private final double[] capacity;
    private final double[] load;

    Trips(RouteModel model, int number, double latest) {
        this.model = model;
        this.number = number;
        this.van = model.van[number];
        this.latest = latest;
        this.capacity =
                van.rep().capacity().stream().mapToDouble(Double::doubleValue).toArray();
        this.load = new double[capacity.length];
    }

    /** A trip that begins at {@code place} at {@code time} with the visit at index {@code first}; {@code before} led there. */
    private record Start(
            int first,
            int place,
            double time,
            double cost,
            double came,
            @Nullable Start before) {}

    /**
     * One trip.
     *
     * @param from index of its first visit
     * @param until index after its last one
     * @param start where it starts
     * @param came when the van came there
     * @param free when it could leave, reloaded
     */
    record Trip(int from, int until, int start, double came, double free) {}

    /** How the visits are driven: what the ways cost, when the van is back, and the trips. */
    record Division(double cost, double back, List<Trip> trips) {
        static final Division NONE = new Division(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());

        boolean possible() {
            return cost < Double.POSITIVE_INFINITY;
        }
    }

    /** The cheapest division of the first {@code size} visits; the overtime of each is charged. */
    Division divide(int[] visits, int size) {
        if (size == 0) {
            return new Division(0, van.from(), List.of());
        }
        List<List<Start>> starts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            starts.add(new ArrayList<>(KEPT));
        }
        starts.getFirst().add(new Start(0, van.start(), van.from(), 0, van.from(), null));
        Ending best = null;
        for (int i = 0; i < size; i++) {
            for (Start start : starts.get(i)) {
                Ending ending = follow(start, visits, size, starts);
                if (ending != null && (best == null || ending.charged < best.charged)) {
                    best = ending;
                }
            }
        }
        return best == null ? Division.NONE : new Division(best.cost, best.back, best.trips(size));
    }

    private record Ending(double charged, double cost, double back, Start last) {
        List<Trip> trips(int size) {
            List<Trip> trips = new ArrayList<>();
            int until = size;
            for (Start start = last; start != null; start = start.before) {
                trips.add(new Trip(start.first, until, start.place, start.came, start.time));
                until = start.first;
            }
            return trips.reversed();
        }
    }

    /** Extends the trip visit by visit as long as the load and the times allow; each end of it is the start of another. */
    private @Nullable Ending follow(Start start, int[] visits, int size, List<List<Start>> starts) {
        for (int d = 0; d < load.length; d++) {
            load[d] = start.before == null ? model.carried(number, d) : 0;
        }
        double leaves = start.time;
        double now = leaves;
        double cost = start.cost;
        int from = start.place;
        for (int i = start.first; i < size; i++) {
            int visit = visits[i];
            if (!takes(visit)) {
                return null;
            }
            int to = model.placeOf[visit];
            cost += model.cost[from * model.places + to];
            if (model.release[visit] > leaves) {
                leaves = model.release[visit];
                now = leave(visits, start.first, i, start.place, leaves);
            } else {
                now = leave(visit, from, now);
            }
            if (!(now <= latest)) {
                return null;
            }
            from = to;
            if (i == size - 1) {
                return ending(start, cost, from, now);
            }
            reload(start, cost, from, now, starts.get(i + 1), i + 1);
        }
        return null;
    }

    private boolean takes(int visit) {
        double[] demand = model.demand[visit];
        boolean fits = true;
        for (int d = 0; d < load.length && d < demand.length; d++) {
            load[d] += demand[d];
            fits &= load[d] <= capacity[d] + TOLERANCE;
        }
        return fits;
    }

    private double leave(int visit, int from, double now) {
        double way = model.minutes[from * model.places + model.placeOf[visit]];
        return model.begin(visit, model.arrive(now, way)) + model.service[visit];
    }

    private double leave(int[] visits, int first, int last, int start, double leaves) {
        double now = leaves;
        int from = start;
        for (int i = first; i <= last; i++) {
            now = leave(visits[i], from, now);
            from = model.placeOf[visits[i]];
        }
        return now;
    }

    private @Nullable Ending ending(Start start, double cost, int from, double now) {
        int way = from * model.places + van.end();
        double back = model.arrive(now, model.minutes[way]);
        double over = Math.max(0, back - van.to()) * model.problem.objective().perOvertimeMinute();
        double all = cost + model.cost[way];
        return back <= latest + TOLERANCE ? new Ending(all + over, all, back, start) : null;
    }

    private void reload(Start start, double cost, int from, double now, List<Start> kept, int next) {
        for (int place : van.reload()) {
            int way = from * model.places + place;
            double came = model.arrive(now, model.minutes[way]);
            double free = came + van.reloadMinutes();
            if (free <= latest) {
                keep(new Start(next, place, free, cost + model.cost[way], came, start), kept);
            }
        }
    }

    private static void keep(Start start, List<Start> kept) {
        for (Start other : kept) {
            if (other.place == start.place && other.time <= start.time && other.cost <= start.cost) {
                return;
            }
        }
        kept.removeIf(other -> other.place == start.place && start.time <= other.time && start.cost <= other.cost);
        int at = 0;
        while (at < kept.size() && kept.get(at).cost <= start.cost) {
            at++;
        }
        if (at < KEPT) {
            kept.add(at, start);
            if (kept.size() > KEPT) {
                kept.removeLast();
            }
        }
    }
}
