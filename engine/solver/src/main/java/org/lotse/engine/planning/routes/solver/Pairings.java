package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;

/** What it costs, beside the way, to have a visit in a van: taken from another, not the preferred one, outside its territory. */
final class Pairings {
    /** Not in the previous plan, and in a shift that no longer exists. */
    private static final int NEW = -3;

    private static final int GONE = -2;
    private final RouteProblem problem;
    private final Van[] van;
    private final boolean[][] isOutside;
    private final int[] previousVan;
    /** Whether it is all the same which van makes a visit. */
    private final boolean plain;

    Pairings(RouteProblem problem, Van[] van) {
        this.problem = problem;
        this.van = van;
        this.previousVan = previousVans(problem, van);
        this.isOutside = new boolean[problem.visits().size()][];
        Map<String, boolean[]> outside = new HashMap<>();
        boolean preferred = false;
        for (int v = 0; v < isOutside.length; v++) {
            Visit visit = problem.visits().get(v);
            preferred |= visit.preferredRep() != null || visit.area() != null;
            isOutside[v] = outside.computeIfAbsent(String.valueOf(visit.area()), area -> outside(visit.area()));
        }
        this.plain = problem.previous() == null && !preferred;
    }

    /** With one visit more, as the last one. */
    Pairings(Pairings smaller, Visit more, RouteProblem problem) {
        this.problem = problem;
        this.van = smaller.van;
        int visits = smaller.previousVan.length + 1;
        this.previousVan = Arrays.copyOf(smaller.previousVan, visits);
        previousVan[visits - 1] = NEW;
        this.isOutside = Arrays.copyOf(smaller.isOutside, visits);
        isOutside[visits - 1] = outside(more.area());
        this.plain = smaller.plain && more.preferredRep() == null && more.area() == null;
    }

    private static int[] previousVans(RouteProblem problem, Van[] van) {
        int visits = problem.visits().size();
        Map<String, Integer> numberOf = new HashMap<>();
        for (int v = 0; v < visits; v++) {
            numberOf.put(problem.visits().get(v).id(), v);
        }
        Map<String, Integer> vanNumbers = new HashMap<>();
        for (int k = 0; k < van.length; k++) {
            vanNumbers.put(van[k].rep().id() + "/" + van[k].shift(), k);
        }
        int[] before = new int[visits];
        Arrays.fill(before, NEW);
        RoutePlan previous = problem.previous();
        for (RoutePlan.Route route : previous == null ? List.<RoutePlan.Route>of() : previous.routes()) {
            int known = vanNumbers.getOrDefault(route.rep() + "/" + route.shift(), GONE);
            for (RoutePlan.Stop stop : route.stops()) {
                Integer v = numberOf.get(stop.visit());
                if (v != null) {
                    before[v] = known;
                }
            }
        }
        return before;
    }

    /** The van that had the visit in the previous plan; below 0 if none has it today. */
    int before(int visit) {
        return previousVan[visit];
    }

    /** What it costs that the visit is in this van, or left out (-1), instead of where it was. */
    double disturbance(int visit, int inVan) {
        int before = previousVan[visit];
        return before != NEW && before != inVan ? problem.disturbancePrice() : 0;
    }

    /** What it costs that another rep makes the visit than the one preferred. */
    double otherRep(int visit, int inVan) {
        String preferred = problem.visits().get(visit).preferredRep();
        return preferred == null
                        || inVan < 0
                        || preferred.equals(van[inVan].rep().id())
                ? 0
                : problem.objective().perOtherRep();
    }

    /** What it costs that the visit lies outside the rep's territory. */
    double outsideTerritory(int visit, int inVan) {
        return inVan >= 0 && isOutside[visit][inVan] ? problem.objective().perOutsideTerritory() : 0;
    }

    private boolean[] outside(@Nullable String area) {
        boolean[] outside = new boolean[van.length];
        for (int k = 0; area != null && k < van.length; k++) {
            outside[k] = !van[k].rep().isHomeIn(area);
        }
        return outside;
    }

    /** What it costs, beside the way, to have the visit in this van, or left out (-1). */
    double cost(int visit, int inVan) {
        return plain ? 0 : disturbance(visit, inVan) + otherRep(visit, inVan) + outsideTerritory(visit, inVan);
    }
}
