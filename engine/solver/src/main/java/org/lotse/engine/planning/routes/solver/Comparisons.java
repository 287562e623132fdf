package org.lotse.engine.planning.routes.solver;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.lotse.engine.planning.routes.RouteFigures;
import org.lotse.engine.planning.routes.RouteProblem;

/** Plans nobody searched for, to see what a search is worth. */
final class Comparisons {
    private final RouteModel model;
    private final Draft draft;

    Comparisons(RouteProblem problem) {
        this.model = new RouteModel(problem);
        this.draft = new Draft(model);
    }

    /** Agreed appointments first, then each visit in turn at the end of the nearest tour that still takes it. */
    RouteFigures inOrderGiven() {
        FirstPlan.appointments(draft);
        for (int v = 0; v < model.visits; v++) {
            if (draft.tourOf[v] < 0) {
                append(v);
            }
        }
        return figures();
    }

    private void append(int visit) {
        int[] nearest = IntStream.range(0, model.vans)
                .filter(k -> model.allowed[visit][k])
                .boxed()
                .sorted(Comparator.comparingDouble(
                        k -> model.cost[model.van[k].start() * model.places + model.placeOf[visit]]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int van : nearest) {
            Timetable tour = draft.tours[van];
            if (model.groups.allow(visit, van, draft.tourOf)
                    && tour.hasRoomFor(visit)
                    && tour.fits(tour.size(), visit)) {
                tour.place = tour.size();
                draft.insert(van, visit);
                return;
            }
        }
    }

    /** Who was to visit whom, as far as that still holds. */
    RouteFigures asBefore() {
        FirstPlan.previous(draft);
        return figures();
    }

    private RouteFigures figures() {
        Tariff tariff = new Tariff(model);
        double cost = 0;
        double minutes = 0;
        double kilometres = 0;
        int left = 0;
        for (Timetable tour : draft.tours) {
            cost += tariff.of(tour);
            minutes += tour.minutes();
            kilometres += tour.kilometres();
        }
        for (int v = 0; v < model.visits; v++) {
            boolean out = draft.tourOf[v] < 0;
            left += out ? 1 : 0;
            cost += out && !Double.isInfinite(model.price[v]) ? model.price[v] : 0;
        }
        return new RouteFigures(
                cost,
                minutes,
                model.problem.travel().knowsKilometres() ? (Double) kilometres : null,
                model.visits - left,
                left);
    }
}
