package org.lotse.engine.planning.routes.solver;

/**
 * What tours and left-out visits cost in the chains' arithmetic. A visit that must not be left out costs more than any
 * way could save, so that one number compares plans.
 */
final class Tariff {
    private final RouteModel model;
    /** What a visit costs that must not be left out and is. */
    final double missing;

    Tariff(RouteModel model) {
        this.model = model;
        double most = Math.max(1, model.ways.dearest());
        for (double price : model.price) {
            most = price < Double.POSITIVE_INFINITY ? Math.max(most, price) : most;
        }
        for (Van van : model.van) {
            most = Math.max(most, van.used());
        }
        this.missing = most * 1_000;
    }

    double of(Timetable tour) {
        return tour.size() == 0
                ? 0
                : tour.wayCost()
                        + model.van[tour.van].used()
                        + tour.overtime() * model.problem.objective().perOvertimeMinute();
    }

    /** Of having the visit in this van, or left out (-1). */
    double of(int visit, int van) {
        if (van >= 0) {
            return model.pairings.cost(visit, van);
        }
        return (Double.isInfinite(model.price[visit]) ? missing : model.price[visit]) + model.pairings.cost(visit, -1);
    }

    /** What it costs that some do more than their share. */
    double uneven(Draft draft) {
        double sum = 0;
        for (int rep = 0; model.shares.count() && rep < model.shares.reps(); rep++) {
            sum += model.shares.cost(rep, draft.service(rep));
        }
        return sum;
    }

    double of(Draft draft) {
        double sum = 0;
        for (Timetable tour : draft.tours) {
            sum += of(tour);
        }
        for (int v = 0; v < model.visits; v++) {
            sum += of(v, draft.tourOf[v]);
        }
        return sum + uneven(draft);
    }
}
