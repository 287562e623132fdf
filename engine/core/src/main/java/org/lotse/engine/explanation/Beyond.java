package org.lotse.engine.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;

/** Changes beyond the terms: waiting, objections withdrawn, another channel or direction, factors of the formula. */
final class Beyond {
    private final Movable movable;
    private final Situation situation;
    private final CandidateRef candidate;

    Beyond(Movable movable, Situation situation, CandidateRef candidate) {
        this.movable = movable;
        this.situation = situation;
        this.candidate = candidate;
    }

    /** Those that reach a goal, given what stands in the candidate's way now; the smallest of each kind. */
    List<Change> changes(Rejection obstacle, Goal goal) {
        if (!(candidate instanceof CandidateRef.OfAction(ActionKey key))) {
            return List.of();
        }
        RuleSet rules = situation.rules();
        Action action = rules.catalogue().action(key).orElseThrow();
        Predicate<Change> reaches = change -> {
            Situation after = situation.with(change, Optional.of(key));
            return goal.isReached(after, after.decide());
        };
        List<Change> changes = new ArrayList<>();
        Moments.of(situation.inputs(), rules, action, movable).stream()
                .filter(reaches)
                .findFirst()
                .ifPresent(changes::add);
        switch (obstacle) {
            case Rejection.Objected(var channel, var purpose) ->
                action.channels().stream()
                        .<Change>map(each -> new Change.OfObjection(purpose, each, 1))
                        .filter(reaches)
                        .findFirst()
                        .ifPresent(changes::add);
            case Rejection.NoChannel ignored ->
                asked(action).stream().filter(reaches).forEach(changes::add);
            case Rejection.BelowMinimum(var channel, var factors, double needed) ->
                changes.addAll(factors(action, channel, factors));
            case Rejection.Outranked outranked ->
                outranked.channel().ifPresent(channel -> changes.addAll(factors(action, channel, outranked.factors())));
            default -> {}
        }
        if (!(obstacle instanceof Rejection.NoChannel) && obstacle.stage().compareTo(Rejection.Stage.CHANNEL) >= 0) {
            overAnotherChannel(action).stream().filter(reaches).findFirst().ifPresent(changes::add);
        }
        return changes;
    }

    /** Each channel together with the other direction. */
    List<List<Change>> asked() {
        if (!(candidate instanceof CandidateRef.OfAction(ActionKey key))) {
            return List.of();
        }
        List<Change> single = asked(situation.rules().catalogue().action(key).orElseThrow());
        List<List<Change>> both = new ArrayList<>();
        single.stream()
                .filter(Change.OfChannel.class::isInstance)
                .forEach(channel -> both.add(List.of(channel, single.getLast())));
        return both;
    }

    private List<Change> overAnotherChannel(Action action) {
        List<Change> changes = new ArrayList<>();
        situation
                .inputs()
                .channel()
                .ifPresent(from -> action.channels().stream()
                        .filter(to -> !to.equals(from))
                        .forEach(to -> changes.add(new Change.OfChannel(from, to, 1))));
        return changes;
    }

    private List<Change> asked(Action action) {
        List<Change> changes = overAnotherChannel(action);
        Direction direction = situation.inputs().direction();
        changes.add(new Change.OfDirection(
                direction, direction == Direction.INBOUND ? Direction.OUTBOUND : Direction.INBOUND, 1));
        return changes;
    }

    private List<Change> factors(Action action, ChannelKey channel, Factors factors) {
        Decision decision = situation.decide();
        double needed = Math.max(
                0, Standing.needed(decision, candidate, situation.inputs().limit()));
        return new Money(situation, action.key(), needed, action.minimumMargin()).changes(channel, factors);
    }
}
