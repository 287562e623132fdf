package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.lotse.engine.planning.routes.RoutePlan;

/**
 * The first plan: agreed appointments, then what the previous one said as far as it still holds, then what follows one
 * another, then the rest {@link ByRegret by regret}.
 */
final class FirstPlan {
    private static final int REGRET_UP_TO = 2_500;
    private final RouteModel model;
    private final Draft draft;
    private final BooleanSupplier late;

    private FirstPlan(Draft draft, BooleanSupplier late) {
        this.draft = draft;
        this.model = draft.model;
        this.late = late;
    }

    static void fill(Draft draft, BooleanSupplier late) {
        FirstPlan first = new FirstPlan(draft, late);
        first.appointments();
        first.previous();
        first.inOrder();
        if (draft.model.visits <= REGRET_UP_TO && !draft.model.slow()) {
            new ByRegret(draft, late).fill();
        }
        for (int v : first.soonestClosedFirst()) {
            if (draft.tourOf[v] < 0 && !late.getAsBoolean()) {
                first.insertCheapest(v);
            }
        }
    }

    private int[] soonestClosedFirst() {
        return IntStream.range(0, model.visits)
                .boxed()
                .sorted(Comparator.comparingDouble(this::closes))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double closes(int visit) {
        double[] close = model.closes[visit];
        return close.length == 0 ? Double.POSITIVE_INFINITY : close[close.length - 1];
    }

    /** Agreed appointments alone. */
    static void appointments(Draft draft) {
        new FirstPlan(draft, () -> false).appointments();
    }

    /** Agreed appointments and what the previous plan says, as far as it still holds. */
    static void previous(Draft draft) {
        FirstPlan first = new FirstPlan(draft, () -> false);
        first.appointments();
        first.previous();
        first.dropOutOfOrder();
    }

    /** Visits that come after others or before them, as soon as those are planned. */
    private void inOrder() {
        if (!model.groups.precedence().some()) {
            return;
        }
        dropOutOfOrder();
        boolean more = true;
        while (more) {
            more = false;
            for (int v : soonestClosedFirst()) {
                boolean linked = model.groups.precedence().linked(v);
                if (linked && draft.tourOf[v] < 0 && !late.getAsBoolean()) {
                    insertCheapest(v);
                    more |= draft.tourOf[v] >= 0;
                }
            }
        }
    }

    /** What the previous plan says in an order that no longer holds, or of which the beginning is missing, is planned anew. */
    private void dropOutOfOrder() {
        Precedence precedence = model.groups.precedence();
        boolean more = precedence.some();
        while (more) {
            more = false;
            for (int v = 0; v < model.visits; v++) {
                int van = draft.tourOf[v];
                if (van >= 0 && precedence.linked(v) && !model.pinned[v] && !inOrder(v, van)) {
                    int out = v;
                    int[] rest = Arrays.stream(draft.sequence(van))
                            .filter(other -> other != out)
                            .toArray();
                    draft.set(van, rest, rest.length);
                    more = true;
                }
            }
        }
    }

    private boolean inOrder(int visit, int van) {
        Precedence precedence = model.groups.precedence();
        return precedence.allow(visit, van, draft.tourOf)
                && Arrays.stream(precedence.before(visit))
                        .allMatch(other -> draft.tours[van].find(other) <= draft.indexOf[visit])
                && Arrays.stream(precedence.after(visit))
                        .allMatch(other -> draft.tourOf[other] != van || draft.indexOf[other] > draft.indexOf[visit]);
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

    /** What the previous plan says, tour by tour; where a tour no longer holds, as much of it as still does, in its order. */
    private void previous() {
        RoutePlan previous = model.problem.previous();
        if (previous == null) {
            return;
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int v = 0; v < model.visits; v++) {
            numbers.put(model.problem.visits().get(v).id(), v);
        }
        for (RoutePlan.Route route : previous.routes()) {
            List<Integer> order = new ArrayList<>();
            for (RoutePlan.Stop stop : route.stops()) {
                Integer visit = numbers.get(stop.visit());
                if (visit != null && model.pairings.before(visit) >= 0) {
                    order.add(visit);
                }
            }
            if (!order.isEmpty()) {
                keep(model.pairings.before(order.getFirst()), order);
            }
        }
    }

    private void keep(int van, List<Integer> order) {
        Timetable tour = draft.tours[van];
        int[] before = draft.sequence(van);
        int[] whole = order.stream()
                .filter(v -> model.allowed[v][van] && (draft.tourOf[v] < 0 || draft.tourOf[v] == van))
                .filter(v -> model.groups.spaced(v, van, draft.tourOf))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean pinnedInside =
                Arrays.stream(before).allMatch(v -> Arrays.stream(whole).anyMatch(w -> w == v));
        if (pinnedInside) {
            draft.set(van, whole, whole.length);
            if (tour.feasible() && tour.loadFits()) {
                return;
            }
            draft.set(van, before, before.length);
        }
        for (int v : whole) {
            if (draft.tourOf[v] < 0
                    && model.groups.allow(v, van, draft.tourOf)
                    && tour.hasRoomFor(v)
                    && tour.cheapest(v, Double.POSITIVE_INFINITY, Chance.NONE) < Double.POSITIVE_INFINITY) {
                draft.insert(van, v);
            }
        }
    }

    private void insertCheapest(int visit) {
        int van = draft.cheapestVan(visit, draft.leftOut(visit), Chance.NONE);
        if (van >= 0) {
            draft.insert(van, visit);
        }
    }
}
