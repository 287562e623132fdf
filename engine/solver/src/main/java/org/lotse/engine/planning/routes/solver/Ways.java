package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.TravelTable;
import org.lotse.engine.planning.routes.TravelTimes;

/**
 * Minutes, kilometres and cost between the numbered places of a problem, row by row. There is room for some places more, so
 * that a visit entered during the day does not need all ways to be worked out again; unused room is infinitely far away.
 */
final class Ways {
    private static final int SPARE = 64;
    final Map<String, Integer> numbers;
    /** Length of a row. */
    final int places;

    final double[] minutes;
    final double[] kilometres;
    /** The same array as the minutes where a minute costs one and a kilometre nothing. */
    final double[] cost;
    /** What the dearest way costs that can be driven. */
    private double dearest;

    private final double[] leastFrom;
    private final double[] leastTo;

    private Ways(Map<String, Integer> numbers, int places, double[] minutes, double[] kilometres, Objective objective) {
        this.numbers = numbers;
        this.places = places;
        this.minutes = minutes;
        this.kilometres = kilometres;
        boolean minutesCost = objective.perMinute() == 1 && objective.perKilometre() == 0 && sameWays();
        this.cost = minutesCost ? minutes : new double[minutes.length];
        for (int i = 0; i < cost.length && !minutesCost; i++) {
            cost[i] = cost(i, objective);
        }
        for (double way : cost) {
            dearest = way < Double.POSITIVE_INFINITY ? Math.max(dearest, way) : dearest;
        }
        this.leastFrom = new double[places];
        this.leastTo = new double[places];
        Arrays.fill(leastFrom, Double.NaN);
        Arrays.fill(leastTo, Double.NaN);
    }

    /** What the dearest way costs that can be driven; 0 without any. */
    double dearest() {
        return dearest;
    }

    /** No way from the place to another one costs less; worked out when first asked for, the same whoever asks first. */
    double leastFrom(int place) {
        if (Double.isNaN(leastFrom[place])) {
            leastFrom[place] = least(place, true);
        }
        return leastFrom[place];
    }

    /** No way to the place from another one costs less. */
    double leastTo(int place) {
        if (Double.isNaN(leastTo[place])) {
            leastTo[place] = least(place, false);
        }
        return leastTo[place];
    }

    private double least(int place, boolean going) {
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < places; other++) {
            if (other != place) {
                least = Math.min(least, going ? cost[place * places + other] : cost[other * places + place]);
            }
        }
        return least;
    }

    private boolean sameWays() {
        for (int i = 0; i < minutes.length; i++) {
            if (Double.isInfinite(kilometres[i]) && !Double.isInfinite(minutes[i])) {
                return false;
            }
        }
        return true;
    }

    private double cost(int at, Objective objective) {
        return Double.isInfinite(minutes[at]) || Double.isInfinite(kilometres[at])
                ? Double.POSITIVE_INFINITY
                : objective.perMinute() * minutes[at] + objective.perKilometre() * kilometres[at];
    }

    /** The ways of a problem, without spare room. */
    static Ways of(RouteProblem problem) {
        return of(problem, 0);
    }

    /** The ways of a problem, with room for places more. */
    static Ways roomy(RouteProblem problem) {
        return of(problem, SPARE);
    }

    private static Ways of(RouteProblem problem, int spare) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        placesOf(problem).forEach(place -> numbers.putIfAbsent(place, numbers.size()));
        TravelTable table = problem.travel().between(List.copyOf(numbers.keySet()), problem.places());
        int places = numbers.size() + spare;
        return new Ways(
                numbers,
                places,
                spread(table.minutes(), numbers.size(), places),
                spread(table.kilometres(), numbers.size(), places),
                problem.objective());
    }

    /** Where reps start and end and where visits are. */
    private static Set<String> placesOf(RouteProblem problem) {
        Set<String> places = new LinkedHashSet<>();
        for (Rep rep : problem.reps()) {
            places.add(rep.start());
            places.add(rep.end());
            for (Rep.Shift shift : rep.shifts()) {
                String start = shift.start();
                if (start != null) {
                    places.add(start);
                }
            }
        }
        for (Rep rep : problem.reps()) {
            Rep.Reload reload = rep.reload();
            if (reload != null) {
                places.addAll(reload.places());
            }
        }
        problem.visits().forEach(visit -> places.add(visit.place()));
        return places;
    }

    private static double[] spread(double[] table, int known, int places) {
        if (known == places) {
            return table;
        }
        double[] spread = new double[places * places];
        Arrays.fill(spread, Double.POSITIVE_INFINITY);
        for (int row = 0; row < known; row++) {
            System.arraycopy(table, row * known, spread, row * places, known);
        }
        return spread;
    }

    /** These ways if they reach every place of the problem; else larger ones that do. Whoever asks is alone with these ways. */
    Ways reaching(RouteProblem problem) {
        Set<String> missing = new LinkedHashSet<>(placesOf(problem));
        missing.removeAll(numbers.keySet());
        Ways reaching = numbers.size() + missing.size() < places ? this : larger(missing.size(), problem.objective());
        missing.forEach(place -> reaching.add(place, problem));
        return reaching;
    }

    private Ways larger(int more, Objective objective) {
        int size = places + more + SPARE;
        return new Ways(
                new LinkedHashMap<>(numbers),
                size,
                spread(minutes, places, size),
                spread(kilometres, places, size),
                objective);
    }

    private void add(String place, RouteProblem problem) {
        int number = numbers.size();
        connect(number, place, problem);
        numbers.put(place, number);
    }

    /**
     * Number of the place, for a look at what a visit there would mean; when it is unknown it gets the last number, until
     * the next unknown one is looked at. Whoever asks is alone with these ways.
     */
    int look(String place, RouteProblem problem) {
        Integer known = numbers.get(place);
        if (known != null) {
            return known;
        }
        int number = places - 1;
        connect(number, place, problem);
        return number;
    }

    private void connect(int number, String place, RouteProblem problem) {
        List<String> others = List.copyOf(numbers.keySet());
        TravelTimes.Spokes spokes = problem.travel().spokes(place, others, problem.places());
        for (int other = 0; other < others.size(); other++) {
            int going = number * places + other;
            int coming = other * places + number;
            set(going, spokes.minutesTo()[other], spokes.kilometresTo()[other], problem.objective());
            set(coming, spokes.minutesFrom()[other], spokes.kilometresFrom()[other], problem.objective());
            leastFrom[other] = Math.min(leastFrom[other], cost[coming]);
            leastTo[other] = Math.min(leastTo[other], cost[going]);
        }
        set(number * places + number, 0, 0, problem.objective());
        leastFrom[number] = Double.NaN;
        leastTo[number] = Double.NaN;
    }

    private void set(int at, double way, double length, Objective objective) {
        minutes[at] = way;
        kilometres[at] = length;
        cost[at] = cost(at, objective);
        dearest = cost[at] < Double.POSITIVE_INFINITY ? Math.max(dearest, cost[at]) : dearest;
    }
}
