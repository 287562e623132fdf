package org.lotse.models.training;

import java.util.function.Supplier;
import org.lotse.models.evaluation.Candidate;

/**
 * A learner that was tried.
 *
 * @param learner name and settings
 * @param margins out of fold, for all rows
 * @param loss over the rows learned from
 * @param finish makes what would serve
 */
record Attempt(String learner, double[] margins, double loss, Supplier<Fitted> finish) {
    Candidate candidate() {
        return new Candidate(learner, loss);
    }
}
