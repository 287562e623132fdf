package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;

/**
 * The visits of one van in order, and answers to the question "does this visit fit here, and what does it cost?". Position 0
 * is the start, 1 to {@code size} the visits, {@code size + 1} the end. How times are kept depends on the van: without breaks
 * ({@link PlainTimes}), with breaks ({@link BreakTimes}), or in trips ({@link TripTimes}).
 */
abstract class Timetable {
    final RouteModel model;
    final int van;
    /** When the rep has to be back. */
    final double latest;

    private final Cargo cargo;
    int[] visits = new int[8];
    int size;
    /** Cost of the way from each position to the next; 0 while there is nothing to drive for. */
    double[] leg = new double[10];

    double way;
    private double service;
    /** Where each visit of this tour stands, for whoever keeps it. */
    private final int[] indexOf;

    /** Position after which {@link #cheapest} would insert. */
    int place;

    Timetable(RouteModel model, int van, int[] indexOf, double more) {
        this.model = model;
        this.van = van;
        this.latest = model.van[van].latest() + more;
        this.indexOf = indexOf;
        this.cargo = new Cargo(model, van);
    }

    /** An empty tour that keeps in {@code indexOf} where its visits stand. */
    static Timetable of(RouteModel model, int van, int[] indexOf) {
        return of(model, van, indexOf, 0);
    }

    /** With so many minutes more at the end of the shift than there are. */
    static Timetable of(RouteModel model, int van, int[] indexOf, double more) {
        Timetable tour = model.inTrips(van)
                ? new TripTimes(model, van, indexOf, more)
                : model.van[van].breaks().isEmpty()
                        ? new PlainTimes(model, van, indexOf, more)
                        : new BreakTimes(model, van, indexOf, more);
        tour.compute();
        return tour;
    }

    /** Works out all times anew. */
    abstract void times();

    /** Works out the times anew after the visit at this index has been put in. */
    abstract void timesAfterInsertion(int index);

    abstract void copyTimes(Timetable other);

    /** Whether the visit fits in time after the position. */
    abstract boolean fitsAfter(int position, int visit);

    /** The earliest minute one leaves the position. */
    abstract double leaves(int position);

    /** Whether all of it can be driven in time. */
    abstract boolean feasible();

    /** When the rep is at the end. */
    abstract double back();

    abstract boolean span(int position, int visit, double[] span, boolean anyTime);

    /** Minutes of service. */
    double service() {
        return service;
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
        service = other.service;
        visits = fitting(visits, other.visits, size);
        leg = fitting(leg, other.leg, size + 1);
        cargo.copy(other.cargo);
        copyTimes(other);
    }

    static int[] fitting(int[] to, int[] from, int length) {
        int[] fitting = to.length < length ? new int[from.length] : to;
        System.arraycopy(from, 0, fitting, 0, length);
        return fitting;
    }

    static double[] fitting(double[] to, double[] from, int length) {
        double[] fitting = to.length < length ? new double[from.length] : to;
        System.arraycopy(from, 0, fitting, 0, length);
        return fitting;
    }

    /** Where the visit stands in this tour, or -1. */
    int find(int visit) {
        int at = indexOf[visit];
        return at < size && visits[at] == visit ? at : -1;
    }

    /** Whether the visit at this position would stand after those of the tour that it follows, and before its followers. */
    boolean keepsOrder(int position, int visit) {
        Precedence precedence = model.groups.precedence();
        return !precedence.some() || precedence.inOrder(visit, position, this);
    }

    /** Whether the visit fits after the position, in time and in order. */
    final boolean fits(int position, int visit) {
        return fitsAfter(position, visit) && keepsOrder(position, visit);
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
        if (leg.length < size + 2) {
            leg = Arrays.copyOf(leg, (size + 2) * 2);
        }
        System.arraycopy(leg, place, leg, place + 1, size - place);
        service += model.service[visit];
        int here = model.placeOf[visit];
        way -= leg[place + 1];
        leg[place] = model.cost[placeAt(place) * model.places + here];
        leg[place + 1] = model.cost[here * model.places + placeAt(place + 2)];
        way += leg[place] + leg[place + 1];
        cargo.add(model.demand[visit]);
        timesAfterInsertion(place);
    }

    final int placeAt(int position) {
        if (position == 0) {
            return model.van[van].start();
        }
        return position > size ? model.van[van].end() : model.placeOf[visits[position - 1]];
    }

    private void compute() {
        cargo.unload();
        service = 0;
        for (int i = 0; i < size; i++) {
            service += model.service[visits[i]];
            cargo.add(model.demand[visits[i]]);
        }
        legs();
        index();
        times();
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

    boolean hasRoomFor(int visit) {
        return cargo.hasRoomFor(model.demand[visit]);
    }

    /** Whether all that is loaded fits. */
    boolean loadFits() {
        return cargo.fits();
    }

    /** How much more room the visit needs, in the dimension that lacks most. */
    double roomMissingFor(int visit) {
        return cargo.missingFor(model.demand[visit]);
    }

    /** Room left in the dimension the visit needs most of beyond what is there. */
    double roomFor(int visit) {
        return cargo.roomFor(model.demand[visit]);
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

    /** What the visit at this position costs more, if that can be below the limit. */
    double insertion(int position, int visit, double below) {
        return detour(position, visit);
    }

    /**
     * The least extra cost of having the visit in this van, if below {@code limit}; else infinite. Leaves the position in
     * {@link #place}. Demand and permission are the caller's to check.
     */
    double cheapest(int visit, double limit, Chance chance) {
        double extra = model.pairings.cost(visit, van) + (size == 0 ? model.van[van].used() : 0);
        double best = limit;
        int found = -1;
        double[] close = model.closes[visit];
        double last = close.length == 0 ? Double.NEGATIVE_INFINITY : close[close.length - 1];
        if (close.length == 0 || model.opens[visit][0] > latest || extra >= limit) {
            place = -1;
            return Double.POSITIVE_INFINITY;
        }
        for (int position = 0; position <= size && leaves(position) <= last; position++) {
            double cost = insertion(position, visit, best - extra) + extra;
            if (cost < best && !chance.overlooks() && fits(position, visit)) {
                best = cost;
                found = position;
            }
        }
        place = found;
        return found < 0 ? Double.POSITIVE_INFINITY : best;
    }

    /** Minutes the rep is back later than the shift ends. */
    double overtime() {
        Van here = model.van[van];
        return size == 0 || here.latest() == here.to() ? 0 : Math.max(0, back() - here.to());
    }

    /** Minutes on the road. */
    double minutes() {
        double sum = 0;
        for (int position = 0; size > 0 && position <= size; position++) {
            sum += model.minutes[placeAt(position) * model.places + placeAt(position + 1)];
        }
        return sum;
    }

    /** Kilometres on the road. */
    double kilometres() {
        double sum = 0;
        for (int position = 0; size > 0 && position <= size; position++) {
            sum += model.kilometres[placeAt(position) * model.places + placeAt(position + 1)];
        }
        return sum;
    }

    /** Cost of the way alone. */
    double wayCost() {
        return way;
    }
}
