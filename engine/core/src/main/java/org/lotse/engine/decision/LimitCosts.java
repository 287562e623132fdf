package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lotse.engine.action.Action;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;

/**
 * What limits cost in one decision: how much more the best choice would have been worth without a cap, a lever, a price,
 * the control group or exploring. Each is lifted alone, everything else staying as it was, by weighing once more; so the
 * costs of two limits that stop the same action do not add up. In the accounting currency. Pure.
 */
public final class LimitCosts {
    private final DecisionRecord record;
    private final RuleSet rules;
    private final DecisionDeclaration declaration;
    private final Serving serving;

    /**
     * @param predictions the models that say what a stopped action would have been worth
     */
    public LimitCosts(DecisionRecord record, RuleSet rules, Predictions predictions) {
        this.record = record;
        this.rules = rules;
        this.declaration = Optional.ofNullable(
                        rules.vocabulary().decisions().get(record.inputs().decision()))
                .orElseThrow(() -> new IllegalArgumentException("The bundle " + rules.version()
                        + " declares no decision \"" + record.inputs().decision() + "\"."));
        this.serving = new Serving(
                predictions, org.lotse.engine.term.Statistics.NONE, org.lotse.engine.arbitration.PriceList.NONE);
    }

    /** What sort of limit it is. */
    public enum Kind {
        CAP,
        LEVER,
        CAPACITY,
        CONTROL_GROUP,
        EXPLORATION
    }

    /**
     * The cost of one limit.
     *
     * @param name the cap's id, the action with the lever, the capacity, the group explored; empty for the control group
     * @param value above 0
     */
    public record Cost(Kind kind, String name, double value) {}

    /** Every limit that cost something. */
    public List<Cost> costs() {
        List<Cost> costs = new ArrayList<>();
        if (!(declaration instanceof DecisionDeclaration.AmongActions)) {
            return costs;
        }
        usedUpCaps().forEach(cap -> add(costs, Kind.CAP, cap, lifted(withoutCap(cap), rules)));
        rules.catalogue().actions().values().stream()
                .filter(action -> action.lever() != 1)
                .forEach(action -> add(
                        costs,
                        Kind.LEVER,
                        action.key().value(),
                        lifted(record.inputs(), WithoutLever.of(rules, action.key()))));
        record.inputs().prices().forEach((capacity, price) -> {
            if (price.amount() > 0) {
                add(costs, Kind.CAPACITY, capacity, lifted(withoutPrice(capacity), rules));
            }
        });
        record.decision()
                .withheld()
                .ifPresent(first ->
                        add(costs, Kind.CONTROL_GROUP, "", first.factors().priority() - best(record.decision())));
        if (record.decision().explored()) {
            add(costs, Kind.EXPLORATION, exploredGroup(), best(record.decision()) - first(record.decision()));
        }
        return costs;
    }

    private static void add(List<Cost> costs, Kind kind, String name, double value) {
        if (value > 0 && Double.isFinite(value)) {
            costs.add(new Cost(kind, name, value));
        }
    }

    /** What the best choice without a limit is worth more than the best one with it, both weighed without. */
    private double lifted(Inputs without, RuleSet neutral) {
        Decision free = new Weighing(neutral, without, serving.about(without, neutral)).decide(declaration);
        Function<Decision.Ranked, Double> worth = pair -> free.weighed().stream()
                .filter(one -> one.candidate().equals(pair.candidate())
                        && one.channel().equals(pair.channel()))
                .mapToDouble(one -> one.factors().priority())
                .findFirst()
                .orElse(0.0);
        double chosen = bestPair(record.decision()).map(worth).orElse(0.0);
        return best(free) - chosen;
    }

    private List<String> usedUpCaps() {
        return record.inputs().caps().stream()
                .filter(CapUsage::isExhausted)
                .map(CapUsage::cap)
                .toList();
    }

    private Inputs withoutCap(String cap) {
        return record.inputs()
                .with(
                        record.inputs().caps().stream()
                                .filter(usage -> !usage.cap().equals(cap))
                                .toList(),
                        record.inputs().prices());
    }

    private Inputs withoutPrice(String capacity) {
        Map<String, Price> prices = new HashMap<>(record.inputs().prices());
        prices.put(capacity, Price.declared(0));
        return record.inputs().with(record.inputs().caps(), prices);
    }

    private static double best(Decision decision) {
        return bestPair(decision).map(pair -> pair.factors().priority()).orElse(0.0);
    }

    private static double first(Decision decision) {
        return decision.ranked().getFirst().factors().priority();
    }

    /** The best of those that could be chosen, whatever exploring made of it. */
    private static Optional<Decision.Ranked> bestPair(Decision decision) {
        List<Decision.Ranked> possible = new ArrayList<>(decision.ranked());
        decision.notChosen().forEach(loser -> {
            if (loser.rejection() instanceof Rejection.Outranked outranked) {
                possible.add(new Decision.Ranked(loser.candidate(), outranked.channel(), outranked.factors()));
            }
        });
        return possible.stream()
                .max(Comparator.comparingDouble(pair -> pair.factors().priority()));
    }

    private String exploredGroup() {
        return bestPair(record.decision())
                .map(Decision.Ranked::candidate)
                .filter(CandidateRef.OfAction.class::isInstance)
                .flatMap(best -> rules.catalogue().action(((CandidateRef.OfAction) best).action()))
                .map(Action::group)
                .orElse("");
    }
}
