package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.TravelTable;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;

/** A route problem as arrays. A "van" is one rep in one shift; visits, vans and places are numbered. */
final class RouteModel {
    /** Not in the previous plan, and in a shift that no longer exists. */
    private static final int NEW = -3;

    private static final int GONE = -2;
    final RouteProblem problem;
    final int visits;
    final int vans;
    final int places;
    /** Minutes and cost of the way, row by row. */
    final double[] minutes;

    final double[] cost;
    final double[] kilometres;
    final int[] placeOf;
    final double[] service;
    final double[][] opens;
    final double[][] closes;
    final double[][] demand;
    /** Price of leaving the visit out; infinite when it must not be. */
    final double[] price;

    final boolean[] pinned;
    final boolean[][] allowed;
    final int[] previousVan;
    final Van[] van;

    /** One rep in one shift. */
    record Van(Rep rep, int shift, int start, int end, double from, double to, double used, List<Rep.Break> breaks) {}

    RouteModel(RouteProblem problem) {
        this.problem = problem;
        this.visits = problem.visits().size();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        problem.reps().forEach(r -> {
            numbers.putIfAbsent(r.start(), numbers.size());
            numbers.putIfAbsent(r.end(), numbers.size());
        });
        problem.visits().forEach(v -> numbers.putIfAbsent(v.place(), numbers.size()));
        this.places = numbers.size();
        TravelTable table = problem.travel().between(List.copyOf(numbers.keySet()), problem.places());
        this.minutes = table.minutes();
        this.kilometres = table.kilometres();
        this.cost = new double[minutes.length];
        for (int i = 0; i < cost.length; i++) {
            cost[i] = Double.isInfinite(minutes[i]) || Double.isInfinite(kilometres[i])
                    ? Double.POSITIVE_INFINITY
                    : problem.objective().perMinute() * minutes[i]
                            + problem.objective().perKilometre() * kilometres[i];
        }
        this.van = vans(problem, numbers);
        this.vans = van.length;
        this.placeOf = new int[visits];
        this.service = new double[visits];
        this.opens = new double[visits][];
        this.closes = new double[visits][];
        this.demand = new double[visits][];
        this.price = new double[visits];
        this.pinned = new boolean[visits];
        this.allowed = new boolean[visits][vans];
        this.previousVan = previousVans();
        for (int v = 0; v < visits; v++) {
            visit(v, problem.visits().get(v), numbers);
        }
    }

    private static Van[] vans(RouteProblem problem, Map<String, Integer> numbers) {
        List<Van> vans = new ArrayList<>();
        for (Rep rep : problem.reps()) {
            for (int s = 0; s < rep.shifts().size(); s++) {
                Window shift = rep.shifts().get(s);
                List<Rep.Break> breaks = rep.breaks().stream()
                        .filter(b -> b.latestStart() >= shift.from() && b.from() < shift.to() && b.minutes() > 0)
                        .sorted(Comparator.comparingDouble(Rep.Break::from))
                        .toList();
                vans.add(new Van(
                        rep,
                        s,
                        numbers.getOrDefault(rep.start(), 0),
                        numbers.getOrDefault(rep.end(), 0),
                        shift.from(),
                        shift.to(),
                        problem.objective().perRep() + rep.fixedCost(),
                        breaks));
            }
        }
        return vans.toArray(Van[]::new);
    }

    private void visit(int v, Visit visit, Map<String, Integer> numbers) {
        placeOf[v] = numbers.getOrDefault(visit.place(), 0);
        service[v] = visit.serviceMinutes();
        demand[v] = visit.demand().stream().mapToDouble(Double::doubleValue).toArray();
        Double leftOut = problem.priceOfLeavingOut(visit);
        price[v] = leftOut == null ? Double.POSITIVE_INFINITY : leftOut;
        List<Window> windows = Windows.of(visit);
        opens[v] = windows.stream().mapToDouble(Window::from).toArray();
        closes[v] = windows.stream().mapToDouble(Window::to).toArray();
        Visit.Pin pin = visit.pinned();
        pinned[v] = pin != null;
        for (int k = 0; k < vans; k++) {
            Rep rep = van[k].rep();
            allowed[v][k] = rep.skills().containsAll(visit.skills())
                    && fits(demand[v], rep.capacity())
                    && (pin == null || pin.rep().equals(rep.id()));
        }
    }

    static boolean fits(double[] demand, List<Double> capacity) {
        for (int d = 0; d < demand.length && !capacity.isEmpty(); d++) {
            if (demand[d] > (d < capacity.size() ? capacity.get(d) : 0)) {
                return false;
            }
        }
        return true;
    }

    private int[] previousVans() {
        Map<String, Integer> numberOf = new HashMap<>();
        for (int v = 0; v < visits; v++) {
            numberOf.put(problem.visits().get(v).id(), v);
        }
        int[] before = new int[visits];
        Arrays.fill(before, NEW);
        RoutePlan previous = problem.previous();
        for (RoutePlan.Route route : previous == null ? List.<RoutePlan.Route>of() : previous.routes()) {
            int known = GONE;
            for (int k = 0; k < vans; k++) {
                known = van[k].rep().id().equals(route.rep()) && van[k].shift() == route.shift() ? k : known;
            }
            for (RoutePlan.Stop stop : route.stops()) {
                Integer v = numberOf.get(stop.visit());
                if (v != null) {
                    before[v] = known;
                }
            }
        }
        return before;
    }

    /** When the service begins for one who arrives then; infinite when it is too late. */
    double begin(int visit, double arrive) {
        double[] close = closes[visit];
        for (int w = 0; w < close.length; w++) {
            if (arrive <= close[w]) {
                return Math.max(arrive, opens[visit][w]);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The latest arrival from which the service still can begin at {@code latest} or before; negative infinity if none. */
    double latestArrival(int visit, double latest) {
        for (int w = opens[visit].length - 1; w >= 0; w--) {
            if (opens[visit][w] <= latest) {
                return Math.min(closes[visit][w], latest);
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** What it costs, beside the way, to have the visit in this van, or left out (-1), instead of where it was. */
    double disturbance(int visit, int inVan) {
        int before = previousVan[visit];
        return before != NEW && before != inVan ? problem.disturbancePrice() : 0;
    }
}
