package org.lotse.engine.planning.routes.solver;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which visits go well directly before or after which other: the way costs little, nobody waits long and nobody comes too
 * late (the proximity of Vidal et al. 2013). Worked out when first asked for. Thread-safe.
 */
final class Closeness {
    private static final int MOST = 20;
    private static final double WAIT = 0.2;
    private static final double LATE = 1;
    private final RouteModel model;
    private final int most;
    private final AtomicReferenceArray<int[]> before;
    private final AtomicReferenceArray<int[]> after;
    private @Nullable Closeness others;
    /** How many start, end or are to be visited at each place. */
    private final int[] here;

    Closeness(RouteModel model) {
        this.model = model;
        this.most = Math.min(MOST, Math.max(0, model.visits - 1));
        this.before = new AtomicReferenceArray<>(model.visits);
        this.after = new AtomicReferenceArray<>(model.visits);
        this.here = new int[model.places];
        for (Van van : model.van) {
            here[van.start()]++;
            here[van.end()]++;
        }
        for (int place : model.placeOf) {
            here[place]++;
        }
    }

    /** Of a model with one visit more; what is known about the others is taken over. */
    Closeness(RouteModel larger, Closeness known) {
        this.model = larger;
        this.most = known.most;
        this.before = new AtomicReferenceArray<>(larger.visits);
        this.after = new AtomicReferenceArray<>(larger.visits);
        this.here = known.here.clone();
        here[larger.placeOf[larger.visits - 1]]++;
        this.others = known;
    }

    /** No way from the visit to another one, or home, costs less. */
    double leastFrom(int visit) {
        int place = model.placeOf[visit];
        return here[place] > 1 ? 0 : model.ways.leastFrom(place);
    }

    /** No way to the visit from another one, or from home, costs less. */
    double leastTo(int visit) {
        int place = model.placeOf[visit];
        return here[place] > 1 ? 0 : model.ways.leastTo(place);
    }

    /** The best ones to come from. */
    int[] before(int visit) {
        if (others != null && visit < others.model.visits) {
            return others.before(visit);
        }
        int[] known = before.get(visit);
        if (known == null) {
            known = nearest(visit, true);
            before.set(visit, known);
        }
        return known;
    }

    /** The best ones to go on to. */
    int[] after(int visit) {
        if (others != null && visit < others.model.visits) {
            return others.after(visit);
        }
        int[] known = after.get(visit);
        if (known == null) {
            known = nearest(visit, false);
            after.set(visit, known);
        }
        return known;
    }

    private int[] nearest(int visit, boolean coming) {
        double[] far = new double[model.visits];
        for (int other = 0; other < model.visits; other++) {
            far[other] = coming ? far(other, visit) : far(visit, other);
        }
        return Neighbours.nearest(far, visit, most);
    }

    private double far(int from, int to) {
        int at = model.placeOf[from] * model.places + model.placeOf[to];
        if (model.opens[from].length != 1 || model.opens[to].length != 1) {
            return model.cost[at];
        }
        double on = model.service[from] + model.minutes[at];
        double wait = model.opens[to][0] - on - model.closes[from][0];
        double late = model.opens[from][0] + on - model.closes[to][0];
        return model.cost[at] + (wait > 0 ? wait * WAIT : 0) + (late > 0 ? late * LATE : 0);
    }
}
