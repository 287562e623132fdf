package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Puts visits into a plan by regret: next comes the one that would lose most if its best van were gone. Where a visit goes
 * best in a tour is not looked for anew after each insertion: nothing but the two new places can be cheaper than the place
 * known. Whether that is still there and in time is only asked when the van is one of the visit's best two.
 */
final class ByRegret {
    private static final double DEAR = 1e12;
    /** What is known of a place: the cheapest; the cheapest if it is still in time; gone, and no other costs less. */
    private static final byte SURE = 0;

    private static final byte PERHAPS_LATE = 1;
    private static final byte GONE = 2;
    private final RouteModel model;
    private final Draft draft;
    private final BooleanSupplier late;
    /** What each open visit costs in each van, and where it stands there. */
    private final double[][] cost;

    private final int[][] place;
    private final byte[][] known;
    private final int[] best;
    private final int[] second;
    private final double[] regret;
    private final double[] leftOut;
    private final int[] open;
    private int openVisits;
    /** Vans that are looked at: those that drive, and of the empty ones of a kind the first. */
    private final int[] shown;

    private int shownVans;
    private final boolean[] isShown;

    ByRegret(Draft draft, BooleanSupplier late) {
        this.draft = draft;
        this.model = draft.model;
        this.late = late;
        this.cost = new double[model.visits][];
        this.place = new int[model.visits][];
        this.known = new byte[model.visits][];
        this.best = new int[model.visits];
        this.second = new int[model.visits];
        this.regret = new double[model.visits];
        this.leftOut = new double[model.visits];
        this.open = new int[model.visits];
        this.shown = new int[model.vans];
        this.isShown = new boolean[model.vans];
    }

    void fill() {
        for (int v = 0; v < model.visits; v++) {
            if (draft.tourOf[v] < 0) {
                open[openVisits++] = v;
                leftOut[v] = draft.leftOut(v);
                cost[v] = new double[model.vans];
                place[v] = new int[model.vans];
                known[v] = new byte[model.vans];
                Arrays.fill(cost[v], Double.POSITIVE_INFINITY);
            }
        }
        for (int k = 0; k < model.vans; k++) {
            if (draft.tours[k].size() > 0 || firstEmptyOfKind(k)) {
                show(k);
            }
        }
        for (int i = 0; i < openVisits; i++) {
            compare(open[i]);
        }
        while (openVisits > 0 && !late.getAsBoolean()) {
            int visit = dearest();
            int van = best[visit];
            if (van >= 0 && model.groups.allow(visit, van, draft.tourOf)) {
                insert(visit, van);
            }
        }
    }

    /** Takes the visit with the most regret from the open ones. */
    private int dearest() {
        int next = 0;
        for (int i = 1; i < openVisits; i++) {
            if (regret[open[i]] > regret[open[next]]) {
                next = i;
            }
        }
        int visit = open[next];
        open[next] = open[--openVisits];
        return visit;
    }

    private void insert(int visit, int van) {
        boolean opens = draft.tours[van].size() == 0;
        int at = place[visit][van];
        draft.tours[van].place = at;
        draft.insert(van, visit);
        boolean wholly = opens || model.shares.count();
        for (int i = 0; i < openVisits; i++) {
            double before = cost[open[i]][van];
            if (wholly) {
                lookAtAll(open[i], van);
            } else {
                lookAround(open[i], van, at);
            }
            compareAgain(open[i], van, before);
        }
        for (int k = 0; opens && k < model.vans; k++) {
            if (!isShown[k] && firstEmptyOfKind(k)) {
                show(k);
                for (int i = 0; i < openVisits; i++) {
                    compareAgain(open[i], k, Double.POSITIVE_INFINITY);
                }
            }
        }
    }

    private void show(int van) {
        isShown[van] = true;
        shown[shownVans++] = van;
        for (int i = 0; i < openVisits; i++) {
            lookAtAll(open[i], van);
        }
    }

    private boolean firstEmptyOfKind(int van) {
        if (draft.tours[van].size() > 0) {
            return false;
        }
        for (int k = 0; k < van; k++) {
            if (model.kind[k] == model.kind[van] && draft.tours[k].size() == 0) {
                return false;
            }
        }
        return true;
    }

    private void lookAtAll(int visit, int van) {
        Timetable tour = draft.tours[van];
        cost[visit][van] = Double.POSITIVE_INFINITY;
        if (model.allowed[visit][van] && tour.hasRoomFor(visit)) {
            double uneven = draft.uneven(visit, van);
            cost[visit][van] = tour.cheapest(visit, leftOut[visit] - uneven, Chance.NONE) + uneven;
            place[visit][van] = tour.place;
        }
        known[visit][van] = SURE;
    }

    /** The same after a visit has been put at this index of a tour that was not empty. */
    private void lookAround(int visit, int van, int index) {
        Timetable tour = draft.tours[van];
        if (!model.allowed[visit][van] || !tour.hasRoomFor(visit)) {
            cost[visit][van] = Double.POSITIVE_INFINITY;
            return;
        }
        if (cost[visit][van] < Double.POSITIVE_INFINITY) {
            int at = place[visit][van];
            place[visit][van] = at > index ? at + 1 : at;
            known[visit][van] = at == index ? GONE : (byte) Math.max(known[visit][van], PERHAPS_LATE);
        }
        for (int position = index; position <= index + 1; position++) {
            double here = tour.detour(position, visit) + model.pairings.cost(visit, van);
            if (here < cost[visit][van] && here < leftOut[visit] && tour.fits(position, visit)) {
                cost[visit][van] = here;
                place[visit][van] = position;
                known[visit][van] = SURE;
            }
        }
    }

    /** Makes sure of what the visit costs in this van; false when it costs more than was thought. */
    private boolean sure(int visit, int van) {
        byte what = known[visit][van];
        known[visit][van] = SURE;
        if (what == SURE || (what == PERHAPS_LATE && draft.tours[van].fits(place[visit][van], visit))) {
            return true;
        }
        lookAtAll(visit, van);
        return false;
    }

    /** Finds the visit's best van and the next best one. */
    private void compare(int visit) {
        boolean sure = false;
        while (!sure) {
            rank(visit);
            sure = (best[visit] < 0 || sure(visit, best[visit])) & (second[visit] < 0 || sure(visit, second[visit]));
        }
    }

    private void rank(int visit) {
        double first = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        best[visit] = -1;
        second[visit] = -1;
        double[] costs = cost[visit];
        for (int i = 0; i < shownVans; i++) {
            int k = shown[i];
            if (costs[k] < first) {
                next = first;
                second[visit] = best[visit];
                first = costs[k];
                best[visit] = k;
            } else if (costs[k] < next) {
                next = costs[k];
                second[visit] = k;
            }
        }
        regret[visit] =
                best[visit] < 0 ? Double.NEGATIVE_INFINITY : Math.min(next, Math.min(leftOut[visit], DEAR)) - first;
    }

    /** The same where only this van has become another. */
    private void compareAgain(int visit, int van, double before) {
        double now = cost[visit][van];
        boolean ranked = best[visit] == van || second[visit] == van;
        boolean another = now != before && (second[visit] < 0 || now < cost[visit][second[visit]]);
        if (another || (ranked && (now != before || known[visit][van] != SURE))) {
            compare(visit);
        }
    }
}
