package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;

/** A plan being worked on: one timetable per van, and the visits in none. Used by one thread. */
final class Draft {
    final RouteModel model;
    final Timetable[] tours;
    final int[] tourOf;
    /** Where each planned visit stands in its tour. */
    final int[] indexOf;

    Draft(RouteModel model) {
        this.model = model;
        this.tours = new Timetable[model.vans];
        this.indexOf = new int[model.visits];
        for (int k = 0; k < model.vans; k++) {
            tours[k] = Timetable.of(model, k, indexOf);
        }
        this.tourOf = new int[model.visits];
        Arrays.fill(tourOf, -1);
    }

    /** The same plan once more. */
    Draft(Draft other) {
        this(other.model);
        become(other);
    }

    /** The same plan with one visit more, which is left out, in a model that has it as its last one. */
    Draft(RouteModel larger, Draft other) {
        this(larger);
        for (int k = 0; k < tours.length; k++) {
            tours[k].copy(other.tours[k]);
        }
        System.arraycopy(other.tourOf, 0, tourOf, 0, other.tourOf.length);
        System.arraycopy(other.indexOf, 0, indexOf, 0, other.indexOf.length);
    }

    /** Becomes what the other is; tours that are the same stay as they are. */
    void become(Draft other) {
        for (int k = 0; k < tours.length; k++) {
            if (!tours[k].same(other.tours[k])) {
                tours[k].copy(other.tours[k]);
            }
        }
        System.arraycopy(other.tourOf, 0, tourOf, 0, tourOf.length);
        System.arraycopy(other.indexOf, 0, indexOf, 0, indexOf.length);
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
    int cheapestVan(int visit, double limit, Chance chance) {
        boolean[] allowed = model.allowed[visit];
        long tried = 0;
        double best = limit;
        int found = -1;
        for (int k = 0; k < tours.length; k++) {
            Timetable tour = tours[k];
            if (!allowed[k] || !tour.hasRoomFor(visit) || !model.groups.allow(visit, k, tourOf)) {
                continue;
            }
            if (tour.size() == 0 && model.kind[k] < 64) {
                if ((tried & 1L << model.kind[k]) != 0) {
                    continue;
                }
                tried |= 1L << model.kind[k];
            }
            double uneven = uneven(visit, k);
            double cost = tour.cheapest(visit, best - uneven, chance) + uneven;
            if (cost < best) {
                best = cost;
                found = k;
            }
        }
        return found;
    }

    /** What it costs that this rep does still more. */
    double uneven(int visit, int van) {
        if (!model.shares.count()) {
            return 0;
        }
        double does = service(model.shares.repOf(van));
        return model.shares.cost(model.shares.repOf(van), does + model.service[visit])
                - model.shares.cost(model.shares.repOf(van), does);
    }

    /** Minutes of service of a rep in all shifts. */
    double service(int rep) {
        double does = 0;
        for (int k : model.shares.vansOf(rep)) {
            does += tours[k].service();
        }
        return does;
    }

    void insert(int van, int visit) {
        tours[van].insert(visit);
        tourOf[visit] = van;
    }

    /** What leaving the visit out costs, disturbance included. */
    double leftOut(int visit) {
        return model.price[visit] + model.pairings.cost(visit, -1);
    }

    int[] sequence(int van) {
        int[] sequence = new int[tours[van].size()];
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = tours[van].at(i);
        }
        return sequence;
    }

    /** All tours, van by van. */
    int[][] sequences() {
        int[][] all = new int[tours.length][];
        for (int k = 0; k < all.length; k++) {
            all[k] = sequence(k);
        }
        return all;
    }
}
