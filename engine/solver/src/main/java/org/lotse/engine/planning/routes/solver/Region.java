package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Some tours and those nearest to them: what is worth rearranging after something has changed there. */
final class Region {
    private static final int AROUND = 4;
    private static final int MOST = 24;
    private final Draft draft;
    private final boolean[] vans;
    private final boolean[] visits;

    /** The touched vans and, for each, the nearest used ones at work at the same time. */
    Region(Draft draft, boolean[] touched) {
        this.draft = draft;
        this.vans = touched.clone();
        this.visits = new boolean[draft.model.visits];
        int count = 0;
        for (int k = 0; k < touched.length && count < MOST; k++) {
            if (touched[k]) {
                for (int near : nearest(k)) {
                    count += vans[near] ? 0 : 1;
                    vans[near] = true;
                }
            }
        }
        for (int v = 0; v < visits.length; v++) {
            visits[v] = draft.tourOf[v] < 0;
        }
    }

    private List<Integer> nearest(int van) {
        RouteModel model = draft.model;
        Van here = model.van[van];
        int from = centre(van);
        double[] far = new double[model.vans];
        List<Integer> others = new ArrayList<>();
        for (int k = 0; k < model.vans; k++) {
            Van there = model.van[k];
            boolean atWork = there.from() < there.latest();
            if (k != van && atWork && there.from() < here.latest() && here.from() < there.latest()) {
                far[k] = model.cost[from * model.places + centre(k)];
                others.add(k);
            }
        }
        others.sort(Comparator.comparingDouble(k -> far[k]));
        return others.subList(0, Math.min(AROUND, others.size()));
    }

    /** A place in the middle of the tour. */
    private int centre(int van) {
        Timetable tour = draft.tours[van];
        return tour.size() == 0 ? draft.model.van[van].start() : draft.model.placeOf[tour.at(tour.size() / 2)];
    }

    boolean[] vans() {
        return vans;
    }

    boolean[] visits() {
        return visits;
    }

    /** Mean cost of a leg in the region. */
    double leg() {
        int legs = 0;
        double cost = 0;
        for (int k = 0; k < vans.length; k++) {
            if (vans[k] && draft.tours[k].size() > 0) {
                legs += draft.tours[k].size() + 1;
                cost += draft.tours[k].wayCost();
            }
        }
        return legs == 0 ? 1 : cost / legs;
    }
}
