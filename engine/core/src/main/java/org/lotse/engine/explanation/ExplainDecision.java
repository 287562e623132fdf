package org.lotse.engine.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;

/**
 * Explains a decision from its record: for every candidate not chosen the smallest change that would have had it chosen,
 * for every concluded term the smallest change that would have had it otherwise. Every change named has been tried by
 * deciding again. For use by one thread.
 */
public final class ExplainDecision {
    private static final int OTHERS = 3;
    private static final Comparator<Change> SMALLEST = Comparator.comparingDouble(Change::distance);

    private final DecisionRecord record;
    private final RuleSet rules;
    private final Situation base;
    private final Decision decided;
    private final Movable movable;
    private final int limit;

    /**
     * @param record the decision
     * @param rules the bundle it names
     * @param predictions the models it names; where they are others, predictions stay as they were read
     * @param statistics the population's; where they do not give the percentiles read, those stay as they were read
     */
    public ExplainDecision(DecisionRecord record, RuleSet rules, Predictions predictions, Statistics statistics) {
        this.record = record;
        this.rules = rules;
        Follow follow = new Follow(record, rules.vocabulary(), predictions, statistics);
        this.base = Situation.of(record.inputs(), rules, follow);
        this.decided = base.decide();
        DecisionDeclaration declaration = Optional.ofNullable(
                        rules.vocabulary().decisions().get(record.inputs().decision()))
                .orElseThrow();
        this.movable = new Movable(rules, declaration, follow);
        this.limit = record.inputs().limit();
    }

    /** What was decided, with the rows that nearly hit. */
    public Decision decision() {
        return decided;
    }

    /** Why the candidates asked about were not chosen, in the order of the decision. */
    public List<WhyNot> whyNot(Predicate<CandidateRef> asked) {
        List<Decision.NotChosen> losers = decided.notChosen().stream()
                .filter(loser -> asked.test(loser.candidate()))
                .toList();
        Map<CandidateRef, List<Change>> single =
                singles(losers.stream().filter(loser -> !isOutOfReach(loser)).toList());
        List<WhyNot> reasons = new ArrayList<>();
        for (Decision.NotChosen loser : losers) {
            List<Change> changes = single.getOrDefault(loser.candidate(), List.of());
            if (isOutOfReach(loser)) {
                reasons.add(new WhyNot(loser, WhyNot.Needs.NONE, List.of(), List.of()));
            } else if (!changes.isEmpty()) {
                reasons.add(new WhyNot(
                        loser,
                        WhyNot.Needs.ONE,
                        changes.subList(0, 1),
                        changes.stream().skip(1).limit(OTHERS).toList()));
            } else {
                List<Change> all = new Together(movable, base, loser.candidate()).changes(decided);
                reasons.add(new WhyNot(loser, all.isEmpty() ? WhyNot.Needs.NONE : WhyNot.Needs.ALL, all, List.of()));
            }
        }
        return reasons;
    }

    /**
     * What would have given concluded terms another value: per term the smallest change to each other value of a choice or
     * yes-or-no, or to any other figure.
     */
    public Map<TermKey, List<Change>> otherwise(List<TermKey> terms) {
        List<TermKey> asked = new ArrayList<>();
        List<Goal> goals = new ArrayList<>();
        for (TermKey key : terms) {
            Optional<Value> now = concluded(decided, key);
            rules.vocabulary().term(record.inputs().subject().type(), key).ifPresent(term -> {
                if (term.type() == TermType.CHOICE) {
                    term.values().keySet().stream()
                            .map(Value::choice)
                            .filter(value -> !now.equals(Optional.of(value)))
                            .forEach(value -> {
                                asked.add(key);
                                goals.add((situation, decision) ->
                                        concluded(decision, key).equals(Optional.of(value)));
                            });
                } else {
                    asked.add(key);
                    goals.add((situation, decision) -> !concluded(decision, key).equals(now)
                            && concluded(decision, key).isPresent());
                }
            });
        }
        List<List<Change>> found = Probe.changes(movable, base, decided, goals, Optional.empty(), path -> true);
        Map<TermKey, List<Change>> otherwise = new LinkedHashMap<>();
        for (int goal = 0; goal < goals.size(); goal++) {
            List<Change> into = otherwise.computeIfAbsent(asked.get(goal), key -> new ArrayList<>());
            found.get(goal).stream().findFirst().ifPresent(into::add);
        }
        return otherwise;
    }

    /** The value a term, read, calculated or concluded, has after a change. */
    public Optional<Value> after(Change change, TermPath term) {
        Situation after = base.with(change, Optional.empty());
        return Probe.known(after, after.decide()).value(term);
    }

    /** The value a term has as it was decided. */
    public Optional<Value> before(TermPath term) {
        return Probe.known(base, decided).value(term);
    }

    private static Optional<Value> concluded(Decision decision, TermKey key) {
        return Optional.ofNullable(decision.judgement().conclusions().get(key)).flatMap(each -> each.value());
    }

    private Goal chosen(CandidateRef candidate) {
        return (situation, decision) -> Standing.isChosen(decision, candidate, limit);
    }

    /** Whatever had been read, it would not have been chosen: the person is held out of it, or a part is down. */
    private boolean isOutOfReach(Decision.NotChosen loser) {
        return loser.rejection() instanceof Rejection.PartUnavailable
                || record.inputs().control()
                        && loser.candidate() instanceof CandidateRef.OfAction(var key)
                        && rules.catalogue()
                                .action(key)
                                .filter(rules.settings().control()::withholds)
                                .isPresent();
    }

    private Map<CandidateRef, List<Change>> singles(List<Decision.NotChosen> losers) {
        Map<CandidateRef, List<Change>> singles = new LinkedHashMap<>();
        boolean subjects = losers.stream().anyMatch(loser -> loser.candidate() instanceof CandidateRef.OfSubject);
        List<List<Change>> readings = subjects
                ? losers.stream()
                        .map(loser -> Probe.changes(
                                        movable,
                                        base,
                                        decided,
                                        List.of(chosen(loser.candidate())),
                                        id(loser),
                                        path -> true)
                                .getFirst())
                        .toList()
                : Probe.changes(
                        movable,
                        base,
                        decided,
                        losers.stream().map(loser -> chosen(loser.candidate())).toList(),
                        Optional.empty(),
                        path -> true);
        for (int at = 0; at < losers.size(); at++) {
            Decision.NotChosen loser = losers.get(at);
            List<Change> changes = new ArrayList<>(readings.get(at));
            changes.addAll(
                    new Beyond(movable, base, loser.candidate()).changes(loser.rejection(), chosen(loser.candidate())));
            changes.sort(SMALLEST);
            singles.put(loser.candidate(), changes);
        }
        return singles;
    }

    private static Optional<SubjectId> id(Decision.NotChosen loser) {
        return loser.candidate() instanceof CandidateRef.OfSubject(SubjectId id) ? Optional.of(id) : Optional.empty();
    }
}
