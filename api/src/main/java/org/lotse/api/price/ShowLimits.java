package org.lotse.api.price;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lotse.engine.action.Action;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.decision.LimitCosts;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.springframework.stereotype.Component;

/** Shows what capacities cost and what each limit cost in the past seven days, dearest first. */
@Component
public class ShowLimits {
    private static final Duration WEEK = Duration.ofDays(7);

    private final RuleSets ruleSets;
    private final JdbcPrices prices;
    private final JdbcCounts counts;
    private final ComputePrices compute;
    private final LimitWords words;
    private final Clock clock;

    ShowLimits(
            RuleSets ruleSets,
            JdbcPrices prices,
            JdbcCounts counts,
            ComputePrices compute,
            LimitWords words,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.prices = prices;
        this.counts = counts;
        this.compute = compute;
        this.words = words;
        this.clock = clock;
    }

    public LimitsView show(Locale locale) {
        RuleSet rules = ruleSets.active();
        Instant now = clock.instant();
        List<JdbcCounts.Cost> costs = counts.costs(now.minus(WEEK), now);
        return new LimitsView(
                rules.settings().currency().getCurrencyCode(),
                prices.now().version(),
                prices.madeAt().orElse(null),
                now.minus(WEEK),
                counts.since().orElse(null),
                compute.states(now).stream()
                        .map(state -> capacity(state, costs))
                        .toList(),
                limits(rules, costs, locale));
    }

    private LimitsView.CapacityView capacity(ComputePrices.State state, List<JdbcCounts.Cost> costs) {
        Price price =
                prices.now().over(ruleSets.active().settings().prices()).getOrDefault(state.key(), Price.declared(0));
        return new LimitsView.CapacityView(
                state.key(),
                state.capacity().map(one -> one.amount()).orElse(null),
                state.capacity().map(one -> one.per().name()).orElse(null),
                state.capacity().map(one -> one.owner()).orElse(""),
                state.spent(),
                state.planned(),
                state.left(),
                state.wished(),
                price.amount(),
                price.origin().name(),
                state.decisions(),
                cost(costs, LimitCosts.Kind.CAPACITY, state.key()).value());
    }

    /** Every cap and every lever there is, and what else cost something. */
    private List<LimitsView.LimitView> limits(RuleSet rules, List<JdbcCounts.Cost> costs, Locale locale) {
        List<LimitsView.LimitView> limits = new ArrayList<>();
        for (Cap cap : rules.contactPolicy().caps()) {
            limits.add(limit(LimitCosts.Kind.CAP, cap.id(), words.cap(cap, rules, locale), costs));
        }
        for (Action action : rules.catalogue().actions().values()) {
            if (action.lever() != 1) {
                limits.add(limit(LimitCosts.Kind.LEVER, action.key().value(), words.lever(action, locale), costs));
            }
        }
        limits.add(limit(
                LimitCosts.Kind.CONTROL_GROUP,
                "",
                words.control(rules.settings().control(), locale),
                costs));
        costs.stream()
                .filter(cost -> cost.kind() == LimitCosts.Kind.EXPLORATION)
                .forEach(cost -> limits.add(limit(
                        cost.kind(), cost.name(), words.exploration(cost.name(), rules.settings(), locale), costs)));
        limits.sort(
                Comparator.comparingDouble(LimitsView.LimitView::costPerWeek).reversed());
        return limits;
    }

    private static LimitsView.LimitView limit(
            LimitCosts.Kind kind, String key, String text, List<JdbcCounts.Cost> costs) {
        JdbcCounts.Cost cost = cost(costs, kind, key);
        return new LimitsView.LimitView(kind.name(), key, text, cost.decisions(), cost.value());
    }

    private static JdbcCounts.Cost cost(List<JdbcCounts.Cost> costs, LimitCosts.Kind kind, String name) {
        return costs.stream()
                .filter(cost -> cost.kind() == kind && cost.name().equals(name))
                .findFirst()
                .orElse(new JdbcCounts.Cost(kind, name, 0, 0));
    }
}
