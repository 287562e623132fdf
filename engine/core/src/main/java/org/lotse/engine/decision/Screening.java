package org.lotse.engine.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.action.OpeningHours;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.rule.Judged;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.LocalDays;
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
    private final Contest contest;
    private final @Nullable Judged judged;
    private final @Nullable Outage outage;
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
        this.contest = contest;
        this.judged = judged(contest, judgement);
        this.outage = inputs.unavailable().isEmpty() ? null : new Outage(rules, inputs);
        this.asked = inputs.channels();
        this.usedUp = usedUp(inputs.caps());
        this.mayObject = !inputs.permissions().objectedPurposes().isEmpty()
                || !inputs.permissions().objectedChannels().isEmpty();
        this.open = new Boolean[contest.channels()];
        this.consented = new Boolean[contest.channels()];
    }

    /** The rules answer with the very keys they are asked with, or the candidates are looked up. */
    @SuppressWarnings("ReferenceEquality") // Equal keys may lie at other places.
    private static @Nullable Judged judged(Contest contest, Judgement judgement) {
        return judgement.candidates() instanceof Judged judged
                        && contest.candidates() instanceof Keyed<?, ?> keyed
                        && judged.keys() == keyed.keys()
                ? judged
                : null;
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

    /**
     * Whether a contender may not be offered whatever the channel; why is noted.
     *
     * @param losers takes the reason
     */
    boolean isClosed(Contender contender, Losers losers) {
        Rejection obstacle = contest.isTimeless() ? null : outOfDate(contender);
        obstacle = obstacle == null && outage != null ? failing(contender) : obstacle;
        if (obstacle == null && !contender.lawful()) {
            obstacle = new Rejection.NoLegalBasis(contender.action().purpose());
        }
        if (obstacle != null) {
            losers.note(contender.place(), obstacle);
            return true;
        }
        return isStopped(contender, losers);
    }

    private boolean isStopped(Contender contender, Losers losers) {
        if (judged != null && judged.isStopped(contender.place())) {
            losers.byRules(contender.place());
            return true;
        }
        if (judged != null && (contender.harmless() || !contender.isMarketing())) {
            return false;
        }
        Judgement.CandidateJudgement verdicts = judged != null
                ? judged.at(contender.place())
                : judgement.candidates().get(contender.candidate());
        if (verdicts == null) {
            return false;
        }
        if (verdicts.stoppedBy().isPresent()) {
            losers.byRules(contender.place());
            return true;
        }
        Optional<Rejection> wrong = contender.isMarketing()
                ? limit.obstacle(Purpose.MARKETING, verdicts, contest.harmless())
                : Optional.empty();
        wrong.ifPresent(rejection -> losers.note(contender.place(), rejection));
        return wrong.isPresent();
    }

    private @Nullable Rejection outOfDate(Contender contender) {
        LocalDate today = contest.days().at(inputs.at()).date();
        return contender.action().isValidOn(today)
                ? null
                : new Rejection.NotValid(
                        contender.action().validFrom(), contender.action().validUntil());
    }

    private @Nullable Rejection failing(Contender contender) {
        return outage == null
                ? null
                : outage.stops(contender.action())
                        .map(Rejection.PartUnavailable::new)
                        .orElse(null);
    }

    /** Whether a channel may be used in this direction and was not left out by the request. */
    boolean isAsked(Channel channel) {
        return channel.directions().contains(inputs.direction()) && (asked.isEmpty() || asked.contains(channel.key()));
    }

    /** What stands in the way of a channel; null when nothing does. */
    @Nullable
    Rejection obstacle(Contender contender, Pairing pairing) {
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
            known = isOpen(pairing.channel().hours());
            open[pairing.channelNumber()] = known;
        }
        return known;
    }

    private boolean isOpen(OpeningHours hours) {
        LocalDays.Day today = contest.days().at(inputs.at());
        return today.even()
                ? hours.areOpenAt(
                        today.date().getDayOfWeek(),
                        LocalTime.ofSecondOfDay(inputs.at().getEpochSecond() - today.from()))
                : hours.areOpenAt(inputs.at(), contest.days().zone());
    }

    /** Of two closed channels the one that got further says why; the first where both got as far. */
    static Rejection nearerToOpen(@Nullable Rejection one, Rejection other) {
        return one == null || distance(other) > distance(one) ? other : one;
    }

    /** Why a contender is not offered of which no channel was asked for. */
    Rejection noChannel(Contender contender) {
        return new Rejection.NoChannel(contender.action().channels(), inputs.channel(), inputs.direction());
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
