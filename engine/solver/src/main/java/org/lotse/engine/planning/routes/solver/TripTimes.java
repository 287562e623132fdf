package org.lotse.engine.planning.routes.solver;

/**
 * A tour in trips: the vehicle is emptied or filled again on its way, or has to wait for what it brings. What an insertion
 * means is worked out by dividing the whole tour anew.
 */
final class TripTimes extends Timetable {
    private final Trips trips;
    private final boolean reloads;
    private Trips.Division division = Trips.Division.NONE;
    private int[] tried = new int[10];

    TripTimes(RouteModel model, int van, int[] indexOf, double more) {
        super(model, van, indexOf, more);
        this.trips = new Trips(model, van, latest);
        this.reloads = model.van[van].reload().length > 0;
    }

    @Override
    void times() {
        division = trips.divide(visits, size);
        way = division.cost();
    }

    @Override
    void timesAfterInsertion(int index) {
        times();
    }

    @Override
    void copyTimes(Timetable other) {
        division = ((TripTimes) other).division;
    }

    private Trips.Division with(int position, int visit) {
        if (tried.length < size + 1) {
            tried = new int[(size + 1) * 2];
        }
        System.arraycopy(visits, 0, tried, 0, position);
        tried[position] = visit;
        System.arraycopy(visits, position, tried, position + 1, size - position);
        return trips.divide(tried, size + 1);
    }

    @Override
    boolean fitsAfter(int position, int visit) {
        return with(position, visit).possible();
    }

    @Override
    double insertion(int position, int visit, double below) {
        double base = size == 0 ? 0 : division.cost();
        return model.freeDetour(placeAt(position), model.placeOf[visit], placeAt(position + 1)) >= below && !reloads
                ? Double.POSITIVE_INFINITY
                : with(position, visit).cost() - base;
    }

    @Override
    double detour(int position, int visit) {
        return insertion(position, visit, Double.POSITIVE_INFINITY);
    }

    /** Nothing may be concluded from one leg alone. */
    @Override
    double leg(int position) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    boolean hasRoomFor(int visit) {
        return reloads || super.hasRoomFor(visit);
    }

    @Override
    boolean loadFits() {
        return reloads || super.loadFits();
    }

    @Override
    double leaves(int position) {
        return model.van[van].from();
    }

    @Override
    boolean feasible() {
        return size == 0 || division.possible();
    }

    @Override
    double back() {
        return division.back();
    }

    /** The time as it comes out, and with room to shift it as far as the next full quarter of an hour. */
    @Override
    boolean span(int position, int visit, double[] span, boolean anyTime) {
        Trips.Division now = with(position, visit);
        if (!now.possible()) {
            return false;
        }
        TripWalk walk = new TripWalk(model, van, tried, now);
        span[0] = walk.begin(position);
        span[1] = span[0];
        double quarter = Math.ceil(span[0] / 15) * 15;
        if (model.begin(visit, quarter) == quarter && possibleAt(position, visit, quarter)) {
            span[1] = quarter;
        }
        return true;
    }

    private boolean possibleAt(int position, int visit, double at) {
        double[] opens = model.opens[visit];
        double[] closes = model.closes[visit];
        model.opens[visit] = new double[] {at};
        model.closes[visit] = new double[] {at};
        boolean possible = with(position, visit).possible();
        model.opens[visit] = opens;
        model.closes[visit] = closes;
        return possible;
    }

    Trips.Division division() {
        return division;
    }

    int[] sequence() {
        return visits;
    }

    @Override
    double minutes() {
        return size == 0 ? 0 : new TripWalk(model, van, visits, division).minutes();
    }

    @Override
    double kilometres() {
        return size == 0 ? 0 : new TripWalk(model, van, visits, division).kilometres();
    }
}
