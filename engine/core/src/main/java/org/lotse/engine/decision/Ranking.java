package org.lotse.engine.decision;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.lotse.engine.arbitration.DrawFirst;
import org.lotse.engine.arbitration.Exploration;

/**
 * What is worthwhile, in order: best first, ties in the order the seed deals them, unless exploring puts another first.
 * What is ranked is known by numbers.
 *
 * @param order everything worthwhile; not changed once it is ranked
 * @param probability with which probability the first one came first
 * @param explored whether the first one is not the best
 */
record Ranking(int[] order, double probability, boolean explored) {
    private static final int FEW = 64;

    /**
     * Ranks.
     *
     * @param worthwhile the numbers of what is ranked, which are put in order
     * @param priorities by number what it is worth
     * @param budgets by number how much is tried in its group
     * @param deviations how uncertain a priority is; asked only where the draw asks for it
     */
    static Ranking of(
            int[] worthwhile,
            double[] priorities,
            IntFunction<Exploration> budgets,
            IntToDoubleFunction deviations,
            RandomGenerator random) {
        shuffle(worthwhile, random);
        sort(worthwhile, priorities);
        if (worthwhile.length == 0) {
            return new Ranking(worthwhile, 1, false);
        }
        DrawFirst.Choice first = draw(worthwhile, priorities, budgets, deviations, random);
        int chosen = worthwhile[first.index()];
        System.arraycopy(worthwhile, 0, worthwhile, 1, first.index());
        worthwhile[0] = chosen;
        return new Ranking(worthwhile, first.probability(), first.index() > 0);
    }

    /** Draws as {@link java.util.Collections#shuffle} does: recorded decisions were dealt by it. */
    private static void shuffle(int[] order, RandomGenerator random) {
        for (int left = order.length; left > 1; left--) {
            int other = random.nextInt(left);
            int last = order[left - 1];
            order[left - 1] = order[other];
            order[other] = last;
        }
    }

    /** Mostly few are ranked: each is put before those that are worth less. */
    private static void sort(int[] order, double[] priorities) {
        if (order.length > FEW) {
            int[] sorted = Arrays.stream(order)
                    .boxed()
                    .sorted((one, other) -> Double.compare(priorities[other], priorities[one]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, order, 0, order.length);
            return;
        }
        for (int each = 1; each < order.length; each++) {
            int one = order[each];
            int place = each;
            while (place > 0 && Double.compare(priorities[order[place - 1]], priorities[one]) < 0) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = one;
        }
    }

    private static DrawFirst.Choice draw(
            int[] order,
            double[] priorities,
            IntFunction<Exploration> budgets,
            IntToDoubleFunction deviations,
            RandomGenerator random) {
        double[] ranked = new double[order.length];
        Exploration[] applying = new Exploration[order.length];
        boolean uncertain = false;
        for (int rank = 0; rank < order.length; rank++) {
            ranked[rank] = priorities[order[rank]];
            applying[rank] = budgets.apply(order[rank]);
            uncertain |= DrawFirst.asksForDeviation(applying[rank]);
        }
        double[] uncertainties = new double[uncertain ? order.length : 0];
        for (int rank = 0; rank < uncertainties.length; rank++) {
            uncertainties[rank] = deviations.applyAsDouble(order[rank]);
        }
        return new DrawFirst(ranked, uncertainties, applying).draw(random);
    }
}
