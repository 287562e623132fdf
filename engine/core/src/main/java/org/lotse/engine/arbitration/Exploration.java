package org.lotse.engine.arbitration;

import java.util.random.RandomGenerator;

/**
 * Tries a lesser candidate in a share of decisions, so that its propensity can be learned (epsilon-greedy).
 *
 * @param share the share 0..1 of decisions in which each candidate is equally likely to come first
 */
public record Exploration(double share) {
    public Exploration {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The exploration share " + share + " is not between 0 and 1. Maybe 2 % is meant: write 0.02.");
        }
    }

    /**
     * Which of the candidates comes first.
     *
     * @param index its position in the ranking, 0 = best
     * @param probability with which probability this one came first
     */
    public record Choice(int index, double probability) {}

    /**
     * Draws which candidate comes first.
     *
     * @param candidates how many there are, at least 1
     * @param random the decision's seeded generator
     */
    public Choice choose(int candidates, RandomGenerator random) {
        boolean explores = random.nextDouble() < share;
        int index = explores ? random.nextInt(candidates) : 0;
        double each = share / candidates;
        return new Choice(index, index == 0 ? 1 - share + each : each);
    }
}
