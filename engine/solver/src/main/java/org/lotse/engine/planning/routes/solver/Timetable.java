package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.List;
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
    private final double[] carried;
    /** Where each visit of this tour stands, for whoever keeps it. */
    private final int[] indexOf;

    private final double latest;

    /** Cost of the way from each position to the next; 0 while there is nothing to drive for. */
    private double[] leg = new double[10];

    private double way;
    /** Position after which {@link #cheapest} would insert. */
    int place;

    Timetable(RouteModel model, int van) {
        this(model, van, new int[model.visits]);
    }

    /** Keeps in {@code indexOf} where its visits stand. */
    Timetable(RouteModel model, int van, int[] indexOf) {
        this(model, van, indexOf, 0);
    }

    /** With so many minutes more at the end of the shift than there are. */
    Timetable(RouteModel model, int van, int[] indexOf, double more) {
        this.model = model;
        this.latest = model.van[van].latest() + more;
        this.indexOf = indexOf;
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
        this.carried = new double[capacity.length];
        List<Double> before = model.van[van].carried();
        for (int d = 0; d < carried.length && d < before.size(); d++) {
            carried[d] = before.get(d);
        }
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

    /** Whether the other of the same van has the same visits in the same order. */
    boolean same(Timetable other) {
        return Arrays.equals(visits, 0, size, other.visits, 0, other.size);
    }

    /** Becomes what the other of the same van is; the index is left as it is. */
    void copy(Timetable other) {
        size = other.size;
        way = other.way;
        visits = fitting(visits, other.visits, size);
        leg = fitting(leg, other.leg, size + 1);
        depart = fitting(depart, other.depart, (size + 2) * layers);
        arriveBy = fitting(arriveBy, other.arriveBy, (size + 2) * layers);
        System.arraycopy(other.load, 0, load, 0, load.length);
    }

    private static int[] fitting(int[] to, int[] from, int length) {
        int[] fitting = to.length < length ? new int[from.length] : to;
        System.arraycopy(from, 0, fitting, 0, length);
        return fitting;
    }

    private static double[] fitting(double[] to, double[] from, int length) {
        double[] fitting = to.length < length ? new double[from.length] : to;
        System.arraycopy(from, 0, fitting, 0, length);
        return fitting;
    }

    /** Writes where the visits stand. */
    void index() {
        for (int i = 0; i < size; i++) {
            indexOf[visits[i]] = i;
        }
    }

    /** Puts the visit at {@link #place}; only what changes is worked out anew. */
    void insert(int visit) {
        if (size == visits.length) {
            visits = Arrays.copyOf(visits, size * 2);
        }
        System.arraycopy(visits, place, visits, place + 1, size - place);
        visits[place] = visit;
        size++;
        for (int i = place; i < size; i++) {
            indexOf[visits[i]] = i;
        }
        if (layers > 1) {
            compute();
            return;
        }
        if (depart.length < size + 2) {
            depart = Arrays.copyOf(depart, (size + 2) * 2);
            arriveBy = Arrays.copyOf(arriveBy, (size + 2) * 2);
        }
        System.arraycopy(depart, place + 1, depart, place + 2, size - 1 - place);
        System.arraycopy(arriveBy, place + 1, arriveBy, place + 2, size - place);
        if (leg.length < size + 2) {
            leg = Arrays.copyOf(leg, (size + 2) * 2);
        }
        System.arraycopy(leg, place, leg, place + 1, size - place);
        int here = model.placeOf[visit];
        way -= leg[place + 1];
        leg[place] = model.cost[placeAt(place) * model.places + here];
        leg[place + 1] = model.cost[here * model.places + placeAt(place + 2)];
        way += leg[place] + leg[place + 1];
        double[] demand = model.demand[visit];
        for (int d = 0; d < demand.length && d < load.length; d++) {
            load[d] += demand[d];
        }
        forwardFrom(place + 1);
        backwardFrom(place + 1);
    }

    private void forwardFrom(int changed) {
        int from = placeAt(changed - 1);
        double now = depart[changed - 1];
        for (int i = changed; i <= size; i++) {
            int visit = visits[i - 1];
            int to = model.placeOf[visit];
            now = model.begin(visit, now + model.minutes[from * model.places + to]) + model.service[visit];
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
            latest =
                    model.latestArrival(visit, latest - model.minutes[from * model.places + to] - model.service[visit]);
            if (i < changed && arriveBy[i] == latest) {
                return;
            }
            arriveBy[i] = latest;
            to = from;
        }
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
        System.arraycopy(carried, 0, load, 0, load.length);
        for (int i = 0; i < size; i++) {
            double[] demand = model.demand[visits[i]];
            for (int d = 0; d < demand.length && d < load.length; d++) {
                load[d] += demand[d];
            }
        }
        legs();
        index();
        if (layers == 1) {
            depart[0] = model.van[van].from();
            arriveBy[size + 1] = latest;
            forwardAll();
            backwardAll();
        } else {
            forward();
            backward();
        }
    }

    private void legs() {
        if (leg.length < size + 2) {
            leg = new double[(size + 2) * 2];
        }
        way = 0;
        leg[0] = 0;
        int from = model.van[van].start() * model.places;
        for (int i = 0; size > 0 && i <= size; i++) {
            int to = placeAt(i + 1);
            leg[i] = model.cost[from + to];
            way += leg[i];
            from = to * model.places;
        }
    }

    private void forwardAll() {
        int from = model.van[van].start();
        double now = depart[0];
        for (int i = 1; i <= size; i++) {
            int visit = visits[i - 1];
            int to = model.placeOf[visit];
            now = model.begin(visit, now + model.minutes[from * model.places + to]) + model.service[visit];
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
            latest =
                    model.latestArrival(visit, latest - model.minutes[from * model.places + to] - model.service[visit]);
            arriveBy[i] = latest;
            to = from;
        }
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

    /** Whether all that is loaded fits. */
    boolean loadFits() {
        for (int d = 0; d < load.length; d++) {
            if (load[d] > capacity[d] + 1e-9) {
                return false;
            }
        }
        return true;
    }

    /** How much more room the visit needs, in the dimension that lacks most. */
    double roomMissingFor(int visit) {
        double missing = 0;
        for (int d = 0; d < load.length && d < model.demand[visit].length; d++) {
            missing = Math.max(missing, load[d] + model.demand[visit][d] - capacity[d]);
        }
        return missing;
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

    /** Minutes on the road more with the visit at this position. */
    double detourMinutes(int position, int visit) {
        int here = model.placeOf[visit];
        int from = placeAt(position) * model.places;
        int to = placeAt(position + 1);
        return model.minutes[from + here]
                + model.minutes[here * model.places + to]
                - (size == 0 ? 0 : model.minutes[from + to]);
    }

    /** Writes the earliest and the latest begin of the visit at this position; false when it does not fit there. */
    boolean span(int position, int visit, double[] span) {
        return span(position, visit, span, false);
    }

    /** The same if the visit could begin at any time. */
    boolean spanAtAnyTime(int position, int visit, double[] span) {
        return span(position, visit, span, true);
    }

    private boolean span(int position, int visit, double[] span, boolean anyTime) {
        int here = model.placeOf[visit];
        double to = model.minutes[placeAt(position) * model.places + here];
        double on = model.minutes[here * model.places + placeAt(position + 1)];
        boolean fits = false;
        double arrive = Double.POSITIVE_INFINITY;
        for (int j = 0; j < layers && !fits; j++) {
            arrive = Math.min(
                    depart[position * layers + j] + to, j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, arrive));
            double by = arriveBy[(position + 1) * layers + j] - on - model.service[visit];
            double first = anyTime ? arrive : model.begin(visit, arrive);
            double last = anyTime ? by : model.latestArrival(visit, by);
            fits = first <= last;
            span[0] = first;
            span[1] = last;
        }
        return fits;
    }

    /** Cost of the way from the position to the next one; 0 in an empty tour. */
    double leg(int position) {
        return leg[position];
    }

    /** What the visit at this position costs more, beside what it costs to have it in this van at all. */
    double detour(int position, int visit) {
        int here = model.placeOf[visit];
        return model.cost[placeAt(position) * model.places + here]
                + model.cost[here * model.places + placeAt(position + 1)]
                - leg[position];
    }

    /**
     * The least extra cost of having the visit in this van, if below {@code limit}; else infinite. Leaves the position in
     * {@link #place}. Demand and permission are the caller's to check.
     */
    double cheapest(int visit, double limit, Chance chance) {
        int here = model.placeOf[visit];
        int places = model.places;
        double extra = model.pairing(visit, van) + (size == 0 ? model.van[van].used() : 0);
        double best = limit;
        int found = -1;
        int from = model.van[van].start();
        double[] close = model.closes[visit];
        double last = close.length == 0 ? Double.NEGATIVE_INFINITY : close[close.length - 1];
        if (close.length == 0 || model.opens[visit][0] > latest || extra >= limit) {
            place = -1;
            return Double.POSITIVE_INFINITY;
        }
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
            if (detour < best && !chance.overlooks() && fitsAfter(position, visit)) {
                best = detour;
                found = position;
            }
        }
        place = found;
        return found < 0 ? Double.POSITIVE_INFINITY : best;
    }

    /** Whether all of it can be driven in time. */
    boolean feasible() {
        for (int j = 0; j < layers; j++) {
            double way = model.minutes[placeAt(0) * model.places + placeAt(1)];
            if (size == 0 || depart[j] + way <= arriveBy[layers + j]) {
                return true;
            }
        }
        return false;
    }

    /** Minutes the rep is back later than the shift ends. */
    double overtime() {
        RouteModel.Van here = model.van[van];
        return size == 0 || here.latest() == here.to() ? 0 : Math.max(0, back() - here.to());
    }

    /** When the rep is at the end. */
    double back() {
        double on = model.minutes[placeAt(size) * model.places + model.van[van].end()];
        double back = Double.POSITIVE_INFINITY;
        double arrive = Double.POSITIVE_INFINITY;
        for (int j = 0; j < layers; j++) {
            arrive =
                    Math.min(depart[size * layers + j] + on, j == 0 ? Double.POSITIVE_INFINITY : rested(j - 1, arrive));
            back = arrive <= arriveBy[(size + 1) * layers + j] ? Math.min(back, arrive) : back;
        }
        return back;
    }

    /** Minutes from the position to the next. */
    double minutes(int position) {
        return model.minutes[placeAt(position) * model.places + placeAt(position + 1)];
    }

    /** Kilometres from the position to the next. */
    double kilometres(int position) {
        return model.kilometres[placeAt(position) * model.places + placeAt(position + 1)];
    }

    /** Cost of the way alone. */
    double wayCost() {
        return way;
    }
}
