package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Halves a plan: tours near one end to one chain, those near the other end to the other; each has its own half to itself. */
final class Parts {
    final boolean[][] vans;
    final boolean[][] visits;

    private Parts(boolean[][] vans, boolean[][] visits) {
        this.vans = vans;
        this.visits = visits;
    }

    /** Everything belongs to everybody. */
    static Parts whole(RouteModel model, int chains) {
        boolean[][] vans = new boolean[chains][model.vans];
        boolean[][] visits = new boolean[chains][model.visits];
        for (int c = 0; c < chains; c++) {
            java.util.Arrays.fill(vans[c], true);
            java.util.Arrays.fill(visits[c], true);
        }
        return new Parts(vans, visits);
    }

    /** Cuts between two tours far from one another, the first by chance. */
    static Parts halves(Draft plan, Chance chance) {
        RouteModel model = plan.model;
        boolean[][] vans = new boolean[2][model.vans];
        boolean[][] visits = new boolean[2][model.visits];
        List<Integer> used = new ArrayList<>();
        int free = 0;
        int planned = 0;
        for (int k = 0; k < model.vans; k++) {
            if (plan.tours[k].size() > 0) {
                used.add(k);
                planned += plan.tours[k].size();
            } else {
                vans[free++ % 2][k] = true;
            }
        }
        int one = used.get(chance.below(used.size()));
        int other = used.stream()
                .max(Comparator.comparingDouble(k -> between(plan, one, k)))
                .orElse(one);
        double[] lean = new double[model.vans];
        used.forEach(k -> lean[k] = between(plan, one, k) - between(plan, other, k));
        used.sort(Comparator.comparingDouble(k -> lean[k]));
        int count = 0;
        for (int k : used) {
            int half = count * 2 < planned ? 0 : 1;
            vans[half][k] = true;
            count += plan.tours[k].size();
        }
        for (int v = 0; v < model.visits; v++) {
            visits[chance.below(2)][v] = true;
        }
        return new Parts(vans, visits);
    }

    private static double between(Draft plan, int one, int other) {
        RouteModel model = plan.model;
        double sum = 0;
        for (int i = 1; i <= 3; i++) {
            int from = model.placeOf[plan.tours[one].at(plan.tours[one].size() * i / 4)];
            for (int j = 1; j <= 3; j++) {
                int to = model.placeOf[plan.tours[other].at(plan.tours[other].size() * j / 4)];
                sum += Math.min(1e9, model.cost[from * model.places + to]);
            }
        }
        return sum;
    }
}
