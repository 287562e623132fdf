package org.lotse.api.price;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.api.database.InstanceLock;
import org.lotse.engine.action.Capacity;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.arbitration.ShadowPrice;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Computes what capacities cost, every few minutes on one of the instances: what recent decisions wished for, expected on
 * until the end of the period, against what is left of the amount; see {@link ShadowPrice} for the formula. Where a planner
 * says what a unit more would be worth to its plan, that is the price.
 */
@Component
public class ComputePrices {
    private static final Logger LOG = LoggerFactory.getLogger(ComputePrices.class);
    private static final long LOCK = 5_401;
    /** Fewer decisions say too little. */
    private static final double ENOUGH = 100;

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration AT_LEAST_SEEN = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(100);

    private final RuleSets ruleSets;
    private final JdbcCounts counts;
    private final JdbcUsed used;
    private final JdbcPrices prices;
    private final WatchDecisions watch;
    private final PlannedAmounts planned;
    private final InstanceLock lock;
    private final Clock clock;

    ComputePrices(
            RuleSets ruleSets,
            JdbcCounts counts,
            JdbcUsed used,
            JdbcPrices prices,
            WatchDecisions watch,
            PlannedAmounts planned,
            InstanceLock lock,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.counts = counts;
        this.used = used;
        this.prices = prices;
        this.watch = watch;
        this.planned = planned;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * How a capacity stands.
     *
     * @param capacity its amount and period; empty where it has none, and the declared price applies
     * @param spent units used in the current period
     * @param planned units reserved and planned in the rest of it
     * @param wished units that decisions like those seen would wish for in the rest of it, were they free
     * @param decisions how many decisions that is known from
     * @param price what it follows that a unit costs
     */
    record State(
            String key,
            Optional<Capacity> capacity,
            double spent,
            double planned,
            double wished,
            double decisions,
            Price price) {
        double left() {
            return capacity.map(one -> Math.max(0, one.amount() - spent - planned))
                    .orElse(0.0);
        }
    }

    @Scheduled(fixedDelayString = "${lotse.prices-every:PT2M}", initialDelayString = "${lotse.prices-every:PT2M}")
    void regularly() {
        try {
            lock.tryRun(LOCK, this::compute);
        } catch (RuntimeException e) {
            LOG.warn("The prices stay as they are: {}", e.getMessage());
        }
    }

    /** Computes now; the list is in force at once here, and within seconds on the other instances. */
    void compute() {
        watch.writeDown();
        Instant now = clock.instant();
        Map<String, Price> computed = new HashMap<>();
        for (State state : states(now)) {
            if (state.price().origin() != Price.Origin.DECLARED) {
                computed.put(state.key(), state.price());
            }
        }
        if (!computed.equals(prices.now().prices())) {
            prices.keep(computed, now);
        }
        counts.forget(now.minus(KEPT));
    }

    /** Every capacity that is listed, or has a declared price. */
    List<State> states(Instant now) {
        RuleSet rules = ruleSets.active();
        Set<String> keys = new LinkedHashSet<>();
        rules.catalogue().capacities().forEach(capacity -> keys.add(capacity.key()));
        keys.addAll(rules.settings().prices().keySet().stream().sorted().toList());
        Map<String, Double> amounts = planned.on(now);
        List<State> states = new ArrayList<>();
        keys.forEach(key -> states.add(state(key, rules, amounts, now)));
        return states;
    }

    private State state(String key, RuleSet rules, Map<String, Double> amounts, Instant now) {
        Double plannedAmount = amounts.get(key);
        Price declared = plannedAmount == null
                ? Price.declared(rules.settings().prices().getOrDefault(key, 0.0))
                : Price.planned(plannedAmount);
        ZonedDateTime at = now.atZone(rules.settings().zone());
        Optional<Capacity> capacity = rules.catalogue().capacity(key, at.toLocalDate());
        if (capacity.isEmpty()) {
            return new State(key, capacity, 0, 0, 0, 0, declared);
        }
        Capacity.Per per = capacity.get().per();
        Instant begin = begin(per, at).toInstant();
        Instant end = end(per, begin(per, at)).toInstant();
        JdbcUsed.Used use = used.used(
                key, rules.catalogue(), begin, now, end, rules.settings().zone());
        Duration window = clamp(Duration.between(begin, end));
        JdbcCounts.Wished wished = counts.wished(key, now.minus(window), now);
        double scale = scale(wished, now, end);
        List<ShadowPrice.Wish> expected = wished.wishes().stream()
                .map(wish -> new ShadowPrice.Wish(wish.worth(), wish.uses() * scale))
                .toList();
        double left = Math.max(0, capacity.get().amount() - use.spent() - use.planned());
        return new State(
                key,
                capacity,
                use.spent(),
                use.planned(),
                expected.stream().mapToDouble(ShadowPrice.Wish::uses).sum(),
                wished.decisions(),
                wished.decisions() < ENOUGH || plannedAmount != null
                        ? declared
                        : Price.computed(ShadowPrice.of(expected, left)));
    }

    /** How much longer the period lasts than decisions have been watched. */
    private static double scale(JdbcCounts.Wished wished, Instant now, Instant end) {
        Duration seen = Duration.between(wished.since().orElse(now), now);
        Duration counted = seen.compareTo(AT_LEAST_SEEN) < 0 ? AT_LEAST_SEEN : seen;
        return Duration.between(now, end).toMillis() / (double) counted.toMillis();
    }

    private static Duration clamp(Duration period) {
        return period.compareTo(SHORTEST) < 0 ? SHORTEST : period.compareTo(LONGEST) > 0 ? LONGEST : period;
    }

    static ZonedDateTime begin(Capacity.Per per, ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        return switch (per) {
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day.atStartOfDay(at.getZone());
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(at.getZone());
            case MONTH -> day.withDayOfMonth(1).atStartOfDay(at.getZone());
            case QUARTER ->
                day.withDayOfMonth(1)
                        .withMonth((day.getMonthValue() - 1) / 3 * 3 + 1)
                        .atStartOfDay(at.getZone());
            case YEAR -> day.withDayOfYear(1).atStartOfDay(at.getZone());
        };
    }

    static ZonedDateTime end(Capacity.Per per, ZonedDateTime begin) {
        return switch (per) {
            case HOUR -> begin.plusHours(1);
            case DAY -> begin.plusDays(1);
            case WEEK -> begin.plusWeeks(1);
            case MONTH -> begin.plusMonths(1);
            case QUARTER -> begin.plusMonths(3);
            case YEAR -> begin.plusYears(1);
        };
    }
}
