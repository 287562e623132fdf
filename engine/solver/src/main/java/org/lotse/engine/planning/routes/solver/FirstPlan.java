package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.lotse.engine.planning.routes.RoutePlan;

/**
 * The first plan: what the previous one said as far as it still holds, then agreed appointments, then by regret: next
 * comes the visit that would lose most if its best van were gone.
 */
final class FirstPlan {
    private static final int REGRET_UP_TO = 2_500;
    private final RouteModel model;
    private final Draft draft;
    private final double[][] cost;
    private final RandomGenerator random = new SplittableRandom(0);
    private final BooleanSupplier late;

    private FirstPlan(Draft draft, BooleanSupplier late) {
        this.draft = draft;
        this.model = draft.model;
        this.late = late;
        this.cost = model.visits <= REGRET_UP_TO ? new double[model.visits][model.vans] : new double[0][];
    }

    static void fill(Draft draft, BooleanSupplier late) {
        FirstPlan first = new FirstPlan(draft, late);
        first.appointments();
        first.previous();
        if (first.cost.length > 0) {
            first.byRegret();
        }
        for (int v = 0; v < draft.model.visits && !late.getAsBoolean(); v++) {
            if (draft.tourOf[v] < 0) {
                first.insertCheapest(v);
            }
        }
    }

    private void appointments() {
        List<Integer> pinned = new ArrayList<>();
        for (int v = 0; v < model.visits; v++) {
            if (model.pinned[v]) {
                pinned.add(v);
            }
        }
        pinned.sort((a, b) -> Double.compare(model.opens[a][0], model.opens[b][0]));
        pinned.forEach(this::insertCheapest);
    }

    private void previous() {
        RoutePlan previous = model.problem.previous();
        if (previous == null) {
            return;
        }
        for (int k = 0; k < model.vans; k++) {
            for (int v : inPreviousOrder(k, previous)) {
                Timetable tour = draft.tours[k];
                if (draft.tourOf[v] < 0
                        && model.allowed[v][k]
                        && tour.hasRoomFor(v)
                        && tour.cheapest(v, Double.POSITIVE_INFINITY, 0, random) < Double.POSITIVE_INFINITY) {
                    draft.insert(k, v);
                }
            }
        }
    }

    private List<Integer> inPreviousOrder(int van, RoutePlan previous) {
        List<Integer> order = new ArrayList<>();
        for (RoutePlan.Route route : previous.routes()) {
            for (RoutePlan.Stop stop : route.stops()) {
                for (int v = 0; v < model.visits; v++) {
                    if (model.previousVan[v] == van
                            && model.problem.visits().get(v).id().equals(stop.visit())) {
                        order.add(v);
                    }
                }
            }
        }
        return order;
    }

    private void insertCheapest(int visit) {
        int van = draft.cheapestVan(visit, draft.leftOut(visit), 0, random);
        if (van >= 0) {
            draft.insert(van, visit);
        }
    }

    private void byRegret() {
        List<Integer> open = new ArrayList<>();
        for (int v = 0; v < model.visits; v++) {
            if (draft.tourOf[v] < 0) {
                open.add(v);
            }
        }
        boolean[] shown = new boolean[model.vans];
        open.forEach(v -> Arrays.fill(cost[v], Double.POSITIVE_INFINITY));
        for (int k = 0; k < model.vans; k++) {
            shown[k] = draft.tours[k].size() > 0 || firstEmptyOfKind(k);
            if (shown[k]) {
                update(open, k);
            }
        }
        int[] best = new int[model.visits];
        double[] regret = new double[model.visits];
        open.forEach(v -> regret[v] = regret(v, best));
        while (!open.isEmpty() && !late.getAsBoolean()) {
            int next = 0;
            for (int i = 1; i < open.size(); i++) {
                if (regret[open.get(i)] > regret[open.get(next)]) {
                    next = i;
                }
            }
            int visit = open.set(next, open.getLast());
            open.removeLast();
            int van = best[visit];
            if (van < 0) {
                continue;
            }
            boolean opened = draft.tours[van].size() == 0;
            draft.tours[van].cheapest(visit, Double.POSITIVE_INFINITY, 0, random);
            draft.insert(van, visit);
            update(open, van);
            for (int k = 0; opened && k < model.vans; k++) {
                if (!shown[k] && firstEmptyOfKind(k)) {
                    shown[k] = true;
                    update(open, k);
                }
            }
            open.forEach(v -> regret[v] = regret(v, best));
        }
    }

    private boolean firstEmptyOfKind(int van) {
        if (draft.tours[van].size() > 0) {
            return false;
        }
        for (int k = 0; k < van; k++) {
            if (draft.kind[k] == draft.kind[van] && draft.tours[k].size() == 0) {
                return false;
            }
        }
        return true;
    }

    private void update(List<Integer> open, int van) {
        Timetable tour = draft.tours[van];
        for (int v : open) {
            cost[v][van] = model.allowed[v][van] && tour.hasRoomFor(v)
                    ? tour.cheapest(v, draft.leftOut(v), 0, random)
                    : Double.POSITIVE_INFINITY;
        }
    }

    /** Second best less best; those that must be visited and have one van left come first. */
    private double regret(int visit, int[] best) {
        double first = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        best[visit] = -1;
        double[] costs = cost[visit];
        for (int k = 0; k < costs.length; k++) {
            if (costs[k] < first) {
                second = first;
                first = costs[k];
                best[visit] = k;
            } else if (costs[k] < second) {
                second = costs[k];
            }
        }
        double otherwise = Math.min(second, Math.min(draft.leftOut(visit), 1e12));
        return best[visit] < 0 ? Double.NEGATIVE_INFINITY : otherwise - first;
    }
}
