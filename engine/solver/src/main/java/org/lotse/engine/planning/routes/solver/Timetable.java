package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lotse.engine.planning.routes.Rep;

/**
 * The visits of one van in order, with the earliest departure and the latest arrival at each position per number of
 * breaks already taken, so that the question "does this visit fit here?" is answered without walking the route. Position
 * 0 is the start, 1 to {@code size} the visits, {@code size + 1} the end.
 */
final class Timetable {
    private final RouteModel model;
    final int van;
    private final int layers;
    private final double[] breakFrom;
    private final double[] breakLatest;
    private final double[] breakMinutes;
    private final double[] capacity;
    private int[] visits = new int[8];
    private int size;
    private double[] depart;
    private double[] arriveBy;
    private final double[] load;
    /** Position after which {@link #cheapest} would insert. */
    int place;

    Timetable(RouteModel model, int van) {
        this.model = model;
        this.van = van;
        List<Rep.Break> breaks = model.van[van].breaks();
        this.layers = breaks.size() + 1;
        this.breakFrom = breaks.stream().mapToDouble(Rep.Break::from).toArray();
        this.breakLatest = breaks.stream().mapToDouble(Rep.Break::latestStart).toArray();
        this.breakMinutes = breaks.stream().mapToDouble(Rep.Break::minutes).toArray();
        this.capacity = model.van[van].rep().capacity().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        this.load = new double[capacity.length];
        this.depart = new double[10 * layers];
        this.arriveBy = new double[10 * layers];
        compute();
    }

    int size() {
        return size;
    }

    int at(int index) {
        return visits[index];
    }

    void set(int[] sequence, int length) {
        if (length > visits.length) {
            visits = new int[length * 2];
        }
        System.arraycopy(sequence, 0, visits, 0, length);
        size = length;
        compute();
    }

    /** Puts the visit at the position last found by {@link #cheapest}. */
    void insert(int visit) {
        if (size == visits.length) {
            visits = Arrays.copyOf(visits, size * 2);
        }
        System.arraycopy(visits, place, visits, place + 1, size - place);
        visits[place] = visit;
        size++;
        compute();
    }

    private int placeAt(int position) {
        if (position == 0) {
            return model.van[van].start();
        }
        return position > size ? model.van[van].end() : model.placeOf[visits[position - 1]];
    }

    private void compute() {
        if (depart.length < (size + 2) * layers) {
            depart = new double[(size + 2) * layers * 2];
            arriveBy = new double[(size + 2) * layers * 2];
        }
        Arrays.fill(load, 0);
        for (int i = 0; i < size; i++) {
            double[] demand = model.demand[visits[i]];
            for (int d = 0; d < demand.length && d < load.length; d++) {
                load[d] += demand[d];
            }
        }
        forward();
        backward();
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
                        depart[(i - 1) * layers + j] + way, j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, arrive));
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
            double latest = model.van[van].to();
            for (int rest = j; rest < layers - 1; rest++) {
                latest = Math.min(latest, breakLatest[rest]);
            }
            arriveBy[end + j] = latest;
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
                        arriveBy[(i + 1) * layers + j] - way, last ? Double.NEGATIVE_INFINITY : restBy(j, leave));
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

    boolean hasRoomFor(int visit) {
        double[] demand = model.demand[visit];
        for (int d = 0; d < load.length && d < demand.length; d++) {
            if (load[d] + demand[d] > capacity[d] + 1e-9) {
                return false;
            }
        }
        return true;
    }

    /** Room left in the dimension the visit needs most of beyond what is there. */
    double roomFor(int visit) {
        double room = Double.POSITIVE_INFINITY;
        for (int d = 0; d < load.length && d < model.demand[visit].length; d++) {
            room = Math.min(room, capacity[d] - load[d]);
        }
        return room;
    }

    /** Whether the visit fits in time after the position. */
    boolean fitsAfter(int position, int visit) {
        int here = model.placeOf[visit];
        double to = model.minutes[placeAt(position) * model.places + here];
        double on = model.minutes[here * model.places + placeAt(position + 1)];
        if (layers == 1) {
            return model.begin(visit, depart[position] + to) + model.service[visit] + on <= arriveBy[position + 1];
        }
        double arrive = Double.POSITIVE_INFINITY;
        double leave = Double.POSITIVE_INFINITY;
        for (int j = 0; j < layers; j++) {
            arrive = Math.min(
                    depart[position * layers + j] + to, j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, arrive));
            leave = Math.min(
                    model.begin(visit, arrive) + model.service[visit],
                    j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, leave));
            if (leave + on <= arriveBy[(position + 1) * layers + j]) {
                return true;
            }
        }
        return false;
    }

    /**
     * The least extra cost of having the visit in this van, if below {@code limit}; else infinite. Leaves the position in
     * {@link #place}. Demand and permission are the caller's to check.
     *
     * @param blinks share of positions overlooked at random
     */
    double cheapest(int visit, double limit, double blinks, RandomGenerator random) {
        int here = model.placeOf[visit];
        int places = model.places;
        double extra = model.disturbance(visit, van) + (size == 0 ? model.van[van].used() : 0);
        double best = limit;
        int found = -1;
        int from = model.van[van].start();
        double[] close = model.closes[visit];
        double last = close.length == 0 ? Double.NEGATIVE_INFINITY : close[close.length - 1];
        for (int position = 0; position <= size; position++) {
            if (depart[position * layers] > last) {
                break;
            }
            int to = position == size ? model.van[van].end() : model.placeOf[visits[position]];
            double detour = model.cost[from * places + here]
                    + model.cost[here * places + to]
                    - (size == 0 ? 0 : model.cost[from * places + to])
                    + extra;
            from = to;
            if (detour < best && (blinks == 0 || random.nextDouble() >= blinks) && fitsAfter(position, visit)) {
                best = detour;
                found = position;
            }
        }
        place = found;
        return found < 0 ? Double.POSITIVE_INFINITY : best;
    }

    /** Cost of the way alone. */
    double wayCost() {
        double sum = 0;
        for (int i = 0; size > 0 && i <= size; i++) {
            sum += model.cost[placeAt(i) * model.places + placeAt(i + 1)];
        }
        return sum;
    }
}
