package org.lotse.engine.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** Sorts out the actions that may not be offered: engagement policy, channels, consent, contact policy. Pure. */
final class Screening {
    private static final Value YES = Value.of(true);

    private final RuleSet rules;
    private final Inputs inputs;
    private final Judgement judgement;
    private final PurposeLimit limit;
    private final Harmless harmless;
    private final Outage outage;
    private final LocalDate day;
    private final Set<ChannelKey> asked;
    /** Only those that are used up, as most stand in nobody's way. */
    private final Map<String, CapUsage> usedUp;

    private final boolean mayObject;
    /** By the number of the channel: what was found out about it, as it concerns several actions. */
    private final @Nullable Boolean[] open;

    private final @Nullable Boolean[] consented;

    Screening(RuleSet rules, Contest contest, Inputs inputs, Judgement judgement, PurposeLimit limit) {
        this.rules = rules;
        this.inputs = inputs;
        this.judgement = judgement;
        this.limit = limit;
        this.harmless = contest.harmless();
        this.outage = new Outage(rules, inputs);
        this.day = inputs.at().atZone(rules.settings().zone()).toLocalDate();
        this.asked = inputs.channels();
        this.usedUp = usedUp(inputs.caps());
        this.mayObject = !inputs.permissions().objectedPurposes().isEmpty()
                || !inputs.permissions().objectedChannels().isEmpty();
        this.open = new Boolean[contest.channels()];
        this.consented = new Boolean[contest.channels()];
    }

    private static Map<String, CapUsage> usedUp(List<CapUsage> caps) {
        Map<String, CapUsage> usedUp = Map.of();
        for (CapUsage cap : caps) {
            if (cap.isExhausted()) {
                usedUp = usedUp.isEmpty() ? new HashMap<>() : usedUp;
                usedUp.put(cap.cap(), cap);
            }
        }
        return usedUp;
    }

    /** What is left of an action: the channels it may use, or why there is none. */
    sealed interface Screened {
        record Open(Contender contender, List<Pairing> pairings) implements Screened {}

        record Closed(Contender contender, Rejection rejection) implements Screened {}
    }

    Screened screen(Contender contender) {
        Rejection obstacle = obstacle(contender);
        if (obstacle != null) {
            return new Screened.Closed(contender, obstacle);
        }
        List<Pairing> usable = List.of();
        List<Rejection> closed = List.of();
        for (int each = 0; each < contender.pairings().size(); each++) {
            Pairing pairing = contender.pairings().get(each);
            if (isAsked(pairing.channel())) {
                Rejection closing = obstacle(contender, pairing);
                if (closing == null) {
                    usable = usable.isEmpty()
                            ? new ArrayList<>(contender.pairings().size())
                            : usable;
                    usable.add(pairing);
                } else {
                    closed = closed.isEmpty() ? new ArrayList<>() : closed;
                    closed.add(closing);
                }
            }
        }
        return usable.isEmpty()
                ? new Screened.Closed(contender, nearestToOpen(contender, closed))
                : new Screened.Open(contender, usable);
    }

    private @Nullable Rejection obstacle(Contender contender) {
        if (!contender.action().isValidOn(day)) {
            return new Rejection.NotValid(
                    contender.action().validFrom(), contender.action().validUntil());
        }
        Optional<Part> missing = outage.stops(contender.action());
        if (missing.isPresent()) {
            return new Rejection.PartUnavailable(missing.get());
        }
        if (!contender.lawful()) {
            return new Rejection.NoLegalBasis(contender.action().purpose());
        }
        Judgement.CandidateJudgement judged = judged(contender);
        if (judged == null) {
            return null;
        }
        Optional<Verdict> stopped = judged.stoppedBy();
        return stopped.isPresent()
                ? new Rejection.ByRules(stopped.get())
                : contender.isMarketing()
                        ? limit.obstacle(Purpose.MARKETING, judged, harmless).orElse(null)
                        : null;
    }

