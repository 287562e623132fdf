package org.lotse.engine.planning.routes.solver;

import java.util.List;
import org.lotse.engine.planning.routes.Rep;

/** A tour with breaks: earliest departures and latest arrivals at each position per number of breaks already taken. */
final class BreakTimes extends Timetable {
    private final int layers;
    private final double[] breakFrom;
    private final double[] breakLatest;
    private final double[] breakMinutes;
    private double[] depart;
    private double[] arriveBy;

    BreakTimes(RouteModel model, int van, int[] indexOf, double more) {
        super(model, van, indexOf, more);
        List<Rep.Break> breaks = model.van[van].breaks();
        this.layers = breaks.size() + 1;
        this.breakFrom = breaks.stream().mapToDouble(Rep.Break::from).toArray();
        this.breakLatest = breaks.stream().mapToDouble(Rep.Break::latestStart).toArray();
        this.breakMinutes = breaks.stream().mapToDouble(Rep.Break::minutes).toArray();
        this.depart = new double[10 * layers];
        this.arriveBy = new double[10 * layers];
    }

    @Override
    void times() {
        if (depart.length < (size + 2) * layers) {
            depart = new double[(size + 2) * layers * 2];
            arriveBy = new double[(size + 2) * layers * 2];
        }
        forward();
        backward();
    }

    @Override
    void timesAfterInsertion(int index) {
        times();
    }

    @Override
    void copyTimes(Timetable other) {
        BreakTimes same = (BreakTimes) other;
        depart = fitting(depart, same.depart, (size + 2) * layers);
        arriveBy = fitting(arriveBy, same.arriveBy, (size + 2) * layers);
    }

    @Override
    double leaves(int position) {
        return depart[position * layers];
    }

    private void forward() {
        double now = model.van[van].from();
        for (int j = 0; j < layers; j++) {
            depart[j] = now;
            now = j < layers - 1 ? rested(j, now) : now;
        }
        int from = model.van[van].start();
        for (int i = 1; i <= size; i++) {
            int visit = visits[i - 1];
            int to = model.placeOf[visit];
            double way = model.minutes[from * model.places + to];
            double arrive = Double.POSITIVE_INFINITY;
            double leave = Double.POSITIVE_INFINITY;
            for (int j = 0; j < layers; j++) {
                arrive = Math.min(
                        model.arrive(depart[(i - 1) * layers + j], way),
                        j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, arrive));
                leave = Math.min(
                        model.begin(visit, arrive) + model.service[visit],
                        j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, leave));
                depart[i * layers + j] = leave;
            }
            from = to;
        }
    }

    private void backward() {
        int end = (size + 1) * layers;
        for (int j = 0; j < layers; j++) {
            double last = latest;
            for (int rest = j; rest < layers - 1; rest++) {
                last = Math.min(last, breakLatest[rest]);
            }
            arriveBy[end + j] = last;
        }
        for (int j = layers - 2; j >= 0; j--) {
            arriveBy[end + j] = Math.max(arriveBy[end + j], restBy(j, arriveBy[end + j + 1]));
        }
        int to = model.van[van].end();
        for (int i = size; i >= 1; i--) {
            int visit = visits[i - 1];
            int from = model.placeOf[visit];
            double way = model.minutes[from * model.places + to];
            double leave = Double.NEGATIVE_INFINITY;
            double arrive = Double.NEGATIVE_INFINITY;
            for (int j = layers - 1; j >= 0; j--) {
                boolean last = j == layers - 1;
                leave = Math.max(
                        model.depart(arriveBy[(i + 1) * layers + j], way),
                        last ? Double.NEGATIVE_INFINITY : restBy(j, leave));
                arrive = Math.max(
                        model.latestArrival(visit, leave - model.service[visit]),
                        last ? Double.NEGATIVE_INFINITY : restBy(j, arrive));
                arriveBy[i * layers + j] = arrive;
            }
            to = from;
        }
    }

    /** When one who begins the break as soon as possible after {@code now} is free again. */
    private double rested(int rest, double now) {
        return now <= breakLatest[rest]
                ? Math.max(now, breakFrom[rest]) + breakMinutes[rest]
                : Double.POSITIVE_INFINITY;
    }

    /** The latest time to be free for the break so as to be free again at {@code latest}. */
    private double restBy(int rest, double latest) {
        return breakFrom[rest] + breakMinutes[rest] <= latest
                ? Math.min(breakLatest[rest], latest - breakMinutes[rest])
                : Double.NEGATIVE_INFINITY;
    }

    @Override
    boolean fitsAfter(int position, int visit) {
        int here = model.placeOf[visit];
        double to = model.minutes[placeAt(position) * model.places + here];
        double on = model.minutes[here * model.places + placeAt(position + 1)];
        double arrive = Double.POSITIVE_INFINITY;
        double leave = Double.POSITIVE_INFINITY;
        for (int j = 0; j < layers; j++) {
            arrive = Math.min(
                    model.arrive(depart[position * layers + j], to),
                    j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, arrive));
            leave = Math.min(
                    model.begin(visit, arrive) + model.service[visit],
                    j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, leave));
            if (model.arrive(leave, on) <= arriveBy[(position + 1) * layers + j]) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean span(int position, int visit, double[] span, boolean anyTime) {
        int here = model.placeOf[visit];
        double to = model.minutes[placeAt(position) * model.places + here];
        double on = model.minutes[here * model.places + placeAt(position + 1)];
        boolean fits = false;
        double arrive = Double.POSITIVE_INFINITY;
        for (int j = 0; j < layers && !fits; j++) {
            arrive = Math.min(
                    model.arrive(depart[position * layers + j], to),
                    j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, arrive));
            double by = model.depart(arriveBy[(position + 1) * layers + j], on) - model.service[visit];
            double first = anyTime ? arrive : model.begin(visit, arrive);
            double last = anyTime ? by : model.latestArrival(visit, by);
            fits = first <= last;
            span[0] = first;
            span[1] = last;
        }
        return fits;
    }

    @Override
    boolean feasible() {
        for (int j = 0; j < layers; j++) {
            double way = model.minutes[placeAt(0) * model.places + placeAt(1)];
            if (size == 0 || model.arrive(depart[j], way) <= arriveBy[layers + j]) {
                return true;
            }
        }
        return false;
    }

    @Override
    double back() {
        double on = model.minutes[placeAt(size) * model.places + model.van[van].end()];
        double back = Double.POSITIVE_INFINITY;
        double arrive = Double.POSITIVE_INFINITY;
        for (int j = 0; j < layers; j++) {
            arrive = Math.min(
                    model.arrive(depart[size * layers + j], on),
                    j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, arrive));
            back = arrive <= arriveBy[(size + 1) * layers + j] ? Math.min(back, arrive) : back;
        }
        return back;
    }
}
