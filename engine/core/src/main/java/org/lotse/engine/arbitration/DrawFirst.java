package org.lotse.engine.arbitration;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws which of several candidates comes first, and says with which probability it was this one. Pure: the generator is
 * the decision's seeded one.
 *
 * <p>The best comes first unless the budget of its group explores. Among equally good ones the seed decides, each with
 * the same chance, and each with the budget of its own group: with k best ones, share e(t) and draw Q(t) of each,
 * {@code P(i) = sum over t of 1/k x ((1 - e(t)) x [i = t] + e(t) x Q(t)(i))}.
 */
public final class DrawFirst {
    private final double[] priorities;
    private final double[] deviations;
    private final Exploration[] budgets;
    private final int best;

    /**
     * @param ranking best first, equally good ones in an order drawn evenly before; at least one
     */
    public DrawFirst(List<Contender> ranking) {
        this(
                ranking.stream().mapToDouble(Contender::priority).toArray(),
                ranking.stream().mapToDouble(Contender::deviation).toArray(),
                ranking.stream().map(Contender::exploration).toArray(Exploration[]::new));
    }

    /**
     * The same by place in the ranking.
     *
     * @param priorities what each is worth, best first; at least one
     * @param deviations how uncertain that is; empty where no budget asks for it
     * @param budgets the budget of each one's group
     */
    public DrawFirst(double[] priorities, double[] deviations, Exploration[] budgets) {
        this.priorities = priorities;
        this.deviations = deviations;
        this.budgets = budgets;
        int equal = 1;
        while (equal < priorities.length && priorities[equal] == priorities[0]) {
            equal++;
        }
        this.best = equal;
    }

    /** Whether a budget asks how uncertain what each is worth is. */
    public static boolean asksForDeviation(Exploration budget) {
        return budget.share() > 0 && budget.method() == Exploration.Method.THOMPSON;
    }

    /**
     * A candidate for the first place.
     *
     * @param priority what it is worth
     * @param deviation how uncertain that is: the standard deviation, in the same unit
     * @param exploration the budget of its group, which applies if it is the best
     */
    public record Contender(double priority, double deviation, Exploration exploration) {}

    /**
     * Which of the candidates comes first.
     *
     * @param index its position in the ranking, 0 = best
     * @param probability with which probability this one came first
     */
    public record Choice(int index, double probability) {}

    /** Draws. */
    public Choice draw(RandomGenerator random) {
        Exploration budget = budgets[0];
        int index = random.nextDouble() < budget.share() ? explored(budget, random) : 0;
        return new Choice(index, probability(index));
    }

    /** With which probability a candidate comes first. */
    public double probability(int index) {
        double sum = 0;
        for (int first = 0; first < best; first++) {
            Exploration budget = budgets[first];
            sum += (index == first ? 1 - budget.share() : 0)
                    + (budget.share() == 0 ? 0 : budget.share() * drawn(index, budget));
        }
        return sum / best;
    }

    private double drawn(int index, Exploration budget) {
        return switch (budget.method()) {
            case EPSILON -> 1.0 / priorities.length;
            case THOMPSON -> thompson().winning(index);
        };
    }

    private int explored(Exploration budget, RandomGenerator random) {
        return switch (budget.method()) {
            case EPSILON -> random.nextInt(priorities.length);
            case THOMPSON -> thompson().sample(random);
        };
    }

    private Thompson thompson() {
        return new Thompson(priorities, deviations);
    }
}
