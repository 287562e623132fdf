package org.lotse.engine.planning.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to visit, by whom, and what a good route costs.
 *
 * @param travel how long the way from place to place takes
 * @param places places with coordinates; a travel matrix may name more
 * @param previous the plan in force, or null
 * @param disturbancePrice what it costs to take a visit away from the rep and shift it has in {@code previous}
 */
public record RouteProblem(
        TravelTimes travel,
        List<Place> places,
        List<Rep> reps,
        List<Visit> visits,
        Objective objective,
        @Nullable RoutePlan previous,
        double disturbancePrice) {
    public RouteProblem {
        places = List.copyOf(places);
        reps = List.copyOf(reps);
        visits = List.copyOf(visits);
    }

    /** What leaving the visit out costs; null when it must not be left out. */
    public @Nullable Double priceOfLeavingOut(Visit visit) {
        if (visit.mandatory() || visit.pinned() != null) {
            return null;
        }
        if (visit.value() != null) {
            return visit.value();
        }
        Double perUnplanned = objective.perUnplanned();
        return perUnplanned == null ? null : (Double) (perUnplanned * visit.priority());
    }
}
