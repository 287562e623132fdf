package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;

/**
 * One search: ruins and recreates, keeps what is better, and what is worse the less often the colder it gets (simulated
 * annealing). Remembers the best plan it has seen. Used by one thread at a time.
 */
final class Chain {
    /** Anything less is the noise of sums. */
    private static final double BETTER = 2e-4;

    private static final int BETWEEN_LOOKS = 64;
    private static final int BETWEEN_QUICK_LOOKS = 8;
    private static final int BETWEEN_SLOW_LOOKS = 2;
    private final Draft draft;
    private final Tariff tariff;
    private final RuinRecreate ruin;
    private final Chance chance;
    private final int[][] best;
    private final int[] bestLength;
    private final boolean[] differs;
    private double cost;
    private double bestCost;
    long changes;

    Chain(Draft start, Tariff tariff, Neighbours neighbours, Closeness closeness, long seed) {
        this.draft = new Draft(start);
        this.tariff = tariff;
        this.ruin = new RuinRecreate(draft, neighbours, closeness);
        this.chance = Chance.of(seed);
        this.best = new int[draft.tours.length][0];
        this.bestLength = new int[draft.tours.length];
        this.differs = new boolean[draft.tours.length];
        begin(draft);
    }

    /** Goes on from this plan, which counts as the best one seen. */
    void begin(Draft plan) {
        if (plan != draft) {
            draft.become(plan);
        }
        cost = tariff.of(draft);
        Arrays.fill(differs, true);
        remember();
    }

    /** From now on only these vans, and of the visits left out only these, are touched. */
    void own(boolean[] vans, boolean[] visits) {
        ruin.own(vans, visits);
    }

    /** How far the search is. */
    interface Course {
        /** Temperature now; negative when the round is over. */
        double temperature(long changes);
    }

    /** Searches until the round is over. */
    void run(Course course) {
        run(course, BETWEEN_LOOKS);
    }

    /** The same, looking at the clock more often. */
    void quick(Course course) {
        run(course, BETWEEN_QUICK_LOOKS);
    }

    private void run(Course course, int mostBetweenLooks) {
        int betweenLooks = draft.model.slow() ? Math.min(BETWEEN_SLOW_LOOKS, mostBetweenLooks) : mostBetweenLooks;
        long before = changes;
        double temperature = course.temperature(0);
        while (temperature >= 0) {
            for (int i = 0; i < betweenLooks; i++) {
                step(temperature);
            }
            temperature = course.temperature(changes - before);
        }
    }

    private void step(double temperature) {
        changes++;
        ruin.change(chance);
        Undo undo = ruin.undo();
        double extra = undo.extraCost(tariff);
        if (extra > 0 && extra >= -temperature * Math.log(chance.share())) {
            ruin.takeBack();
            return;
        }
        cost += extra;
        for (int i = 0; i < undo.touchedCount(); i++) {
            differs[undo.touchedVan(i)] = true;
        }
        if (cost < bestCost - BETTER) {
            remember();
        }
    }

    private void remember() {
        bestCost = cost;
        for (int k = 0; k < best.length; k++) {
            if (differs[k]) {
                differs[k] = false;
                Timetable tour = draft.tours[k];
                if (best[k].length < tour.size()) {
                    best[k] = new int[tour.size() + 8];
                }
                for (int i = 0; i < tour.size(); i++) {
                    best[k][i] = tour.at(i);
                }
                bestLength[k] = tour.size();
            }
        }
    }

    double cost() {
        return cost;
    }

    double bestCost() {
        return bestCost;
    }

    Draft now() {
        return draft;
    }

    /** Writes the best plan's tours of these vans. */
    void bestInto(Draft plan, boolean[] vans) {
        for (int k = 0; k < best.length; k++) {
            if (vans[k]) {
                plan.set(k, best[k], bestLength[k]);
            }
        }
    }

    /** Writes today's tours of these vans. */
    void nowInto(Draft plan, boolean[] vans) {
        for (int k = 0; k < best.length; k++) {
            if (vans[k]) {
                int[] sequence = draft.sequence(k);
                plan.set(k, sequence, sequence.length);
            }
        }
    }
}
