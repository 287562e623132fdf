package org.lotse.engine.explanation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.Inputs;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;

/** What was read, perhaps with some of it otherwise; can be decided again. Immutable. */
final class Situation {
    private final Inputs inputs;
    private final RuleSet rules;
    private final Follow follow;
    private final Set<TermPath> fixed;
    private final Map<Decision.Pair, PairPrediction> supposed;

    private Situation(
            Inputs inputs,
            RuleSet rules,
            Follow follow,
            Set<TermPath> fixed,
            Map<Decision.Pair, PairPrediction> supposed) {
        this.inputs = inputs;
        this.rules = rules;
        this.follow = follow;
        this.fixed = fixed;
        this.supposed = supposed;
    }

    static Situation of(Inputs inputs, RuleSet rules, Follow follow) {
        return new Situation(inputs, rules, follow, Set.of(), Map.of());
    }

    Inputs inputs() {
        return inputs;
    }

    RuleSet rules() {
        return rules;
    }

    Decision decide() {
        return DecideNextBestAction.again(inputs, rules, this::prediction);
    }

    Optional<PairPrediction> prediction(String model, Decision.Pair pair) {
        PairPrediction instead = supposed.get(pair);
        return instead == null ? follow.pair(model, pair, inputs.terms()) : Optional.of(instead);
    }

    Situation with(Change change, Optional<ActionKey> action) {
        return switch (change) {
            case Change.OfReading reading ->
                with(
                        reading.of(),
                        reading.term(),
                        reading.to()
                                .<Reading>map(Reading.Known::new)
                                .orElseGet(() -> new Reading.Absent(Reading.Why.NOT_DELIVERED)));
            case Change.OfTime time -> with(inputs.later(time.to()));
            case Change.OfObjection(var purpose, var channel, var distance) -> {
                Permissions before = inputs.permissions();
                yield with(inputs.with(new Permissions(
                        before.marketing(),
                        before.objectedPurposes().stream()
                                .filter(each -> each != purpose)
                                .collect(Collectors.toSet()),
                        purpose != Purpose.MARKETING
                                ? before.objectedChannels()
                                : before.objectedChannels().stream()
                                        .filter(each -> !each.equals(channel))
                                        .collect(Collectors.toSet()))));
            }
            case Change.OfChannel other -> with(inputs.asked(Optional.of(other.to()), inputs.direction()));
            case Change.OfDirection other -> with(inputs.asked(inputs.channel(), other.to()));
            case Change.OfFactor factor ->
                action.map(key -> suppose(factor, key)).orElse(this);
        };
    }

    /** One reading otherwise; of a candidate when one is named. */
    Situation with(Optional<SubjectId> candidate, TermPath path, Reading reading) {
        if (candidate.isPresent()) {
            Map<SubjectId, Terms> candidates = new LinkedHashMap<>(inputs.candidates());
            candidates.computeIfPresent(candidate.get(), (id, own) -> own.with(Map.of(path, reading)));
            return with(inputs.with(candidates));
        }
        Set<TermPath> nowFixed = new HashSet<>(fixed);
        nowFixed.add(path);
        return new Situation(
                inputs.with(follow.changed(inputs.terms(), path, reading, nowFixed)),
                rules,
                follow,
                nowFixed,
                supposed);
    }

    /** A probability otherwise; other factors are weighed by the formula alone. */
    private Situation suppose(Change.OfFactor factor, ActionKey key) {
        Decision.Pair pair = new Decision.Pair(key.value(), factor.channel());
        Optional<PairPrediction> before = rules.catalogue()
                .action(key)
                .flatMap(action -> prediction(action.on(factor.channel()).model(), pair))
                .or(() -> rules.settings().assumedPropensity().map(PairPrediction::assumed));
        Optional<PairPrediction> after = switch (factor.factor()) {
            case PROPENSITY ->
                before.map(prediction -> new PairPrediction(factor.to(), prediction.uplift(), prediction.model()));
            case UPLIFT ->
                before.map(prediction ->
                        new PairPrediction(prediction.propensity(), Optional.of(factor.to()), prediction.model()));
            case VALUE, COST_IF_ACCEPTED, CONTACT_COST -> Optional.empty();
        };
        if (after.isEmpty()) {
            return this;
        }
        Map<Decision.Pair, PairPrediction> now = new HashMap<>(supposed);
        now.put(pair, after.get());
        return new Situation(inputs, rules, follow, fixed, now);
    }

    private Situation with(Inputs otherwise) {
        return new Situation(otherwise, rules, follow, fixed, supposed);
    }
}
