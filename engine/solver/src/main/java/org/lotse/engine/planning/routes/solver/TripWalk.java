package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.List;
import org.lotse.engine.planning.routes.RoutePlan.Reload;
import org.lotse.engine.planning.routes.RoutePlan.Stop;

/** Walks a tour trip by trip and writes down when what happens. */
final class TripWalk {
    private final RouteModel model;
    private final Van van;
    private final List<Stop> stops = new ArrayList<>();
    private final List<Reload> reloads = new ArrayList<>();
    private double minutes;
    private double kilometres;
    private double depart;
    private double now;

    TripWalk(RouteModel model, int number, int[] visits, Trips.Division division) {
        this.model = model;
        this.van = model.van[number];
        for (Trips.Trip trip : division.trips()) {
            trip(trip, visits);
        }
        int last = division.trips().getLast().until() - 1;
        now = model.arrive(now, way(model.placeOf[visits[last]], van.end()));
    }

    private void trip(Trips.Trip trip, int[] visits) {
        double leaves = trip.free();
        for (int i = trip.from(); i < trip.until(); i++) {
            leaves = Math.max(leaves, model.release[visits[i]]);
        }
        if (trip.from() == 0) {
            depart = leaves;
        } else {
            way(model.placeOf[visits[trip.from() - 1]], trip.start());
            reloads.add(new Reload(model.nameOf(trip.start()), trip.came(), leaves));
        }
        now = leaves;
        int from = trip.start();
        for (int i = trip.from(); i < trip.until(); i++) {
            int to = model.placeOf[visits[i]];
            double arrive = model.arrive(now, way(from, to));
            double begin = model.begin(visits[i], arrive);
            now = begin + model.service[visits[i]];
            stops.add(new Stop(model.problem.visits().get(visits[i]).id(), arrive, begin, now));
            from = to;
        }
    }

    private double way(int from, int to) {
        minutes += model.minutes[from * model.places + to];
        kilometres += model.kilometres[from * model.places + to];
        return model.minutes[from * model.places + to];
    }

    double begin(int index) {
        return stops.get(index).start();
    }

    List<Stop> stops() {
        return stops;
    }

    List<Reload> reloads() {
        return reloads;
    }

    double depart() {
        return depart;
    }

    double back() {
        return now;
    }

    double minutes() {
        return minutes;
    }

    double kilometres() {
        return kilometres;
    }
}
