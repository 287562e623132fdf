package org.lotse.api.price;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What capacities cost and what limits cost.
 *
 * @param currency of all money
 * @param version the price list in force
 * @param madeAt when it was computed; null when nothing has been computed
 * @param from the first moment of the week that limits are counted over
 * @param since since when decisions have been counted at all; null when none has
 */
public record LimitsView(
        String currency,
        String version,
        @Nullable Instant madeAt,
        Instant from,
        @Nullable Instant since,
        List<CapacityView> capacities,
        List<LimitView> limits) {
    public LimitsView {
        capacities = List.copyOf(capacities);
        limits = List.copyOf(limits);
    }

    /**
     * A capacity.
     *
     * @param amount units per period; null where it has none
     * @param per the period; null likewise
     * @param price what a unit is charged with now
     * @param origin DECLARED, COMPUTED or PLANNED
     * @param decisions how many decisions of the past days wished for it
     * @param costPerWeek what its price kept decisions from, in a week
     */
    public record CapacityView(
            String key,
            @Nullable Double amount,
            @Nullable String per,
            String owner,
            double spent,
            double planned,
            double left,
            double wished,
            double price,
            String origin,
            double decisions,
            double costPerWeek) {}

    /**
     * A limit the business has set.
     *
     * @param kind CAP, LEVER, CONTROL_GROUP or EXPLORATION
     * @param key the cap's row, the action with the lever, the group explored; empty for the control group
     * @param text what it says
     * @param decisions how many decisions of the week it changed
     * @param costPerWeek by how much they would have been worth more without it
     */
    public record LimitView(String kind, String key, String text, double decisions, double costPerWeek) {}
}
