package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A plan being worked on: one timetable per van, and the visits in none. */
final class Draft {
    final RouteModel model;
    final Timetable[] tours;
    final int[] tourOf;
    /** Vans that are alike have the same kind; of the empty ones of a kind only the first needs to be tried. */
    final int[] kind;

    final int kinds;

    Draft(RouteModel model) {
        this.model = model;
        this.tours = new Timetable[model.vans];
        this.kind = new int[model.vans];
        int count = 0;
        for (int k = 0; k < model.vans; k++) {
            tours[k] = new Timetable(model, k);
            kind[k] = count;
            for (int other = 0; other < k; other++) {
                if (alike(k, other)) {
                    kind[k] = kind[other];
                    break;
                }
            }
            count += kind[k] == count ? 1 : 0;
        }
        this.kinds = count;
        this.tourOf = new int[model.visits];
        Arrays.fill(tourOf, -1);
    }

    private boolean alike(int a, int b) {
        RouteModel.Van one = model.van[a];
        RouteModel.Van two = model.van[b];
        boolean same = one.start() == two.start()
                && one.end() == two.end()
                && one.from() == two.from()
                && one.to() == two.to()
                && one.used() == two.used()
                && one.breaks().equals(two.breaks())
                && one.rep().capacity().equals(two.rep().capacity())
                && one.rep().skills().equals(two.rep().skills());
        if (!same) {
            return false;
        }
        for (int v = 0; v < model.visits; v++) {
            if (model.allowed[v][a] != model.allowed[v][b] || model.previousVan[v] == a || model.previousVan[v] == b) {
                return false;
            }
        }
        return true;
    }

    void set(int van, int[] sequence, int length) {
        Timetable tour = tours[van];
        for (int i = 0; i < tour.size(); i++) {
            if (tourOf[tour.at(i)] == van) {
                tourOf[tour.at(i)] = -1;
            }
        }
        tour.set(sequence, length);
        for (int i = 0; i < length; i++) {
            tourOf[sequence[i]] = van;
        }
    }

    /** The van into which the visit goes most cheaply below the limit, or -1; its timetable knows the position. */
    int cheapestVan(int visit, double limit, double blinks, RandomGenerator random) {
        boolean[] allowed = model.allowed[visit];
        long tried = 0;
        double best = limit;
        int found = -1;
        for (int k = 0; k < tours.length; k++) {
            Timetable tour = tours[k];
            if (!allowed[k] || !tour.hasRoomFor(visit)) {
                continue;
            }
            if (tour.size() == 0 && kind[k] < 64) {
                if ((tried & 1L << kind[k]) != 0) {
                    continue;
                }
                tried |= 1L << kind[k];
            }
            double cost = tour.cheapest(visit, best, blinks, random);
            if (cost < best) {
                best = cost;
                found = k;
            }
        }
        return found;
    }

    void insert(int van, int visit) {
        tours[van].insert(visit);
        tourOf[visit] = van;
    }

    /** What leaving the visit out costs, disturbance included. */
    double leftOut(int visit) {
        return model.price[visit] + model.disturbance(visit, -1);
    }

    int[] sequence(int van) {
        int[] sequence = new int[tours[van].size()];
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = tours[van].at(i);
        }
        return sequence;
    }
}
