package org.lotse.engine.decision;

import java.util.HashMap;
import java.util.Map;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;

/** How much of each capacity a pair is expected to use: the contact for certain, the rest if it is accepted. */
public final class ExpectedUses {
    private ExpectedUses() {}

    /**
     * The expected uses by capacity.
     *
     * @param probability the p of the formula; below 0 nothing is expected to be accepted
     */
    public static Map<String, Double> of(Action action, Channel channel, double probability) {
        if (action.usesIfAccepted().isEmpty()) {
            return channel.uses();
        }
        Map<String, Double> uses = new HashMap<>(channel.uses());
        action.usesIfAccepted()
                .forEach((capacity, amount) -> uses.merge(capacity, Math.max(0, probability) * amount, Double::sum));
        return uses;
    }
}
