package org.lotse.engine.action;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Title;

/**
 * A way to reach people.
 *
 * @param key stable name
 * @param title what people call it
 * @param contactCost cost of one contact, in the accounting currency
 * @param uses capacities one contact uses: {@code rep-hour -> 1.5}
 * @param consentTerm the term that must be yes before marketing uses the channel outbound; empty when none is needed
 * @param hours when it may be used outbound
 * @param directions in which directions it exists
 */
public record Channel(
        ChannelKey key,
        Title title,
        double contactCost,
        Map<String, Double> uses,
        Optional<TermKey> consentTerm,
        OpeningHours hours,
        Set<Direction> directions) {
    public Channel {
        uses = Map.copyOf(uses);
        directions = Set.copyOf(directions);
    }
}
