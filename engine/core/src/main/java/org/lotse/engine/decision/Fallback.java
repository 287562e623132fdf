package org.lotse.engine.decision;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;

/**
 * What applies when a part is down and nothing else is left: the company's fallback action, which is service and takes
 * place only where the customer has turned to us. Law, objections and promises bind it as any other.
 */
final class Fallback {
    private final RuleSet rules;
    private final Inputs inputs;
    private final Pricing pricing;

    Fallback(RuleSet rules, Inputs inputs, Pricing pricing) {
        this.rules = rules;
        this.inputs = inputs;
        this.pricing = pricing;
    }

    /** The decision with the fallback in the first place that takes it; the same decision where it does not apply. */
    Decision orElse(Decision decision) {
        boolean down = inputs.unavailable().stream().anyMatch(part -> !part.equals(Part.PRICES));
        if (!down || inputs.direction() == Direction.OUTBOUND) {
            return decision;
        }
        return rules.catalogue()
                .action(rules.settings().fallbackAction())
                .filter(action -> isAllowed(action, decision.judgement()))
                .flatMap(action -> place(action, decision))
                .orElse(decision);
    }

    private boolean isAllowed(Action action, Judgement judgement) {
        boolean illegal = Optional.ofNullable(judgement.candidates().get(new CandidateRef.OfAction(action.key())))
                .flatMap(Judgement.CandidateJudgement::stoppedBy)
                .filter(verdict -> verdict.layer() == Layer.ELIGIBILITY)
                .isPresent();
        return action.purpose() == Purpose.SERVICE
                && !illegal
                && action.isValidOn(inputs.at().atZone(rules.settings().zone()).toLocalDate());
    }

    private Optional<Decision> place(Action action, Decision decision) {
        List<Placement> places = inputs.places();
        for (int i = 0; i < places.size(); i++) {
            Placement place = places.get(i);
            Optional<Channel> channel = place.takes(action) ? channel(action, place) : Optional.empty();
            if (channel.isPresent()) {
                return Optional.of(with(
                        decision,
                        new Decision.Ranked(
                                new CandidateRef.OfAction(action.key()),
                                Optional.of(channel.get().key()),
                                Factors.ofFallback()),
                        i));
            }
        }
        return Optional.empty();
    }

    private Optional<Channel> channel(Action action, Placement place) {
        return action.channels().stream()
                .filter(place::takes)
                .flatMap(key -> rules.catalogue().channel(key).stream())
                .filter(channel -> channel.directions().contains(Direction.INBOUND))
                .filter(channel -> !inputs.permissions().objectsTo(action.purpose(), channel.key()))
                .filter(channel -> pricing.brokenPromise(action, channel).isEmpty())
                .findFirst();
    }

    private static Decision with(Decision decision, Decision.Ranked fallback, int at) {
        List<Decision.Place> places = new java.util.ArrayList<>();
        for (int i = 0; i < decision.places().size(); i++) {
            Decision.Place place = decision.places().get(i);
            places.add(new Decision.Place(place.name(), i <= at ? 0 : 1, i < at ? 0 : 1, 1, false));
        }
        return new Decision(
                decision.judgement(),
                List.of(fallback),
                places,
                decision.notChosen().stream()
                        .filter(loser -> !loser.candidate().equals(fallback.candidate()))
                        .toList(),
                decision.weighed(),
                decision.withheld(),
                decision.predictions());
    }
}
