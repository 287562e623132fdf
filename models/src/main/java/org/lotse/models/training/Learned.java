package org.lotse.models.training;

import java.util.List;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.scoring.Link;
import org.lotse.models.scoring.Scorer;

/**
 * What was learned.
 *
 * @param scorer serves
 * @param link turns its margin into the answer
 * @param library the library's own form; empty for a constant and where own trees serve
 * @param outOfFold an answer for each row from a model that has not seen it, also for rows that were not learned from
 * @param learner name and settings of the winner
 * @param candidates all that were tried
 * @param hasSignal false when nothing was better than the base rate beyond noise
 */
public record Learned(
        Scorer scorer,
        Link link,
        byte[] library,
        double[] outOfFold,
        String learner,
        List<Candidate> candidates,
        boolean hasSignal) {
    public Learned {
        candidates = List.copyOf(candidates);
    }
}
