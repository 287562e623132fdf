package org.lotse.engine.planning.routes.solver;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** For each visit the others nearest to it by cost of the way there and back, worked out when first asked for. */
final class Neighbours {
    private static final int MOST = 250;
    private final RouteModel model;
    private final int[] @Nullable [] near;

    Neighbours(RouteModel model) {
        this.model = model;
        this.near = new int[model.visits][];
    }

    int[] of(int visit) {
        int[] known = near[visit];
        if (known == null) {
            known = sorted(visit);
            near[visit] = known;
        }
        return known;
    }

    private int[] sorted(int visit) {
        int here = model.placeOf[visit] * model.places;
        double[] distance = new double[model.visits];
        for (int v = 0; v < model.visits; v++) {
            distance[v] = model.cost[here + model.placeOf[v]]
                    + model.cost[model.placeOf[v] * model.places + model.placeOf[visit]];
        }
        return IntStream.range(0, model.visits)
                .filter(v -> v != visit)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer v) -> distance[v]))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
