package org.lotse.engine.planning.routes.solver;

import java.util.List;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Visit;

/** Walks one tour and measures it; says the same as the timetables, but without their shortcuts. */
final class FigureWalk {
    private static final double TOLERANCE = 1e-7;
    private final RouteModel model;
    private final RouteModel.Van van;
    private final int number;
    private final int[] visits;

    FigureWalk(RouteModel model, int number, int[] visits) {
        this.model = model;
        this.number = number;
        this.van = model.van[number];
        this.visits = visits;
    }

    Figures figures() {
        double late = 0;
        double minutes = 0;
        double kilometres = 0;
        long skills = 0;
        long appointments = 0;
        double disturbance = 0;
        double otherRep = 0;
        double now = van.from();
        int from = van.start();
        for (int number : visits) {
            int to = model.placeOf[number];
            minutes += model.minutes[from * model.places + to];
            kilometres += model.kilometres[from * model.places + to];
            double arrive = now + model.minutes[from * model.places + to];
            double start = model.begin(number, arrive);
            if (Double.isInfinite(start)) {
                int windows = model.closes[number].length;
                double over = windows == 0 ? 1 : arrive - model.closes[number][windows - 1];
                late += over > TOLERANCE ? over : 0;
                start = arrive;
            }
            now = start + model.service[number];
            from = to;
            Visit visit = model.problem.visits().get(number);
            skills += van.rep().skills().containsAll(visit.skills()) ? 0 : 1;
            Visit.Pin pin = visit.pinned();
            appointments += pin == null || pin.rep().equals(van.rep().id()) ? 0 : 1;
            disturbance += model.disturbance(number, this.number);
            otherRep += model.otherRep(number, this.number);
        }
        minutes += model.minutes[from * model.places + van.end()];
        kilometres += model.kilometres[from * model.places + van.end()];
        double back = now + model.minutes[from * model.places + van.end()];
        late += back > van.latest() + TOLERANCE ? back - van.latest() : 0;
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
                Figures.exact(otherRep));
    }

    private long overload() {
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
