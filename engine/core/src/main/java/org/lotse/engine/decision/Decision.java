package org.lotse.engine.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Judgement;

/**
 * What was decided, and everything needed to say why.
 *
 * @param judgement what the rules concluded
 * @param ranked the chosen candidates, best first, as many as asked for at most; empty means "do nothing"
 * @param notChosen every other candidate with the one thing that stood in its way
 * @param predictions the predictions read per pair of action and channel
 * @param probability with which probability this first candidate came first; 1 where nothing was explored
 * @param explored whether the first candidate is not the best one
 */
public record Decision(
        Judgement judgement,
        List<Ranked> ranked,
        List<NotChosen> notChosen,
        Map<Pair, PairPrediction> predictions,
        double probability,
        boolean explored) {
    public Decision {
        ranked = List.copyOf(ranked);
        notChosen = List.copyOf(notChosen);
        predictions = Map.copyOf(predictions);
    }

    /**
     * A pair of action and channel.
     *
     * @param action the action's key
     * @param channel the channel
     */
    public record Pair(String action, ChannelKey channel) {}

    /**
     * A chosen candidate.
     *
     * @param candidate which
     * @param channel over which channel, for actions
     * @param factors what its priority is made of
     */
    public record Ranked(CandidateRef candidate, Optional<ChannelKey> channel, Factors factors) {}

    /**
     * A candidate that was not chosen.
     *
     * @param candidate which
     * @param rejection what stood in its way
     */
    public record NotChosen(CandidateRef candidate, Rejection rejection) {}
}
