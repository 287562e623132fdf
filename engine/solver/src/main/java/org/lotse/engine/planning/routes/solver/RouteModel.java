package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.routes.HourFactors;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;

/** A route problem as arrays. A "van" is one rep in one shift; visits, vans and places are numbered. */
final class RouteModel {
    private static final double DAY = 1440;

    final RouteProblem problem;
    final int visits;
    final int vans;
    final int places;
    /** Minutes and cost of the way, row by row. */
    final double[] minutes;

    final double[] cost;
    final double[] kilometres;
    final Ways ways;
    final int[] placeOf;
    final double[] service;
    final double[][] opens;
    final double[][] closes;
    final double[][] demand;
    /** Price of leaving the visit out; infinite when it must not be. */
    final double[] price;

    /** When what the visit brings can leave; negative infinity when it is there from the beginning. */
    final double[] release;

    final boolean[] pinned;
    final boolean[][] allowed;
    /** What a visit costs in a van beside the way there. */
    final Pairings pairings;

    final Van[] van;
    /** Vans that are alike have the same kind; of the empty ones of a kind only the first needs to be tried. */
    final int[] kind;

    /** Visits that belong together. */
    final Groups groups;

    /** How much each rep should do. */
    final FairShares shares;

    private final double[] smallest;
    /** Null when all hours are alike. */
    private final @Nullable HourFactors hours;

    /** Whether anything has to be waited for. */
    private final boolean waiting;

    private final boolean trips;

    RouteModel(RouteProblem problem) {
        this(problem, Ways.of(problem));
    }

    /** With ways that are known already and reach every place of the problem. */
    RouteModel(RouteProblem problem, Ways ways) {
        this.problem = problem;
        this.visits = problem.visits().size();
        this.ways = ways;
        this.places = ways.places;
        this.minutes = ways.minutes;
        this.kilometres = ways.kilometres;
        this.cost = ways.cost;
        this.van = Van.of(problem, ways.numbers);
        this.vans = van.length;
        this.smallest = smallest(van, problem.visits());
        this.placeOf = new int[visits];
        this.service = new double[visits];
        this.opens = new double[visits][];
        this.closes = new double[visits][];
        this.demand = new double[visits][];
        this.price = new double[visits];
        this.pinned = new boolean[visits];
        this.release = new double[visits];
        this.hours = problem.travel().hours().some() ? problem.travel().hours() : null;
        this.allowed = new boolean[visits][];
        this.groups = new Groups(problem.visits(), days(van));
        Map<Set<String>, boolean[]> skilled = new HashMap<>();
        boolean waits = false;
        for (int v = 0; v < visits; v++) {
            Visit visit = problem.visits().get(v);
            waits |= visit.release() != null;
            visit(v, visit, ways.numbers, skilled.computeIfAbsent(visit.skills(), this::skilled));
        }
        Handovers.cut(this, days(van));
        this.pairings = new Pairings(problem, van);
        this.waiting = waits;
        this.trips = waits || Arrays.stream(van).anyMatch(one -> one.reload().length > 0);
        this.kind = Kinds.of(this);
        this.shares = new FairShares(this);
    }

    private RouteModel(RouteModel smaller, Visit more, int place, RouteProblem problem) {
        this.problem = problem;
        this.visits = smaller.visits + 1;
        this.ways = smaller.ways;
        this.places = smaller.places;
        this.minutes = smaller.minutes;
        this.kilometres = smaller.kilometres;
        this.cost = smaller.cost;
        this.van = smaller.van;
        this.vans = smaller.vans;
        this.smallest = smaller.smallest;
        this.kind = smaller.kind;
        this.pairings = new Pairings(smaller.pairings, more, problem);
        this.groups = smaller.groups.withLoner();
        this.placeOf = Arrays.copyOf(smaller.placeOf, visits);
        this.service = Arrays.copyOf(smaller.service, visits);
        this.opens = Arrays.copyOf(smaller.opens, visits);
        this.closes = Arrays.copyOf(smaller.closes, visits);
        this.demand = Arrays.copyOf(smaller.demand, visits);
        this.price = Arrays.copyOf(smaller.price, visits);
        this.pinned = Arrays.copyOf(smaller.pinned, visits);
        this.release = Arrays.copyOf(smaller.release, visits);
        this.hours = smaller.hours;
        this.waiting = smaller.waiting || more.release() != null;
        this.trips = smaller.trips || more.release() != null;
        this.allowed = Arrays.copyOf(smaller.allowed, visits);
        visit(visits - 1, more, Map.of(more.place(), place), skilled(more.skills()));
        this.shares = smaller.shares;
    }

