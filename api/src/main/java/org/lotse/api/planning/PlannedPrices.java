package org.lotse.api.planning;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.price.PlannedAmounts;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.routes.PlanRoutes;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.rule.RuleSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands to the decisions what scarce hours and call slots are worth to the plans: the dual price of a call in the latest call
 * plan, and what an hour more would be worth to the latest routes. A contact over the phone uses so many units of the
 * capacity its channel names; a visit so many hours.
 */
@Component
class PlannedPrices implements PlannedAmounts {
    private static final ChannelKey VISIT = new ChannelKey("FIELD_REP");

    private final JdbcClient database;
    private final RuleSets ruleSets;
    private final PlanRoutes planner;

    PlannedPrices(JdbcClient database, RuleSets ruleSets, PlanRoutes planner) {
        this.database = database;
        this.ruleSets = ruleSets;
        this.planner = planner;
    }

    @Override
    public Map<String, Double> on(Instant at) {
        Map<String, Double> amounts = new HashMap<>();
        database.sql("select capacity, amount from planned_price where until > ?")
                .param(Timestamp.from(at))
                .query((row, number) -> amounts.put(row.getString("capacity"), row.getDouble("amount")))
                .list();
        return amounts;
    }

    /** What a call of this plan displaces. */
    void keep(UUID id, CallPlan plan, LocalDate last) {
        usedBy(StoredCalls.PHONE)
                .ifPresent(use -> keep(id, use.getKey(), plan.slotPrice() / Math.max(1e-9, use.getValue()), last));
    }

    /** What an hour of these reps displaces. */
    void keep(UUID id, RouteProblem problem, RoutePlan plan, LocalDate last) {
        usedBy(VISIT).ifPresent(use -> keep(id, use.getKey(), planner.hourPrice(problem, plan), last));
    }

    private Optional<Map.Entry<String, Double>> usedBy(ChannelKey channel) {
        return Optional.ofNullable(ruleSets.active().catalogue().channels().get(channel))
                .flatMap(known -> known.uses().entrySet().stream().findFirst());
    }

    private void keep(UUID plan, String capacity, double amount, LocalDate last) {
        RuleSet rules = ruleSets.active();
        Instant until = last.plusDays(1).atStartOfDay(rules.settings().zone()).toInstant();
        database.sql("""
                        insert into planned_price (capacity, amount, plan, until) values (?, ?, ?, ?)
                        on conflict (capacity) do update
                        set amount = excluded.amount, plan = excluded.plan, until = excluded.until""").params(capacity, amount, plan, Timestamp.from(until)).update();
    }
}
