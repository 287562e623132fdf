package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** For each visit the others nearest to it by cost of the way there and back, worked out when first asked for. Thread-safe. */
final class Neighbours {
    private static final int MOST = 150;
    private final RouteModel model;
    private final AtomicReferenceArray<int[]> near;
    private @Nullable Neighbours others;

    Neighbours(RouteModel model) {
        this.model = model;
        this.near = new AtomicReferenceArray<>(model.visits);
    }

    /** Of a model with one visit more; the others' neighbours are taken over. */
    Neighbours(RouteModel larger, Neighbours known) {
        this(larger);
        this.others = known;
    }

    int[] of(int visit) {
        if (others != null && visit < others.model.visits) {
            return others.of(visit);
        }
        int[] known = near.get(visit);
        if (known == null) {
            known = sorted(visit);
            near.set(visit, known);
        }
        return known;
    }

    private int[] sorted(int visit) {
        int here = model.placeOf[visit] * model.places;
        double[] far = new double[model.visits];
        for (int v = 0; v < model.visits; v++) {
            far[v] = model.cost[here + model.placeOf[v]]
                    + model.cost[model.placeOf[v] * model.places + model.placeOf[visit]];
        }
        return nearest(far, visit, MOST);
    }

    /** The numbers with the least values, ascending; never the visit itself. */
    static int[] nearest(double[] far, int visit, int most) {
        if (most < far.length / 8) {
            return few(far, visit, most);
        }
        long[] order = new long[far.length];
        int count = 0;
        for (int other = 0; other < far.length; other++) {
            if (other != visit) {
                // Floats from 0 on sort like their bits.
                order[count++] = (long) Float.floatToIntBits((float) Math.max(0, far[other])) << 32 | other;
            }
        }
        Arrays.sort(order, 0, count);
        int[] nearest = new int[Math.min(most, count)];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = (int) order[i];
        }
        return nearest;
    }

    /** The same where few are asked for: the worst of those found so far is driven out by a better one. */
    private static int[] few(double[] far, int visit, int most) {
        int[] nearest = new int[most];
        int count = 0;
        for (int other = 0; other < far.length; other++) {
            if (other == visit || (count == most && far[other] >= far[nearest[count - 1]])) {
                continue;
            }
            int at = count < most ? count++ : count - 1;
            while (at > 0 && far[nearest[at - 1]] > far[other]) {
                nearest[at] = nearest[at - 1];
                at--;
            }
            nearest[at] = other;
        }
        return Arrays.copyOf(nearest, count);
    }
}