    /** With one visit more, as the last one; nobody has agreed to it yet. */
    RouteModel with(Visit more, @Nullable Place where, Ways ways) {
        List<Visit> all = new ArrayList<>(problem.visits());
        all.add(more);
        List<Place> known = problem.places();
        if (where != null && !ways.numbers.containsKey(more.place())) {
            known = new ArrayList<>(problem.places());
            known.add(where);
        }
        RouteProblem larger = new RouteProblem(
                problem.travel(),
                known,
                problem.reps(),
                all,
                problem.objective(),
                problem.previous(),
                problem.disturbancePrice());
        return new RouteModel(this, more, ways.look(more.place(), larger), larger);
    }

    /** From now on the visit is agreed for this van and minute. */
    void agree(int visit, int van, double at) {
        pinned[visit] = true;
        opens[visit] = new double[] {at};
        closes[visit] = new double[] {at};
        allowed[visit] = new boolean[vans];
        allowed[visit][van] = true;
    }

    private boolean[] skilled(Set<String> skills) {
        boolean[] skilled = new boolean[vans];
        for (int k = 0; k < vans; k++) {
            skilled[k] = van[k].rep().skills().containsAll(skills);
        }
        return skilled;
    }

    private void visit(int v, Visit visit, Map<String, Integer> numbers, boolean[] skilled) {
        placeOf[v] = numbers.getOrDefault(visit.place(), 0);
        service[v] = visit.serviceMinutes();
        release[v] = visit.release() == null ? Double.NEGATIVE_INFINITY : visit.release();
        demand[v] = visit.demand().stream().mapToDouble(Double::doubleValue).toArray();
        Double leftOut = problem.priceOfLeavingOut(visit);
        price[v] = leftOut == null ? Double.POSITIVE_INFINITY : leftOut;
        List<Window> windows = Windows.of(visit);
        opens[v] = windows.stream().mapToDouble(Window::from).toArray();
        closes[v] = windows.stream().mapToDouble(Window::to).toArray();
        Visit.Pin pin = visit.pinned();
        pinned[v] = pin != null;
        String only = pin == null ? visit.onlyRep() : pin.rep();
        if (only == null && fitsEverywhere(demand[v])) {
            allowed[v] = skilled;
            return;
        }
        allowed[v] = new boolean[vans];
        for (int k = 0; k < vans; k++) {
            Rep rep = van[k].rep();
            allowed[v][k] = skilled[k] && fits(demand[v], rep.capacity()) && (only == null || only.equals(rep.id()));
        }
    }

    private static int[] days(Van[] van) {
        return Arrays.stream(van)
                .mapToInt(one -> (int) Math.floor(one.from() / DAY))
                .toArray();
    }

    private boolean fitsEverywhere(double[] demand) {
        for (int d = 0; d < demand.length; d++) {
            if (demand[d] > (d < smallest.length ? smallest[d] : 0)) {
                return false;
            }
        }
        return true;
    }

    /** What fits into every van, per dimension; infinite where none has a limit. */
    private static double[] smallest(Van[] van, List<Visit> visits) {
        int dimensions = visits.stream().mapToInt(v -> v.demand().size()).max().orElse(0);
        double[] smallest = new double[dimensions];
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        for (Van one : van) {
            List<Double> capacity = one.rep().capacity();
            for (int d = 0; d < dimensions && !capacity.isEmpty(); d++) {
                smallest[d] = Math.min(smallest[d], d < capacity.size() ? capacity.get(d) : 0);
            }
        }
        return smallest;
    }

    static boolean fits(double[] demand, List<Double> capacity) {
        for (int d = 0; d < demand.length && !capacity.isEmpty(); d++) {
            if (demand[d] > (d < capacity.size() ? capacity.get(d) : 0)) {
                return false;
            }
        }
        return true;
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

    /** When one is there who leaves then on a way of so many minutes. */
    double arrive(double depart, double way) {
        return hours == null ? depart + way : hours.arrive(depart, way);
    }

    /** When one has to leave at the latest to be there then. */
    double depart(double arrive, double way) {
        return hours == null ? arrive - way : hours.depart(arrive, way);
    }

    /** What is in the van from the beginning. */
    double carried(int inVan, int dimension) {
        List<Double> before = van[inVan].carried();
        return dimension < before.size() ? before.get(dimension) : 0;
    }

    /** Whether the van goes in trips: it can reload, or something it could bring has to be waited for. */
    boolean inTrips(int number) {
        return trips && (waiting || van[number].reload().length > 0);
    }

    /** Whether trying an insertion takes long, because a whole tour has to be divided into trips for it. */
    boolean slow() {
        return trips;
    }

    /** What the detour over {@code here} costs, wherever the van is emptied. */
    double freeDetour(int from, int here, int to) {
        return cost[from * places + here] + cost[here * places + to] - cost[from * places + to];
    }

    /** Which place has this number. */
    String nameOf(int place) {
        for (Map.Entry<String, Integer> known : ways.numbers.entrySet()) {
            if (known.getValue() == place) {
                return known.getKey();
            }
        }
        throw new IllegalStateException("No place has the number " + place + ".");
    }
}
