package org.lotse.engine.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.rule.OnDemand;

/**
 * What was decided, and everything needed to say why.
 *
 * @param judgement what the rules concluded
 * @param ranked the chosen candidates, best first, place by place; empty means "do nothing"
 * @param places which of them are for which place; one without a name where the request names none
 * @param notChosen every other candidate with the one thing that stood in its way
 * @param weighed every pair of action and channel that had a price, chosen or not
 * @param withheld what a member of the control group would have got first
 * @param predictions the predictions read per pair of action and channel
 */
public record Decision(
        Judgement judgement,
        List<Ranked> ranked,
        List<Place> places,
        List<NotChosen> notChosen,
        List<Ranked> weighed,
        Optional<Ranked> withheld,
        Map<Pair, PairPrediction> predictions) {
    public Decision {
        ranked = OnDemand.copyOf(ranked);
        places = List.copyOf(places);
        notChosen = OnDemand.copyOf(notChosen);
        weighed = OnDemand.copyOf(weighed);
        predictions = Keyed.copyOf(predictions);
    }

    /** A decision in which nothing was chosen among candidates. */
    public Decision(Judgement judgement, Map<Pair, PairPrediction> predictions) {
        this(judgement, List.of(), List.of(), List.of(), List.of(), Optional.empty(), predictions);
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

    /**
     * What one place got: a part of the ranking.
     *
     * @param name what the request calls it; empty where it names no places
     * @param from the position of its first candidate in the ranking
     * @param until the position behind its last one
     * @param probability with which probability its first candidate came first, given what earlier places got; 1 where
     *     nothing was explored or nothing chosen
     * @param explored whether its first candidate is not the best one
     */
    public record Place(String name, int from, int until, double probability, boolean explored) {
        public boolean isEmpty() {
            return from == until;
        }
    }

    /** With which probability the first candidate of all came first; 1 where nothing was explored. */
    public double probability() {
        return places.isEmpty() ? 1 : places.getFirst().probability();
    }

    /** Whether the first candidate of all is not the best one. */
    public boolean explored() {
        return !places.isEmpty() && places.getFirst().explored();
    }

    /** The place a ranked candidate is in. */
    public Place placeOf(int position) {
        for (Place place : places) {
            if (place.from() <= position && position < place.until()) {
                return place;
            }
        }
        throw new IllegalArgumentException(
                "No place holds position " + position + " of a ranking of " + ranked.size() + ".");
    }

    /** At which place "do nothing" stands, worth 0: behind everything that is worth more. */
    public int rankOfNothing() {
        Set<CandidateRef> worth = new HashSet<>();
        for (Ranked one : ranked) {
            if (one.factors().priority() > 0) {
                worth.add(one.candidate());
            }
        }
        int outranked = 0;
        for (NotChosen one : notChosen) {
            outranked += one.rejection() instanceof Rejection.Outranked ? 1 : 0;
        }
        return 1 + worth.size() + outranked;
    }
}
