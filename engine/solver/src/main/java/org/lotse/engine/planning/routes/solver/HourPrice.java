package org.lotse.engine.planning.routes.solver;

import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;

/**
 * What one hour more of a rep would be worth to a plan, on average over the shifts: of the visits left out for want of time
 * the one that gains most per hour there, its way included. It is the price at which the hours wanted just fit the hours there are (the dual of the fractional
 * knapsack, Dantzig 1957); with time left it is 0.
 */
final class HourPrice {
    private static final double HOUR = 60;
    /** Visits that would not fit even so much later are not left out for want of time. */
    private static final double LONGER = 8 * HOUR;

    private final RouteModel model;
    private final Draft draft;

    private HourPrice(Draft draft) {
        this.draft = draft;
        this.model = draft.model;
    }

    static double of(RouteProblem problem, RoutePlan plan) {
        RouteProblem driven = new RouteProblem(
                problem.travel(),
                problem.places(),
                problem.reps(),
                problem.visits(),
                problem.objective(),
                plan,
                problem.disturbancePrice());
        Draft draft = new Draft(new RouteModel(driven));
        FirstPlan.previous(draft);
        return new HourPrice(draft).price();
    }

    private double price() {
        double worth = 0;
        Timetable[] longer = new Timetable[model.vans];
        int[] index = new int[model.visits];
        for (int k = 0; k < model.vans; k++) {
            int[] sequence = draft.sequence(k);
            longer[k] = Timetable.of(model, k, index, LONGER);
            longer[k].set(sequence, sequence.length);
        }
        double hours = 0;
        for (int k = 0; k < model.vans; k++) {
            double length = Math.max(0, model.van[k].to() - model.van[k].from());
            double most = 0;
            for (int v = 0; v < model.visits; v++) {
                if (draft.tourOf[v] < 0 && !Double.isInfinite(model.price[v])) {
                    most = Math.max(most, perHour(v, k, longer[k]));
                }
            }
            worth += most * length;
            hours += length;
        }
        return hours == 0 ? 0 : worth / hours;
    }

    private double perHour(int visit, int van, Timetable longer) {
        Timetable tour = draft.tours[van];
        boolean fitsAnyway = tour.cheapest(visit, Double.POSITIVE_INFINITY, Chance.NONE) < Double.POSITIVE_INFINITY;
        if (!model.allowed[visit][van] || !tour.hasRoomFor(visit) || fitsAnyway) {
            return 0;
        }
        double cost = longer.cheapest(visit, model.price[visit], Chance.NONE);
        if (Double.isInfinite(cost)) {
            return 0;
        }
        double minutes = model.service[visit] + longer.detourMinutes(longer.place, visit);
        return minutes <= 0 ? 0 : (model.price[visit] - cost) / minutes * HOUR;
    }
}
