package org.lotse.api.price;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.arbitration.ShadowPrice;
import org.lotse.engine.decision.LimitCosts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has been counted of decisions: wishes for capacities and costs of limits, by the hour, without persons. */
@Component
class JdbcCounts {
    private final JdbcClient database;
    private final JdbcTemplate batches;

    JdbcCounts(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    record WishKey(String capacity, Instant hour, double worth) {}

    record CostKey(LimitCosts.Kind kind, String name, Instant hour) {}

    /**
     * Something counted.
     *
     * @param amount units used, or money
     */
    record Sum(double decisions, double amount) {
        Sum plus(Sum other) {
            return new Sum(decisions + other.decisions, amount + other.amount);
        }
    }

    /**
     * The wishes for a capacity in a time.
     *
     * @param decisions how many decisions they are of
     * @param since the first hour anything was counted in
     */
    record Wished(List<ShadowPrice.Wish> wishes, double decisions, Optional<Instant> since) {}

    /** What a limit cost in a time. */
    record Cost(LimitCosts.Kind kind, String name, double decisions, double value) {}

    /** Adds what an instance counted; each counted one stands for so many. */
    @Transactional
    public void add(Map<WishKey, Sum> wishes, Map<CostKey, Sum> costs, double stands) {
        batches.batchUpdate(
                """
                insert into capacity_wish as known (capacity, hour, worth, uses, decisions) values (?, ?, ?, ?, ?)
                on conflict (capacity, hour, worth) do update
                    set uses = known.uses + excluded.uses, decisions = known.decisions + excluded.decisions""",
                wishes.entrySet().stream()
                        .map(wish -> new Object[] {
                            wish.getKey().capacity(),
                            Timestamp.from(wish.getKey().hour()),
                            wish.getKey().worth(),
                            wish.getValue().amount() * stands,
                            wish.getValue().decisions() * stands
                        })
                        .toList());
        batches.batchUpdate(
                """
                insert into limit_cost as known (kind, name, hour, decisions, value) values (?, ?, ?, ?, ?)
                on conflict (kind, name, hour) do update
                    set decisions = known.decisions + excluded.decisions, value = known.value + excluded.value""",
                costs.entrySet().stream()
                        .map(cost -> new Object[] {
                            cost.getKey().kind().name(),
                            cost.getKey().name(),
                            Timestamp.from(cost.getKey().hour()),
                            cost.getValue().decisions() * stands,
                            cost.getValue().amount() * stands
                        })
                        .toList());
    }

    Wished wished(String capacity, Instant from, Instant until) {
        List<ShadowPrice.Wish> wishes = database.sql("""
                        select worth, sum(uses) from capacity_wish
                        where capacity = ? and hour >= ? and hour <= ? group by worth""")
                .params(capacity, Timestamp.from(from), Timestamp.from(until))
                .query((row, number) -> new ShadowPrice.Wish(row.getDouble(1), row.getDouble(2)))
                .list();
        return database.sql("""
                        select coalesce(sum(decisions), 0), min(hour) from capacity_wish
                        where capacity = ? and hour >= ? and hour <= ?""")
                .params(capacity, Timestamp.from(from), Timestamp.from(until))
                .query((row, number) -> new Wished(
                        wishes,
                        row.getDouble(1),
                        Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
                .single();
    }

    List<Cost> costs(Instant from, Instant until) {
        return database.sql("""
                        select kind, name, sum(decisions), sum(value) from limit_cost
                        where hour >= ? and hour <= ? group by kind, name order by sum(value) desc""")
                .params(Timestamp.from(from), Timestamp.from(until))
                .query((row, number) -> new Cost(
                        LimitCosts.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getDouble(3),
                        row.getDouble(4)))
                .list();
    }

    /** Since when anything has been counted. */
    Optional<Instant> since() {
        return database.sql("select least((select min(hour) from capacity_wish), (select min(hour) from limit_cost))")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Forgets what no price and no page looks at any more. */
    void forget(Instant before) {
        database.sql("delete from capacity_wish where hour < ?")
                .param(Timestamp.from(before))
                .update();
        database.sql("delete from limit_cost where hour < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