    @SuppressWarnings("ReferenceEquality") // The rules answer with the very keys they are asked with, or look them up.
    private Judgement.@Nullable CandidateJudgement judged(Contender contender) {
        return judgement.candidates() instanceof Keyed<?, Judgement.CandidateJudgement> keyed
                        && contender.place() < keyed.keys().size()
                        && keyed.keys().at(contender.place()) == contender.candidate()
                ? keyed.at(contender.place())
                : judgement.candidates().get(contender.candidate());
    }

    private boolean isAsked(Channel channel) {
        return channel.directions().contains(inputs.direction()) && (asked.isEmpty() || asked.contains(channel.key()));
    }

    private @Nullable Rejection obstacle(Contender contender, Pairing pairing) {
        Rejection obstacle = ruledOut(pairing.channel().key());
        obstacle = obstacle != null ? obstacle : objection(pairing);
        obstacle = obstacle != null ? obstacle : consent(contender, pairing);
        obstacle = obstacle != null ? obstacle : cap(pairing);
        return obstacle != null ? obstacle : hours(pairing);
    }

    private @Nullable Rejection ruledOut(ChannelKey channel) {
        Judgement.ChannelRule firstWanted = null;
        boolean isWanted = false;
        for (Judgement.ChannelRule rule : judgement.channels()) {
            boolean isMeant = rule.channel().equals(channel);
            if (rule.forbidden() && isMeant) {
                return new Rejection.ChannelForbidden(channel, rule.by());
            }
            if (!rule.forbidden()) {
                firstWanted = firstWanted == null ? rule : firstWanted;
                isWanted |= isMeant;
            }
        }
        return firstWanted == null || isWanted ? null : new Rejection.ChannelForbidden(channel, firstWanted.by());
    }

    private @Nullable Rejection objection(Pairing pairing) {
        Purpose purpose = pairing.action().purpose();
        ChannelKey channel = pairing.channel().key();
        return mayObject && inputs.permissions().objectsTo(purpose, channel)
                ? new Rejection.Objected(channel, purpose)
                : null;
    }

    private @Nullable Rejection consent(Contender contender, Pairing pairing) {
        Optional<TermKey> term = pairing.channel().consentTerm();
        if (!contender.isMarketing() || inputs.direction() == Direction.INBOUND || term.isEmpty()) {
            return null;
        }
        Boolean given = consented[pairing.channelNumber()];
        if (given == null) {
            given = inputs.terms().value(term.get()).filter(YES::equals).isPresent();
            consented[pairing.channelNumber()] = given;
        }
        return given ? null : new Rejection.NoConsent(pairing.channel().key(), term.get());
    }

    /** Of several caps that are used up the one that stays so longest. */
    private @Nullable Rejection cap(Pairing pairing) {
        CapUsage last = null;
        if (!usedUp.isEmpty()) {
            for (Cap cap : pairing.caps(inputs.direction())) {
                CapUsage used = usedUp.get(cap.id());
                if (used != null && (last == null || freeAgain(used).isAfter(freeAgain(last)))) {
                    last = used;
                }
            }
        }
        return last == null ? null : new Rejection.CapReached(pairing.channel().key(), last);
    }

    private static Instant freeAgain(CapUsage used) {
        return used.freeAgainAt().orElseThrow();
    }

    private @Nullable Rejection hours(Pairing pairing) {
        return inputs.direction() == Direction.INBOUND || isOpen(pairing)
                ? null
                : new Rejection.ChannelClosed(pairing.channel().key());
    }

    private boolean isOpen(Pairing pairing) {
        Boolean known = open[pairing.channelNumber()];
        if (known == null) {
            known = pairing.channel()
                    .hours()
                    .areOpenAt(inputs.at(), rules.settings().zone());
            open[pairing.channelNumber()] = known;
        }
        return known;
    }

    /** Of several closed channels the one that got furthest says why. */
    private Rejection nearestToOpen(Contender contender, List<Rejection> closed) {
        Rejection nearest = null;
        for (Rejection rejection : closed) {
            nearest = nearest == null || distance(rejection) > distance(nearest) ? rejection : nearest;
        }
        return nearest == null
                ? new Rejection.NoChannel(contender.action().channels(), inputs.channel(), inputs.direction())
                : nearest;
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
