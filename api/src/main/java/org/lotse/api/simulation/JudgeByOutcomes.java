package org.lotse.api.simulation;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.lotse.api.simulation.ReadOutcomes.Outcome;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.evaluation.LoggedChoice;

/**
 * Turns a decision taken again into evidence for or against a draft: what was chosen by chance, what came of it, and
 * what the draft would choose. What counts is what was accepted, not what was caused by the offer: the latter shows in no
 * single decision.
 */
final class JudgeByOutcomes {
    private JudgeByOutcomes() {}

    private record Offer(String action, Optional<ChannelKey> channel, Factors factors) {
        boolean is(Outcome outcome) {
            return outcome.action().filter(action::equals).isPresent()
                    && channel.map(ChannelKey::value).equals(outcome.channel());
        }

        String choice() {
            return action + " over " + channel;
        }

        /** What it is expected to bring: the chance of acceptance times what that is worth, less the contact. */
        double expected() {
            return factors.propensity().orElse(factors.probability()) * (factors.value() - factors.costIfAccepted())
                    - factors.contactCost();
        }
    }

    /**
     * The evidence of one decision; empty for members of the control group, who choose nothing, and where what was
     * chosen had no price under the rules in force, so that nobody can say what was expected of it.
     *
     * @param before the decision under the rules in force
     * @param after the decision under the draft
     */
    static Optional<LoggedChoice> judge(Taken.Again before, Taken.Again after, Outcome outcome) {
        if (before.inputs().control() || outcome.probability() <= 0) {
            return Optional.empty();
        }
        Optional<Offer> logged =
                weighed(before.decision()).filter(offer -> offer.is(outcome)).findFirst();
        if (outcome.action().isPresent() && logged.isEmpty()) {
            return Optional.empty();
        }
        Optional<Offer> proposed = best(after.decision());
        Optional<Offer> running = best(before.decision());
        boolean same =
                proposed.map(offer -> offer.is(outcome)).orElse(outcome.action().isEmpty());
        return Optional.of(new LoggedChoice(
                before.inputs().subject(),
                outcome.probability(),
                !proposed.map(Offer::choice).equals(running.map(Offer::choice)),
                same ? 1 : 0,
                logged.map(offer -> reward(offer.factors(), outcome)).orElse(0.0),
                logged.map(Offer::expected).orElse(0.0),
                proposed.map(Offer::expected).orElse(0.0)));
    }

    private static double reward(Factors factors, Outcome outcome) {
        double accepted = outcome.accepted() ? outcome.value().orElse(factors.value()) - factors.costIfAccepted() : 0;
        return accepted - factors.contactCost();
    }

    private static Stream<Offer> weighed(Decision decision) {
        return decision.weighed().stream().map(JudgeByOutcomes::offer);
    }

    /** What comes first where nothing is tried out: the best of what was chosen and what there was no room for. */
    private static Optional<Offer> best(Decision decision) {
        Stream<Offer> outranked = decision.notChosen().stream()
                .filter(loser -> loser.rejection() instanceof Rejection.Outranked)
                .map(loser -> {
                    Rejection.Outranked why = (Rejection.Outranked) loser.rejection();
                    return new Offer(loser.candidate().toString(), why.channel(), why.factors());
                });
        return Stream.concat(decision.ranked().stream().map(JudgeByOutcomes::offer), outranked)
                .max(Comparator.comparingDouble(offer -> offer.factors().priority()));
    }

    private static Offer offer(Decision.Ranked ranked) {
        return new Offer(ranked.candidate().toString(), ranked.channel(), ranked.factors());
    }
}
