package org.lotse.engine.decision;

import java.util.Map;
import java.util.TreeSet;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Price;

/**
 * The capacities a pair of action and channel uses, as arrays; says the same as {@link ExpectedUses}. Immutable.
 */
final class Uses {
    private final String[] capacities;
    private final double[] byContact;
    private final double[] ifAccepted;

    private Uses(String[] capacities, double[] byContact, double[] ifAccepted) {
        this.capacities = capacities;
        this.byContact = byContact;
        this.ifAccepted = ifAccepted;
    }

    static Uses of(Action action, Channel channel) {
        TreeSet<String> names = new TreeSet<>(channel.uses().keySet());
        names.addAll(action.usesIfAccepted().keySet());
        String[] capacities = names.toArray(String[]::new);
        double[] byContact = new double[capacities.length];
        double[] ifAccepted = new double[capacities.length];
        for (int each = 0; each < capacities.length; each++) {
            byContact[each] = channel.uses().getOrDefault(capacities[each], 0.0);
            ifAccepted[each] = action.usesIfAccepted().getOrDefault(capacities[each], 0.0);
        }
        return new Uses(capacities, byContact, ifAccepted);
    }

    /** What the expected uses cost. */
    double price(Direction direction, double probability, Map<String, Price> prices) {
        double sum = 0;
        for (int each = 0; each < capacities.length; each++) {
            Price price = prices.get(capacities[each]);
            if (price != null) {
                double contact = direction == Direction.INBOUND ? 0 : byContact[each];
                sum += (contact + Math.max(0, probability) * ifAccepted[each]) * price.amount();
            }
        }
        return sum;
    }
}
