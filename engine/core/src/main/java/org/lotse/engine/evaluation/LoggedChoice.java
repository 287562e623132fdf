package org.lotse.engine.evaluation;

import org.lotse.engine.term.SubjectId;

/**
 * A decision of the past, as far as other rules are judged by it.
 *
 * @param person about whom; what is decided about one person is not independent
 * @param probability with which what was chosen was chosen, above 0 up to 1
 * @param changed whether the proposed rules would have chosen something else than the running ones at their best
 * @param proposed with which probability the proposed rules would have chosen the same, 0..1
 * @param reward what came of it, in the accounting currency
 * @param expected what was expected of what was chosen, by the models of that day
 * @param expectedOfProposed what the proposed rules would expect of what they choose
 */
public record LoggedChoice(
        SubjectId person,
        double probability,
        boolean changed,
        double proposed,
        double reward,
        double expected,
        double expectedOfProposed) {
    public LoggedChoice {
        if (!(probability > 0 && probability <= 1) || !(proposed >= 0 && proposed <= 1)) {
            throw new IllegalArgumentException("The probabilities " + probability + " and " + proposed
                    + " of a choice about " + person + " are not between 0 and 1. What was chosen had some chance.");
        }
        if (!Double.isFinite(reward) || !Double.isFinite(expected) || !Double.isFinite(expectedOfProposed)) {
            throw new IllegalArgumentException("A reward of a choice about " + person + " is no number.");
        }
    }
}
