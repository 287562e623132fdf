package org.lotse.engine.decision;

import java.util.HashMap;
import java.util.Map;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.Direction;

/**
 * How much of each capacity a pair is expected to use: the contact for certain, the rest if it is accepted. Whoever has
 * turned to us is spoken to anyway, so what a contact takes is not charged to what is offered then.
 */
public final class ExpectedUses {
    private ExpectedUses() {}

    /**
     * The expected uses by capacity.
     *
     * @param direction who turns to whom
     * @param probability the p of the formula; below 0 nothing is expected to be accepted
     */
    public static Map<String, Double> of(Action action, Channel channel, Direction direction, double probability) {
        Map<String, Double> byContact = byContact(channel, direction);
        if (action.usesIfAccepted().isEmpty()) {
            return byContact;
        }
        Map<String, Double> uses = new HashMap<>(byContact);
        action.usesIfAccepted()
                .forEach((capacity, amount) -> uses.merge(capacity, Math.max(0, probability) * amount, Double::sum));
        return uses;
    }

    /** What the contact itself uses. */
    static Map<String, Double> byContact(Channel channel, Direction direction) {
        return direction == Direction.INBOUND ? Map.of() : channel.uses();
    }
}
