package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.ActionSelector;
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
        Values values = rules.values(request.subject(), request.terms());
        Optional<Scope> scope = rules.scope(request.subject(), Optional.empty());
        Map<TermKey, Term> terms = rules.ruleTerms(request.subject());
        Map<TermKey, Conclusion> conclusions = conclude(scope, terms, request.terms(), values);
        RowFact eligibility = ask(scope.map(Scope::eligibility), scope, values.firm());
        RowFact rest = ask(scope.map(Scope::rest), scope, values.all());
        Map<CandidateRef, Judgement.CandidateJudgement> candidates = new LinkedHashMap<>();
        request.candidates()
                .forEach((candidate, own) -> candidates.put(
                        candidate,
                        switch (candidate) {
                            case CandidateRef.OfAction(ActionKey key) -> action(key, scope, eligibility, rest);
                            case CandidateRef.OfSubject(var subject) -> subject(subject.type(), own, values);
                        }));
        List<Entry> counting = counting(scope, rest);
        return new Judgement(
                conclusions, candidates, channels(counting, rest), added(counting, rest), List.copyOf(degraded));
    }

    private RowFact ask(Optional<Integer> round, Optional<Scope> scope, @Nullable Value[] values) {
        RowFact fact = new RowFact(round.orElse(-1), values, today);
        if (round.isPresent() && !scope.orElseThrow().entries(round.get()).isEmpty()) {
            session.ask(fact);
        }
        return fact;
    }

    private Map<TermKey, Conclusion> conclude(
            Optional<Scope> scope, Map<TermKey, Term> terms, Terms given, Values values) {
        Map<TermKey, Conclusion> conclusions = new LinkedHashMap<>();
        for (Term term : terms.values()) {
            Optional<Value> fixed = given.value(term.key());
            boolean written =
                    scope.map(each -> each.writers().containsKey(term.key())).orElse(false);
            if (fixed.isPresent() || !written) {
                put(new Conclusion(term.key(), fixed.or(term::fallback), List.of(), List.of()), conclusions, values);
            }
        }
        for (Scope.Level level : scope.map(Scope::levels).orElse(List.of())) {
            RowFact fact = new RowFact(level.round(), values.all(), today);
            session.ask(fact);
            for (TermKey key : level.terms()) {
                Term term = terms.get(key);
                if (term != null && !conclusions.containsKey(key)) {
                    put(conclusion(term, scope.orElseThrow(), level.round(), fact), conclusions, values);
                }
            }
        }
        return conclusions;
    }

    private static void put(Conclusion conclusion, Map<TermKey, Conclusion> conclusions, Values values) {
        conclusions.put(conclusion.term(), conclusion);
        conclusion.value().ifPresent(value -> values.put(TermPath.of(conclusion.term()), value));
    }

    private Conclusion conclusion(Term term, Scope scope, int round, RowFact fact) {
        List<Entry> writers = scope.writers().getOrDefault(term.key(), List.of());
        List<Entry> counting = Hits.counting(scope.entries(round), entry -> true, fact, degraded).stream()
                .filter(entry -> entry.writes(term.key()))
                .toList();
        Optional<Value> value = counting.isEmpty() ? term.fallback() : value(term, counting, fact);
        return new Conclusion(
                term.key(),
                value,
                counting.stream().map(entry -> Trace.fired(entry, fact)).toList(),
                Trace.nearest(writers, fact));
    }

    /** The sum of all points, else the value the first row sets. */
    private Optional<Value> value(Term term, List<Entry> counting, RowFact fact) {
        double sum = 0;
        boolean adds = false;
        for (Entry entry : counting) {
            for (Consequence consequence : entry.consequences()) {
                if (consequence instanceof Consequence.SetTerm(TermKey key, var operand, var cell)
                        && key.equals(term.key())) {
                    return inRange(
                            term, Optional.ofNullable(rules.needed(operand).in(fact)));
                }
                if (consequence instanceof Consequence.AddPoints(TermKey key, var operand, var cell)
                        && key.equals(term.key())) {
                    adds = true;
                    sum += rules.needed(operand).in(fact) instanceof Value.Num(double number) ? number : 0;
                }
            }
        }
        return adds ? inRange(term, finite(sum)) : term.fallback();
    }

    private static Optional<Value> finite(double sum) {
        return Double.isFinite(sum) ? Optional.of(Value.of(sum)) : Optional.empty();
    }

    private Optional<Value> inRange(Term term, Optional<Value> value) {
        if (value.orElse(null) instanceof Value.Num(double number)
                && !term.range().map(range -> range.contains(number)).orElse(true)) {
            degraded.add("OUT_OF_RANGE:" + term.key());
        }
        return value;
    }

    private Judgement.CandidateJudgement action(
            ActionKey key, Optional<Scope> scope, RowFact eligibility, RowFact rest) {
        Optional<Action> action = rules.catalogue().action(key);
        List<Verdict> verdicts = action.map(
                        each -> verdicts(scope, eligibility, rest, entry -> true, selector -> selector.matches(each)))
                .orElseGet(() -> verdicts(Optional.empty(), eligibility, rest, entry -> true, selector -> false));
        return new Judgement.CandidateJudgement(verdicts, Map.of());
    }

    private Judgement.CandidateJudgement subject(SubjectType type, Terms own, Values values) {
        Optional<Scope> scope = rules.scope(request.subject(), Optional.of(type));
        Values both = values.with(own);
        Map<TermKey, Conclusion> conclusions = conclude(scope, rules.pairTerms(request.subject(), type), own, both);
        RowFact eligibility = ask(scope.map(Scope::eligibility), scope, both.firm());
        RowFact rest = ask(scope.map(Scope::rest), scope, both.all());
        return new Judgement.CandidateJudgement(
                verdicts(
                        scope,
                        eligibility,
                        rest,
                        entry -> rules.concerns(entry.file(), request.decision()),
                        ActionSelector.ALL::equals),
                conclusions);
    }

    private List<Verdict> verdicts(
            Optional<Scope> scope,
            RowFact eligibility,
            RowFact rest,
            java.util.function.Predicate<Entry> files,
            java.util.function.Predicate<ActionSelector> selected) {
        if (scope.isEmpty()) {
            return Verdicts.none();
        }
        return new Verdicts(files, selected, degraded)
                .ask(
                        scope.get().entries(scope.get().eligibility()),
                        eligibility,
                        scope.get().entries(scope.get().rest()),
                        rest);
    }

    private List<Entry> counting(Optional<Scope> scope, RowFact rest) {
        return scope.map(each ->
                        Hits.counting(each.entries(each.rest()), entry -> !Verdicts.speaks(entry), rest, degraded))
                .orElse(List.of());
    }

    private static List<Judgement.ChannelRule> channels(List<Entry> counting, RowFact fact) {
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
