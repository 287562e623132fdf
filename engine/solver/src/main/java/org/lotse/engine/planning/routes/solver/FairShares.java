package org.lotse.engine.planning.routes.solver;

import java.util.HashMap;
import java.util.Map;
import org.lotse.engine.planning.routes.Rep;

/**
 * How much service each rep should give: the service of all visits divided by the length of the shifts. What a rep gives
 * beyond that has a price per minute.
 */
final class FairShares {
    private final double price;
    private final int[] repOf;
    private final double[] share;
    private final int[][] vansOf;

    FairShares(RouteModel model) {
        this.price = model.problem.objective().perUnevenMinute();
        this.repOf = new int[model.vans];
        if (price == 0) {
            this.share = new double[0];
            this.vansOf = new int[0][];
            return;
        }
        Map<Rep, Integer> numbers = new HashMap<>();
        double work = 0;
        for (int v = 0; v < model.visits; v++) {
            work += model.service[v];
        }
        double[] length = new double[model.vans];
        double total = 0;
        for (int k = 0; k < model.vans; k++) {
            int known = numbers.size();
            repOf[k] = numbers.computeIfAbsent(model.van[k].rep(), rep -> known);
            length[repOf[k]] += Math.max(0, model.van[k].to() - model.van[k].from());
            total += Math.max(0, model.van[k].to() - model.van[k].from());
        }
        this.share = new double[numbers.size()];
        this.vansOf = new int[numbers.size()][];
        for (int r = 0; r < share.length; r++) {
            int rep = r;
            share[r] = total == 0 ? 0 : work * length[r] / total;
            vansOf[r] = java.util.stream.IntStream.range(0, model.vans)
                    .filter(k -> repOf[k] == rep)
                    .toArray();
        }
    }

    /** Whether uneven work costs anything. */
    boolean count() {
        return price > 0;
    }

    int repOf(int van) {
        return repOf[van];
    }

    int[] vansOf(int rep) {
        return vansOf[rep];
    }

    int reps() {
        return share.length;
    }

    /** What it costs that the rep gives so many minutes of service. */
    double cost(int rep, double minutes) {
        return Math.max(0, minutes - share[rep]) * price;
    }
}
