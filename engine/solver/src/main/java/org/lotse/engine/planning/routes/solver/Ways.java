package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        for (Rep rep : problem.reps()) {
            numbers.putIfAbsent(rep.start(), numbers.size());
            numbers.putIfAbsent(rep.end(), numbers.size());
            for (Rep.Shift shift : rep.shifts()) {
                String start = shift.start();
                if (start != null) {
                    numbers.putIfAbsent(start, numbers.size());
                }
            }
        }
        problem.visits().forEach(v -> numbers.putIfAbsent(v.place(), numbers.size()));
        TravelTable table = problem.travel().between(List.copyOf(numbers.keySet()), problem.places());
        int places = numbers.size() + spare;
        return new Ways(
                numbers,
                places,
                spread(table.minutes(), numbers.size(), places),
                spread(table.kilometres(), numbers.size(), places),
                problem.objective());
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

    /** These ways if they reach every place of the problem; else others that do. Whoever asks is alone with these ways. */
    Ways reaching(RouteProblem problem) {
        for (Rep rep : problem.reps()) {
            if (!numbers.containsKey(rep.start()) || !numbers.containsKey(rep.end())) {
                return roomy(problem);
            }
            for (Rep.Shift shift : rep.shifts()) {
                if (shift.start() != null && !numbers.containsKey(shift.start())) {
                    return roomy(problem);
                }
            }
        }
        for (var visit : problem.visits()) {
            if (!numbers.containsKey(visit.place()) && !add(visit.place(), problem)) {
                return roomy(problem);
            }
        }
        return this;
    }

    private boolean add(String place, RouteProblem problem) {
        int number = numbers.size();
        if (number >= places - 1) {
            return false;
        }
        TravelTimes.Spokes spokes = problem.travel().spokes(place, List.copyOf(numbers.keySet()), problem.places());
        for (int other = 0; other < number; other++) {
            set(number * places + other, spokes.minutesTo()[other], spokes.kilometresTo()[other], problem.objective());
            set(
                    other * places + number,
                    spokes.minutesFrom()[other],
                    spokes.kilometresFrom()[other],
                    problem.objective());
        }
        set(number * places + number, 0, 0, problem.objective());
        numbers.put(place, number);
        return true;
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
        List<String> others = List.copyOf(numbers.keySet());
        TravelTimes.Spokes spokes = problem.travel().spokes(place, others, problem.places());
        int number = places - 1;
        for (int other = 0; other < others.size(); other++) {
            set(number * places + other, spokes.minutesTo()[other], spokes.kilometresTo()[other], problem.objective());
            set(
                    other * places + number,
                    spokes.minutesFrom()[other],
                    spokes.kilometresFrom()[other],
                    problem.objective());
        }
        set(number * places + number, 0, 0, problem.objective());
        return number;
    }

    private void set(int at, double way, double length, Objective objective) {
        minutes[at] = way;
        kilometres[at] = length;
        cost[at] = cost(at, objective);
    }
}
