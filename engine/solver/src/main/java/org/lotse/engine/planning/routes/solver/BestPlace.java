package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a visit goes most cheaply: next to the visits it goes well with and in a van that is still empty; anywhere
 * when that finds nothing, and now and then.
 */
final class BestPlace {
    /** Below this many visits all positions are looked at. */
    private static final int FEW = 60;

    private static final double LOOK_EVERYWHERE = 0.01;
    private static final int EMPTY_TRIED = 8;
    private final RouteModel model;
    private final Draft draft;
    private final Closeness closeness;
    private final int[] @Nullable [] kinds;
    private final BitSet[] emptyOfKind;
    private boolean[] own;
    private int position;

    BestPlace(Draft draft, Closeness closeness) {
        this.draft = draft;
        this.model = draft.model;
        this.closeness = closeness;
        this.kinds = new int[model.visits][];
        int most = Arrays.stream(model.kind).max().orElse(-1) + 1;
        this.emptyOfKind = new BitSet[most];
        for (int kind = 0; kind < most; kind++) {
            emptyOfKind[kind] = new BitSet(model.vans);
        }
        this.own = new boolean[model.vans];
        Arrays.fill(own, true);
        forget();
    }

    void own(boolean[] vans) {
        own = vans;
        forget();
    }

    /** Looks anew which vans are empty. */
    void forget() {
        for (BitSet empty : emptyOfKind) {
            empty.clear();
        }
        for (int k = 0; k < model.vans; k++) {
            if (own[k] && draft.tours[k].size() == 0) {
                emptyOfKind[model.kind[k]].set(k);
            }
        }
    }

    /** Looks anew whether the van is empty. */
    void look(int van) {
        emptyOfKind[model.kind[van]].set(van, draft.tours[van].size() == 0);
    }

    /** Position in the van last found. */
    int position() {
        return position;
    }

    /** The van in which the visit costs least, if below {@code limit}; else -1. */
    int find(int visit, double limit, Chance chance) {
        int only = model.groups.some() ? model.groups.van(visit, draft.tourOf) : Groups.ANY;
        if (only != Groups.ANY) {
            return with(only, visit, limit, chance);
        }
        if (model.visits <= FEW || chance.happens(LOOK_EVERYWHERE)) {
            return everywhere(visit, limit, chance);
        }
        int van = nearby(visit, limit, chance);
        boolean must = Double.isInfinite(model.price[visit]);
        return van < 0 && (must || chance.happens(LOOK_EVERYWHERE * 5)) ? everywhere(visit, limit, chance) : van;
    }

    /** In this van alone: it has the rest of the visit's group. */
    private int with(int van, int visit, double limit, Chance chance) {
        Timetable tour = draft.tours[van];
        boolean may = own[van]
                && model.allowed[visit][van]
                && tour.hasRoomFor(visit)
                && model.groups.suits(visit, van, draft.tourOf);
        double uneven = draft.uneven(visit, van);
        double cost = may ? tour.cheapest(visit, limit - uneven, chance) + uneven : Double.POSITIVE_INFINITY;
        position = tour.place;
        return cost < limit ? van : -1;
    }

    private int nearby(int visit, double limit, Chance chance) {
        double best = limit;
        int found = -1;
        boolean[] allowed = model.allowed[visit];
        int here = model.placeOf[visit];
        double least = closeness.leastFrom(visit);
        for (int other : closeness.before(visit)) {
            int van = draft.tourOf[other];
            if (van >= 0 && own[van] && allowed[van]) {
                int at = draft.indexOf[other] + 1;
                double coming = model.cost[model.placeOf[other] * model.places + here] - draft.tours[van].leg(at);
                double cost = coming + least < best ? costAt(van, at, visit, best, chance) : best;
                if (cost < best) {
                    best = cost;
                    found = van;
                    position = at;
                }
            }
        }
        least = closeness.leastTo(visit);
        for (int other : closeness.after(visit)) {
            int van = draft.tourOf[other];
            if (van >= 0 && own[van] && allowed[van]) {
                int at = draft.indexOf[other];
                double going = model.cost[here * model.places + model.placeOf[other]] - draft.tours[van].leg(at);
                double cost = going + least < best ? costAt(van, at, visit, best, chance) : best;
                if (cost < best) {
                    best = cost;
                    found = van;
                    position = at;
                }
            }
        }
        int tried = 0;
        for (int kind : kindsFor(visit)) {
            int van = emptyOfKind[kind].nextSetBit(0);
            if (van >= 0) {
                double cost = costAt(van, 0, visit, best, chance);
                if (cost < best) {
                    best = cost;
                    found = van;
                    position = 0;
                }
                if (++tried == EMPTY_TRIED) {
                    break;
                }
            }
        }
        return found;
    }

    private double costAt(int van, int at, int visit, double below, Chance chance) {
        Timetable tour = draft.tours[van];
        double beside = model.pairings.cost(visit, van)
                + draft.uneven(visit, van)
                + (tour.size() == 0 ? model.van[van].used() : 0);
        double cost = tour.insertion(at, visit, below - beside) + beside;
        return cost < below
                        && !chance.overlooks()
                        && tour.hasRoomFor(visit)
                        && tour.fits(at, visit)
                        && model.groups.suits(visit, van, draft.tourOf)
                ? cost
                : Double.POSITIVE_INFINITY;
    }

    private int everywhere(int visit, double limit, Chance chance) {
        boolean[] allowed = model.allowed[visit];
        double best = limit;
        int found = -1;
        for (int k = 0; k < model.vans; k++) {
            Timetable tour = draft.tours[k];
            boolean another = tour.size() == 0 && emptyOfKind[model.kind[k]].nextSetBit(0) != k;
            if (own[k]
                    && allowed[k]
                    && !another
                    && tour.hasRoomFor(visit)
                    && model.groups.suits(visit, k, draft.tourOf)) {
                double uneven = draft.uneven(visit, k);
                double cost = tour.cheapest(visit, best - uneven, chance) + uneven;
                if (cost < best) {
                    best = cost;
                    found = k;
                    position = tour.place;
                }
            }
        }
        return found;
    }

    /** Kinds of vans that could make the visit, those first whose start and end are near. */
    private int[] kindsFor(int visit) {
        int[] known = kinds[visit];
        if (known == null) {
            double[] far = new double[emptyOfKind.length];
            Arrays.fill(far, Double.POSITIVE_INFINITY);
            for (int k = 0; k < model.vans; k++) {
                Van van = model.van[k];
                double there = model.minutes[van.start() * model.places + model.placeOf[visit]];
                double start = model.begin(visit, van.from() + there);
                if (model.allowed[visit][k] && start <= van.to()) {
                    far[model.kind[k]] = van.used()
                            + model.cost[van.start() * model.places + model.placeOf[visit]]
                            + model.cost[model.placeOf[visit] * model.places + van.end()];
                }
            }
            known = IntStream.range(0, far.length)
                    .filter(kind -> far[kind] < Double.POSITIVE_INFINITY)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer kind) -> far[kind]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            kinds[visit] = known;
        }
        return known;
    }
}
