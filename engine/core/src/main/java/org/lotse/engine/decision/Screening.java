package org.lotse.engine.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/** Sorts out the actions that may not be offered: engagement policy, channels, consent, contact policy. Pure. */
final class Screening {
    private final RuleSet rules;
    private final Inputs inputs;
    private final Judgement judgement;
    private final PurposeLimit limit;
    private final Map<String, CapUsage> usage;
    private final Outage outage;

    Screening(RuleSet rules, Inputs inputs, Judgement judgement, PurposeLimit limit) {
        this.rules = rules;
        this.inputs = inputs;
        this.judgement = judgement;
        this.limit = limit;
        this.usage = inputs.caps().stream().collect(Collectors.toMap(CapUsage::cap, Function.identity()));
        this.outage = new Outage(rules, inputs);
    }

    /** What is left of an action: the channels it may use, or why there is none. */
    sealed interface Screened {
        record Open(Action action, List<Channel> channels) implements Screened {}

        record Closed(Action action, Rejection rejection) implements Screened {}
    }

    Screened screen(Action action) {
        Optional<Rejection> obstacle = obstacle(action);
        if (obstacle.isPresent()) {
            return new Screened.Closed(action, obstacle.get());
        }
        List<Channel> open = new ArrayList<>();
        List<Rejection> closed = new ArrayList<>();
        for (Channel channel : candidates(action)) {
            obstacle(action, channel).ifPresentOrElse(closed::add, () -> open.add(channel));
        }
        return open.isEmpty()
                ? new Screened.Closed(action, nearestToOpen(action, closed))
                : new Screened.Open(action, open);
    }

    private Optional<Rejection> obstacle(Action action) {
        ZoneId zone = rules.settings().zone();
        LocalDate day = inputs.at().atZone(zone).toLocalDate();
        if (!action.isValidOn(day)) {
            return Optional.of(new Rejection.NotValid(action.validFrom(), action.validUntil()));
        }
        Optional<Part> missing = outage.stops(action);
        if (missing.isPresent()) {
            return missing.map(Rejection.PartUnavailable::new);
        }
        if (rules.settings().legalBasis(action.purpose()).isEmpty()) {
            return Optional.of(new Rejection.NoLegalBasis(action.purpose()));
        }
        Optional<Judgement.CandidateJudgement> judged =
                Optional.ofNullable(judgement.candidates().get(new CandidateRef.OfAction(action.key())));
        return judged.flatMap(Judgement.CandidateJudgement::stoppedBy)
                .<Rejection>map(Rejection.ByRules::new)
                .or(() -> judged.flatMap(each -> limit.obstacle(action.purpose(), each)));
    }

    private List<Channel> candidates(Action action) {
        Set<ChannelKey> asked = inputs.channels();
        return action.channels().stream()
                .flatMap(key -> rules.catalogue().channel(key).stream())
                .filter(channel -> channel.directions().contains(inputs.direction()))
                .filter(channel -> asked.isEmpty() || asked.contains(channel.key()))
                .toList();
    }

    private Optional<Rejection> obstacle(Action action, Channel channel) {
        return ruledOut(channel.key())
                .or(() -> objection(action, channel.key()))
                .or(() -> consent(action, channel))
                .or(() -> cap(action, channel.key()))
                .or(() -> hours(channel));
    }

    private Optional<Rejection> ruledOut(ChannelKey channel) {
        Optional<Judgement.ChannelRule> forbidden = judgement.channels().stream()
                .filter(rule -> rule.forbidden() && rule.channel().equals(channel))
                .findFirst();
        List<Judgement.ChannelRule> wanted =
                judgement.channels().stream().filter(rule -> !rule.forbidden()).toList();
        boolean isWanted = wanted.isEmpty()
                || wanted.stream().anyMatch(rule -> rule.channel().equals(channel));
        return forbidden
                .or(() -> isWanted ? Optional.empty() : Optional.of(wanted.getFirst()))
                .map(rule -> new Rejection.ChannelForbidden(channel, rule.by()));
    }

    private Optional<Rejection> objection(Action action, ChannelKey channel) {
        return inputs.permissions().objectsTo(action.purpose(), channel)
                ? Optional.of(new Rejection.Objected(channel, action.purpose()))
                : Optional.empty();
    }

    private Optional<Rejection> consent(Action action, Channel channel) {
        if (action.purpose() != Purpose.MARKETING || inputs.direction() == Direction.INBOUND) {
            return Optional.empty();
        }
        Terms terms = inputs.terms();
        return channel.consentTerm()
                .filter(term -> !terms.value(term).equals(Optional.of(new Value.YesNo(true))))
                .map(term -> new Rejection.NoConsent(channel.key(), term));
    }

    private Optional<Rejection> cap(Action action, ChannelKey channel) {
        return rules.contactPolicy().applyingTo(action, channel, inputs.direction()).stream()
                .flatMap(cap -> Optional.ofNullable(usage.get(cap.id())).stream())
                .filter(CapUsage::isExhausted)
                .max(java.util.Comparator.comparing(used -> used.freeAgainAt().orElseThrow()))
                .map(used -> new Rejection.CapReached(channel, used));
    }

    private Optional<Rejection> hours(Channel channel) {
        return inputs.direction() == Direction.INBOUND
                        || channel.hours()
                                .areOpenAt(inputs.at(), rules.settings().zone())
                ? Optional.empty()
                : Optional.of(new Rejection.ChannelClosed(channel.key()));
    }

    /** Of several closed channels the one that got furthest says why. */
    private Rejection nearestToOpen(Action action, List<Rejection> closed) {
        return closed.stream()
                .max(java.util.Comparator.comparing(Screening::distance))
                .orElseGet(() -> new Rejection.NoChannel(action.channels(), inputs.channel(), inputs.direction()));
    }

    private static int distance(Rejection rejection) {
        return switch (rejection) {
            case Rejection.ChannelClosed ignored -> 4;
            case Rejection.CapReached ignored -> 3;
            case Rejection.NoConsent ignored -> 2;
            case Rejection.Objected ignored -> 1;
            default -> 0;
        };
    }
}
