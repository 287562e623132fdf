package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan.Rest;
import org.lotse.engine.planning.routes.RoutePlan.Stop;

/**
 * The times of one tour with its breaks: for each position and number of breaks taken the earliest arrival and departure,
 * and from them, walked back, where each break is taken.
 */
final class Clockwork {
    private static final double TOLERANCE = 1e-7;
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private final RouteModel model;
    private final Van van;
    private final int[] visits;
    private final List<Rep.Break> breaks;
    /** Arrival after breaks taken on arrival, per position and breaks; position 0 is the start, the last one the end. */
    private final double[][] arrive;

    private final double[][] leave;
    private final int taken;

    Clockwork(RouteModel model, int van, int[] visits) {
        this.model = model;
        this.van = model.van[van];
        this.visits = visits;
        this.breaks = this.van.breaks();
        this.arrive = new double[visits.length + 2][breaks.size() + 1];
        this.leave = new double[visits.length + 2][breaks.size() + 1];
        this.taken = walk();
    }

    boolean feasible() {
        return taken >= 0;
    }

    /** When the rep is at the end; the regular end of the shift where that is not possible. */
    double back() {
        return taken < 0 ? van.to() : arrive[visits.length + 1][taken];
    }

    private int walk() {
        rest(leave[0], this.van.from());
        for (int i = 1; i <= visits.length + 1; i++) {
            for (int j = 0; j <= breaks.size(); j++) {
                double on = model.arrive(leave[i - 1][j], way(i));
                arrive[i][j] = Math.min(on, j == 0 ? NEVER : rested(j - 1, arrive[i][j - 1]));
                double done = i > visits.length ? arrive[i][j] : begin(i, arrive[i][j]) + service(i);
                leave[i][j] = Math.min(done, j == 0 ? NEVER : rested(j - 1, leave[i][j - 1]));
            }
        }
        double[] back = arrive[visits.length + 1];
        for (int j = 0; j <= breaks.size(); j++) {
            boolean inTime = back[j] <= van.latest() + TOLERANCE;
            for (int later = j; later < breaks.size(); later++) {
                inTime &= back[j] <= breaks.get(later).latestStart() + TOLERANCE;
            }
            if (inTime) {
                return j;
            }
        }
        return -1;
    }

    private void rest(double[] row, double from) {
        row[0] = from;
        for (int j = 1; j < row.length; j++) {
            row[j] = rested(j - 1, row[j - 1]);
        }
    }

    private double rested(int rest, double now) {
        Rep.Break pause = breaks.get(rest);
        return now <= pause.latestStart() + TOLERANCE ? Math.max(now, pause.from()) + pause.minutes() : NEVER;
    }

    private double way(int position) {
        return model.minutes[place(position - 1) * model.places + place(position)];
    }

    private int place(int position) {
        if (position == 0) {
            return van.start();
        }
        return position > visits.length ? van.end() : model.placeOf[visits[position - 1]];
    }

    private double begin(int position, double at) {
        int visit = visits[position - 1];
        double exact = model.begin(visit, at);
        return exact == NEVER && model.begin(visit, at - TOLERANCE) < NEVER ? at : exact;
    }

    private double service(int position) {
        return model.service[visits[position - 1]];
    }

    /** The times of the stops, the breaks, the departure and the return. */
    Times times() {
        if (taken < 0) {
            throw new IllegalStateException("The tour " + Arrays.toString(visits) + " of "
                    + van.rep().id() + " cannot be driven in time; the rules should have refused it.");
        }
        List<Stop> stops = new ArrayList<>();
        List<Rest> rests = new ArrayList<>();
        int j = taken;
        double back = arrive[visits.length + 1][j];
        j = walkBackRests(arrive[visits.length + 1], j, rests, visits.length + 1, true);
        for (int i = visits.length; i >= 1; i--) {
            double left = leave[i][j];
            j = walkBackRests(leave[i], j, rests, i, false);
            double start = begin(i, arrive[i][j]);
            j = walkBackRests(arrive[i], j, rests, i, true);
            double on = model.arrive(leave[i - 1][j], way(i));
            stops.add(new Stop(model.problem.visits().get(visits[i - 1]).id(), on, start, left));
        }
        boolean restedFirst =
                !rests.isEmpty() && rests.getLast().from() < stops.getLast().start();
        walkBackRests(leave[0], j, rests, 0, false);
        return new Times(
                late(stops.reversed(), restedFirst), rests.reversed(), depart(stops.getLast(), j, restedFirst), back);
    }

    private double depart(Stop first, int restsAtStart, boolean restedFirst) {
        return restedFirst
                ? leave[0][restsAtStart]
                : Math.max(leave[0][restsAtStart], model.depart(first.start(), way(1)));
    }

    /** Nobody leaves home to wait at the first stop. */
    private static List<Stop> late(List<Stop> stops, boolean restedFirst) {
        List<Stop> late = new ArrayList<>(stops);
        Stop first = late.getFirst();
        if (!restedFirst) {
            late.set(0, new Stop(first.visit(), Math.max(first.arrive(), first.start()), first.start(), first.leave()));
        }
        return late;
    }

    private int walkBackRests(double[] row, int taken, List<Rest> rests, int position, boolean arriving) {
        int j = taken;
        while (j > 0) {
            double without = arriving
                    ? model.arrive(leave[position - 1][j], way(position))
                    : position == 0 ? NEVER : begin(position, arrive[position][j]) + service(position);
            if (without <= row[j]) {
                return j;
            }
            double to = row[j];
            rests.add(new Rest(to - breaks.get(j - 1).minutes(), to));
            j--;
        }
        return j;
    }

    /** A driven tour. */
    record Times(List<Stop> stops, List<Rest> rests, double depart, double back) {}
}
