package org.lotse.api.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.ExpectedUses;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * What counts of a decision.
 *
 * @param choice what was chosen, comparable
 * @param marketing whether that is marketing
 * @param value what it is expected to bring, in the accounting currency: the probability that it changes something times
 *     its value
 * @param cost what it is expected to cost: the contact, and what acceptance costs times its probability
 * @param uses what it is expected to use of each capacity: the contact, and what acceptance uses times its probability
 * @param concluded the rule terms that have a value
 * @param because the rows each of them was concluded by
 * @param rows the rows that decided anything
 */
record Judged(
        Choice choice,
        boolean marketing,
        double value,
        double cost,
        Map<String, Double> uses,
        Map<TermKey, Value> concluded,
        Map<TermKey, Set<RowRef>> because,
        Set<RowRef> rows) {

    /**
     * What was chosen: an action with its channel, a candidate, or the values concluded.
     *
     * @param candidate empty: nothing, or a decision by rules
     * @param outputs of a decision by rules
     */
    record Choice(Optional<String> candidate, Optional<ChannelKey> channel, Map<TermKey, Value> outputs) {
        static final Choice NOTHING = new Choice(Optional.empty(), Optional.empty(), Map.of());

        /** One word for it. */
        String key() {
            if (candidate.isPresent()) {
                return candidate.get()
                        + channel.map(over -> " @ " + over.value()).orElse("");
            }
            String values = outputs.values().stream().map(Value::toString).collect(Collectors.joining(" | "));
            return values.isEmpty() ? "nothing" : values;
        }
    }

    static Judged of(Decision decision, Direction direction, DecisionDeclaration declaration, RuleSet rules) {
        Map<TermKey, Value> concluded = new TreeMap<>();
        decision.judgement()
                .conclusions()
                .forEach((key, conclusion) -> conclusion.value().ifPresent(value -> concluded.put(key, value)));
        List<Decision.Ranked> firsts = decision.places().isEmpty()
                ? decision.ranked().stream().limit(1).toList()
                : decision.places().stream()
                        .filter(place -> !place.isEmpty())
                        .map(place -> decision.ranked().get(place.from()))
                        .toList();
        double value = 0;
        double cost = 0;
        Map<String, Double> uses = new HashMap<>();
        for (Decision.Ranked first : firsts) {
            Factors factors = first.factors();
            double accepted = Math.max(0, factors.propensity().orElse(factors.probability()));
            value += factors.probability() * factors.value();
            cost += factors.contactCost() + accepted * factors.costIfAccepted();
            action(first, rules)
                    .ifPresent(action -> channel(first, rules)
                            .ifPresent(channel -> ExpectedUses.of(action, channel, direction, accepted)
                                    .forEach((capacity, use) -> uses.merge(capacity, use, Double::sum))));
        }
        return new Judged(
                choice(decision, declaration, concluded),
                firsts.stream()
                        .flatMap(first -> action(first, rules).stream())
                        .anyMatch(action -> action.purpose() == Purpose.MARKETING),
                value,
                cost,
                uses,
                concluded,
                because(decision.judgement()),
                rows(decision.judgement()));
    }

    private static Choice choice(Decision decision, DecisionDeclaration declaration, Map<TermKey, Value> concluded) {
        if (declaration instanceof DecisionDeclaration.ByRules byRules) {
            Map<TermKey, Value> outputs = new TreeMap<>(concluded);
            outputs.keySet().retainAll(byRules.outputs());
            return new Choice(Optional.empty(), Optional.empty(), outputs);
        }
        return decision.ranked().stream()
                .findFirst()
                .map(first -> new Choice(Optional.of(first.candidate().toString()), first.channel(), Map.of()))
                .orElse(Choice.NOTHING);
    }

    private static Optional<Action> action(Decision.Ranked ranked, RuleSet rules) {
        return ranked.candidate() instanceof CandidateRef.OfAction(var key)
                ? rules.catalogue().action(key)
                : Optional.empty();
    }

    private static Optional<Channel> channel(Decision.Ranked ranked, RuleSet rules) {
        return ranked.channel().flatMap(rules.catalogue()::channel);
    }

    private static Map<TermKey, Set<RowRef>> because(Judgement judgement) {
        Map<TermKey, Set<RowRef>> because = new HashMap<>();
        judgement.conclusions().forEach((key, conclusion) -> {
            if (!conclusion.because().isEmpty()) {
                Set<RowRef> rows = new HashSet<>();
                add(conclusion.because(), rows);
                because.put(key, rows);
            }
        });
        return because;
    }

    /** Rows that concluded something, or let a candidate pass or stopped it. */
    static Set<RowRef> rows(Judgement judgement) {
        Set<RowRef> rows = new HashSet<>();
        for (Conclusion conclusion : judgement.conclusions().values()) {
            add(conclusion.because(), rows);
        }
        judgement.channels().forEach(channel -> rows.add(channel.by().row()));
        judgement.added().values().forEach(firings -> add(firings, rows));
        for (Judgement.CandidateJudgement candidate : judgement.candidates().values()) {
            candidate.conclusions().values().forEach(conclusion -> add(conclusion.because(), rows));
            for (Verdict verdict : candidate.verdicts()) {
                switch (verdict) {
                    case Verdict.Passed(var layer, var because) -> add(because, rows);
                    case Verdict.Forbidden(var layer, var by) -> rows.add(by.row());
                    case Verdict.NotAllowed ignored -> {}
                }
            }
        }
        return rows;
    }

    private static void add(List<Firing> firings, Set<RowRef> rows) {
        firings.forEach(firing -> rows.add(firing.row()));
    }
}
