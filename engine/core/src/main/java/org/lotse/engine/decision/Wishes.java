package org.lotse.engine.decision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.arbitration.ShadowPrice;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;

/**
 * What a decision would have wanted of each capacity had it been free: the best pair that uses it, and how much better
 * that is than the best one that does not, doing nothing included.
 */
public final class Wishes {
    private Wishes() {}

    /** The wishes by capacity; none for a capacity that would not have been used even at no price. */
    public static Map<String, ShadowPrice.Wish> of(DecisionRecord record, RuleSet rules) {
        Map<Decision.Ranked, Map<String, Double>> uses = new HashMap<>();
        Set<String> capacities = new HashSet<>();
        for (Decision.Ranked pair : record.decision().weighed()) {
            Map<String, Double> used = uses(pair, record.inputs().direction(), rules);
            uses.put(pair, used);
            capacities.addAll(used.keySet());
        }
        Map<String, ShadowPrice.Wish> wishes = new HashMap<>();
        for (String capacity : capacities) {
            Price price = record.inputs().prices().getOrDefault(capacity, Price.declared(0));
            wish(capacity, price.amount(), uses, wishes);
        }
        return wishes;
    }

    private static void wish(
            String capacity,
            double price,
            Map<Decision.Ranked, Map<String, Double>> uses,
            Map<String, ShadowPrice.Wish> wishes) {
        double without = 0;
        double with = Double.NEGATIVE_INFINITY;
        double used = 0;
        for (Map.Entry<Decision.Ranked, Map<String, Double>> pair : uses.entrySet()) {
            double use = pair.getValue().getOrDefault(capacity, 0.0);
            double worth = pair.getKey().factors().priority() + price * use;
            if (use <= 0) {
                without = Math.max(without, worth);
            } else if (worth > with) {
                with = worth;
                used = use;
            }
        }
        if (used > 0 && with > without) {
            wishes.put(capacity, new ShadowPrice.Wish((with - without) / used, used));
        }
    }

    private static Map<String, Double> uses(Decision.Ranked pair, Direction direction, RuleSet rules) {
        if (!(pair.candidate() instanceof CandidateRef.OfAction(var key))) {
            return Map.of();
        }
        Action action = rules.catalogue().action(key).orElseThrow();
        Channel channel =
                rules.catalogue().channel(pair.channel().orElseThrow()).orElseThrow();
        return ExpectedUses.of(action, channel, direction, pair.factors().probability());
    }
}
