package org.lotse.engine.planning.routes.solver;

import java.util.List;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Visit;

/** Walks one tour and measures it; says the same as the timetables, but without their shortcuts. */
final class FigureWalk {
    private static final double TOLERANCE = 1e-7;
    private final RouteModel model;
    private final Van van;
    private final int number;
    private final int[] visits;

    FigureWalk(RouteModel model, int number, int[] visits) {
        this.model = model;
        this.number = number;
        this.van = model.van[number];
        this.visits = visits;
    }

    Figures figures() {
        double late;
        double minutes;
        double kilometres;
        long skills = 0;
        long appointments = 0;
        double disturbance = 0;
        double otherRep = 0;
        double outside = 0;
        for (int visited : visits) {
            Visit visit = model.problem.visits().get(visited);
            skills += van.rep().skills().containsAll(visit.skills()) ? 0 : 1;
            Visit.Pin pin = visit.pinned();
            appointments += pin == null || pin.rep().equals(van.rep().id()) ? 0 : 1;
            disturbance += model.pairings.disturbance(visited, number);
            otherRep += model.pairings.otherRep(visited, number);
            outside += model.pairings.outsideTerritory(visited, number);
        }
        Driven driven = model.inTrips(number) ? trips() : straight();
        late = driven.late;
        minutes = driven.minutes;
        kilometres = driven.kilometres;
        double back = driven.back;
        boolean noBreak = false;
        if (late == 0 && !van.breaks().isEmpty()) {
            Clockwork withBreaks = new Clockwork(model, number, visits);
            noBreak = !withBreaks.feasible();
            back = withBreaks.back();
        }
        Objective objective = model.problem.objective();
        return new Figures(
                Figures.exact(late),
                overload(),
                skills,
                appointments,
                noBreak ? 1 : 0,
                0,
                Figures.exact(objective.perMinute() == 0 ? 0 : minutes * objective.perMinute()),
                Figures.exact(objective.perKilometre() == 0 ? 0 : kilometres * objective.perKilometre()),
                Figures.exact(van.used()),
                0,
                Figures.exact(disturbance),
                Figures.exact(Math.max(0, back - van.to()) * objective.perOvertimeMinute()),
                Figures.exact(otherRep),
                Figures.exact(outside));
    }

    private record Driven(double late, double minutes, double kilometres, double back) {}

    /** Emptied or filled again where that is cheapest; not in time when there is no such place. */
    private Driven trips() {
        Trips.Division division = new Trips(model, number, van.latest()).divide(visits, visits.length);
        if (!division.possible()) {
            Driven straight = straight();
            return new Driven(
                    Math.max(straight.late, overload() > 0 && !fitsInTrips() ? 0 : 1),
                    straight.minutes,
                    straight.kilometres,
                    straight.back);
        }
        TripWalk walk = new TripWalk(model, number, visits, division);
        return new Driven(0, walk.minutes(), walk.kilometres(), walk.back());
    }

    private boolean fitsInTrips() {
        return van.reload().length > 0;
    }

    private Driven straight() {
        double late = 0;
        double minutes = 0;
        double kilometres = 0;
        double now = van.from();
        int from = van.start();
        for (int visited : visits) {
            int to = model.placeOf[visited];
            double way = model.minutes[from * model.places + to];
            minutes += way;
            kilometres += model.kilometres[from * model.places + to];
            double arrive = model.arrive(now, way);
            double start = model.begin(visited, arrive);
            if (Double.isInfinite(start)) {
                int windows = model.closes[visited].length;
                double over = windows == 0 ? 1 : arrive - model.closes[visited][windows - 1];
                late += over > TOLERANCE ? over : 0;
                start = arrive;
            }
            now = start + model.service[visited];
            from = to;
        }
        double way = model.minutes[from * model.places + van.end()];
        double back = model.arrive(now, way);
        late += back > van.latest() + TOLERANCE ? back - van.latest() : 0;
        return new Driven(late, minutes + way, kilometres + model.kilometres[from * model.places + van.end()], back);
    }

    /** What does not fit; with a place to reload only what does not fit alone. */
    private long overload() {
        if (fitsInTrips()) {
            double alone = 0;
            for (int visited : visits) {
                alone += RouteModel.fits(model.demand[visited], van.rep().capacity()) ? 0 : 1;
            }
            return Figures.exact(alone);
        }
        List<Double> capacity = van.rep().capacity();
        double over = 0;
        for (int d = 0; d < capacity.size(); d++) {
            double load = d < van.carried().size() ? van.carried().get(d) : 0;
            for (int number : visits) {
                load += d < model.demand[number].length ? model.demand[number][d] : 0;
            }
            over += load > capacity.get(d) + TOLERANCE ? load - capacity.get(d) : 0;
        }
        return Figures.exact(over);
    }
}
