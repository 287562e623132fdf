package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;

/** A tour without breaks: the earliest departure and the latest arrival at each position. */
final class PlainTimes extends Timetable {
    private double[] depart = new double[10];
    private double[] arriveBy = new double[10];

    PlainTimes(RouteModel model, int van, int[] indexOf, double more) {
        super(model, van, indexOf, more);
    }

    @Override
    void times() {
        if (depart.length < size + 2) {
            depart = new double[(size + 2) * 2];
            arriveBy = new double[(size + 2) * 2];
        }
        depart[0] = model.van[van].from();
        arriveBy[size + 1] = latest;
        forwardAll();
        backwardAll();
    }

    @Override
    void timesAfterInsertion(int index) {
        if (depart.length < size + 2) {
            depart = Arrays.copyOf(depart, (size + 2) * 2);
            arriveBy = Arrays.copyOf(arriveBy, (size + 2) * 2);
        }
        System.arraycopy(depart, index + 1, depart, index + 2, size - 1 - index);
        System.arraycopy(arriveBy, index + 1, arriveBy, index + 2, size - index);
        forwardFrom(index + 1);
        backwardFrom(index + 1);
    }

    @Override
    void copyTimes(Timetable other) {
        PlainTimes same = (PlainTimes) other;
        depart = fitting(depart, same.depart, size + 2);
        arriveBy = fitting(arriveBy, same.arriveBy, size + 2);
    }

    private void forwardFrom(int changed) {
        int from = placeAt(changed - 1);
        double now = depart[changed - 1];
        for (int i = changed; i <= size; i++) {
            int visit = visits[i - 1];
            int to = model.placeOf[visit];
            now = model.begin(visit, model.arrive(now, model.minutes[from * model.places + to])) + model.service[visit];
            if (i > changed && depart[i] == now) {
                return;
            }
            depart[i] = now;
            from = to;
        }
    }

    private void backwardFrom(int changed) {
        int to = placeAt(changed + 1);
        double latest = arriveBy[changed + 1];
        for (int i = changed; i >= 1; i--) {
            int visit = visits[i - 1];
            int from = model.placeOf[visit];
            latest = model.latestArrival(
                    visit, model.depart(latest, model.minutes[from * model.places + to]) - model.service[visit]);
            if (i < changed && arriveBy[i] == latest) {
                return;
            }
            arriveBy[i] = latest;
            to = from;
        }
    }

    private void forwardAll() {
        int from = model.van[van].start();
        double now = depart[0];
        for (int i = 1; i <= size; i++) {
            int visit = visits[i - 1];
            int to = model.placeOf[visit];
            now = model.begin(visit, model.arrive(now, model.minutes[from * model.places + to])) + model.service[visit];
            depart[i] = now;
            from = to;
        }
    }

    private void backwardAll() {
        int to = model.van[van].end();
        double latest = arriveBy[size + 1];
        for (int i = size; i >= 1; i--) {
            int visit = visits[i - 1];
            int from = model.placeOf[visit];
            latest = model.latestArrival(
                    visit, model.depart(latest, model.minutes[from * model.places + to]) - model.service[visit]);
            arriveBy[i] = latest;
            to = from;
        }
    }

    @Override
    double leaves(int position) {
        return depart[position];
    }

    @Override
    boolean fitsAfter(int position, int visit) {
        int here = model.placeOf[visit];
        double to = model.minutes[placeAt(position) * model.places + here];
        double on = model.minutes[here * model.places + placeAt(position + 1)];
        return model.arrive(model.begin(visit, model.arrive(depart[position], to)) + model.service[visit], on)
                <= arriveBy[position + 1];
    }

    @Override
    boolean span(int position, int visit, double[] span, boolean anyTime) {
        int here = model.placeOf[visit];
        double to = model.minutes[placeAt(position) * model.places + here];
        double on = model.minutes[here * model.places + placeAt(position + 1)];
        double arrive = model.arrive(depart[position], to);
        double by = model.depart(arriveBy[position + 1], on) - model.service[visit];
        span[0] = anyTime ? arrive : model.begin(visit, arrive);
        span[1] = anyTime ? by : model.latestArrival(visit, by);
        return span[0] <= span[1];
    }

    @Override
    boolean feasible() {
        return size == 0
                || model.arrive(depart[0], model.minutes[placeAt(0) * model.places + placeAt(1)]) <= arriveBy[1];
    }

    @Override
    double back() {
        return model.arrive(depart[size], model.minutes[placeAt(size) * model.places + model.van[van].end()]);
    }
}
