package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Judged;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.rule.Keys;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;
import org.lotse.rules.model.Consequence;

/** One judgement. For use by one thread. */
final class Judging {
    private final DroolsRules rules;
    private final RuleRequest request;
    private final LocalDate today;
    private final Sessions.Asking session;
    private final SortedSet<String> degraded = new TreeSet<>();

    Judging(DroolsRules rules, RuleRequest request, LocalDate today, Sessions.Asking session) {
        this.rules = rules;
        this.request = request;
        this.today = today;
        this.session = session;
    }

    Judgement judge() {
        Scope scope = rules.scope(request.subject(), Optional.empty());
        Values values = rules.values(request.subject(), request.terms());
        Inquiry inquiry =
                new Inquiry(scope, rules.ruleTerms(request.subject()), request.terms(), values, today, degraded);
        session.ask(inquiry);
        Map<CandidateRef, Judgement.CandidateJudgement> candidates = candidates(inquiry, values);
        List<Entry> counting = scope.rest().counting(scope.silent(), inquiry.rest(), degraded);
        return new Judgement(
                inquiry.conclusions(),
                candidates,
                channels(counting, inquiry.rest()),
                added(counting, inquiry.rest()),
                degraded.isEmpty() ? List.of() : List.copyOf(degraded));
    }

    private Map<CandidateRef, Judgement.CandidateJudgement> candidates(Inquiry inquiry, Values values) {
        Keys<CandidateRef> keys = rules.keys(request.candidates());
        Speakers[] speakers = rules.speakers(request.subject(), keys);
        if (keys.size() > 0 && keys.at(0) instanceof CandidateRef.OfAction) {
            return actions(keys, speakers, inquiry.eligibility(), inquiry.rest());
        }
        Object[] judged = new Object[keys.size()];
        for (int place = 0; place < judged.length; place++) {
            judged[place] = switch (keys.at(place)) {
                case CandidateRef.OfAction ignored ->
                    throw new IllegalArgumentException(
                            "The action " + keys.at(place) + " cannot compete with subjects.");
                case CandidateRef.OfSubject(var subject) ->
                    subject(subject.type(), request.candidates().getOrDefault(keys.at(place), Terms.NONE), values);
            };
        }
        return new Keyed<>(keys, judged);
    }

    /** Whether each action is stopped is found out now, what is said of it when somebody reads it. */
    private Judged actions(Keys<CandidateRef> keys, Speakers[] speakers, RowFact eligibility, RowFact rest) {
        boolean[] stopped = new boolean[speakers.length];
        for (int place = 0; place < stopped.length; place++) {
            stopped[place] = speakers[place].stop(eligibility, rest, degraded);
        }
        return new Judged(keys, stopped, place -> speakers[place].judge(eligibility, rest));
    }

    private Judgement.CandidateJudgement subject(SubjectType type, Terms own, Values values) {
        Scope scope = rules.scope(request.subject(), Optional.of(type));
        Values both = rules.with(values, request.subject(), own);
        Inquiry inquiry =
                new Inquiry(scope, rules.pairTerms(scope, request.subject(), type), own, both, today, degraded);
        session.ask(inquiry);
        return new Judgement.CandidateJudgement(
                rules.speakers(scope, request.decision()).ask(inquiry.eligibility(), inquiry.rest(), degraded),
                inquiry.conclusions());
    }

    private static List<Judgement.ChannelRule> channels(List<Entry> counting, RowFact fact) {
        if (counting.isEmpty()) {
            return List.of();
        }
        List<Judgement.ChannelRule> channels = new ArrayList<>();
        for (Entry entry : counting) {
            for (Consequence consequence : entry.consequences()) {
                switch (consequence) {
                    case Consequence.UseChannel(var channel, var cell) ->
                        channels.add(new Judgement.ChannelRule(channel, false, Trace.fired(entry, fact)));
                    case Consequence.ForbidChannel(var channel, var cell) ->
                        channels.add(new Judgement.ChannelRule(channel, true, Trace.fired(entry, fact)));
                    default -> {}
                }
            }
        }
        return channels;
    }

    private static Map<ActionKey, List<Firing>> added(List<Entry> counting, RowFact fact) {
        if (counting.isEmpty()) {
            return Map.of();
        }
        Map<ActionKey, List<Firing>> added = new LinkedHashMap<>();
        for (Entry entry : counting) {
            for (Consequence consequence : entry.consequences()) {
                if (consequence instanceof Consequence.AddAction(var action, var cell)) {
                    added.computeIfAbsent(action, ignored -> new ArrayList<>()).add(Trace.fired(entry, fact));
                }
            }
        }
        return added;
    }
}
