package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.List;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RoutePlan.Route;
import org.lotse.engine.planning.routes.RoutePlan.Unplanned;
import org.lotse.engine.planning.routes.VisitReason;

/** Writes a draft as a plan: times, breaks, cost, and why visits are left out. */
final class PlanSheet {
    /** Of so many visits left out it is looked for what would bring them in. */
    private static final int EXPLAINED = 50;

    private final RouteModel model;
    private final Draft draft;

    private final Tariff tariff;
    private final int explained;

    PlanSheet(Draft draft) {
        this(draft, EXPLAINED);
    }

    /** Looks for what would bring them in only of so many of those left out. */
    PlanSheet(Draft draft, int explained) {
        this.explained = explained;
        this.tariff = new Tariff(draft.model);
        this.draft = draft;
        this.model = draft.model;
    }

    /** The plan; what still pays by itself is put in first, so that every visit left out has a reason. */
    RoutePlan plan() {
        boolean more = true;
        while (more) {
            more = bringIn() && model.groups.precedence().some();
        }
        List<Route> routes = new ArrayList<>();
        double cost = 0;
        double minutes = 0;
        double kilometres = 0;
        for (int k = 0; k < model.vans; k++) {
            if (draft.tours[k].size() > 0) {
                Route route = route(k);
                routes.add(route);
                cost += tariff.of(draft.tours[k]);
                minutes += route.travelMinutes();
                kilometres += route.kilometres() == null ? 0 : route.kilometres();
            }
        }
        cost += tariff.uneven(draft);
        LeftOutVisits reasons = new LeftOutVisits(draft);
        BringIn bringIn = new BringIn(draft);
        List<Unplanned> unplanned = new ArrayList<>();
        boolean feasible = true;
        for (int v = 0; v < model.visits; v++) {
            cost += model.pairings.cost(v, draft.tourOf[v]);
            if (draft.tourOf[v] < 0) {
                VisitReason why = reasons.why(v);
                boolean look = unplanned.size() < explained;
                unplanned.add(new Unplanned(
                        model.problem.visits().get(v).id(), why, look ? bringIn.what(v, why) : List.of()));
                boolean mandatory = Double.isInfinite(model.price[v]);
                feasible &= !mandatory;
                cost += mandatory ? 0 : model.price[v];
            }
        }
        return new RoutePlan(
                routes,
                unplanned,
                cost,
                minutes,
                model.problem.travel().knowsKilometres() ? (Double) kilometres : null,
                feasible);
    }

    private boolean bringIn() {
        boolean any = false;
        for (int v = 0; v < model.visits; v++) {
            int van = draft.tourOf[v] < 0 ? draft.cheapestVan(v, draft.leftOut(v), Chance.NONE) : -1;
            if (van >= 0) {
                draft.insert(van, v);
                any = true;
            }
        }
        return any;
    }

    private Route inTrips(int van, TripTimes tour) {
        TripWalk walk = new TripWalk(model, van, tour.sequence(), tour.division());
        return new Route(
                model.van[van].rep().id(),
                model.van[van].shift(),
                walk.depart(),
                walk.stops(),
                List.of(),
                walk.back(),
                walk.minutes(),
                model.problem.travel().knowsKilometres() ? (Double) walk.kilometres() : null,
                walk.reloads());
    }

    private Route route(int van) {
        if (draft.tours[van] instanceof TripTimes tour) {
            return inTrips(van, tour);
        }
        int[] visits = draft.sequence(van);
        Clockwork.Times times = new Clockwork(model, van, visits).times();
        double minutes = 0;
        double kilometres = 0;
        int from = model.van[van].start();
        for (int i = 0; i <= visits.length; i++) {
            int to = i == visits.length ? model.van[van].end() : model.placeOf[visits[i]];
            minutes += model.minutes[from * model.places + to];
            kilometres += model.kilometres[from * model.places + to];
            from = to;
        }
        return new Route(
                model.van[van].rep().id(),
                model.van[van].shift(),
                times.depart(),
                times.stops(),
                times.rests(),
                times.back(),
                minutes,
                model.problem.travel().knowsKilometres() ? (Double) kilometres : null);
    }
}
