package org.lotse.api.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lotse.api.database.InstanceLock;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.decision.LimitCosts;
import org.lotse.engine.decision.RuleSets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class PricesIT {
    /** A Monday morning, 10:00 in Berlin: 14 hours of the day are left. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private RuleSets ruleSets;

    @Autowired
    private JdbcCounts counts;

    @Autowired
    private JdbcUsed used;

    @Autowired
    private JdbcPrices prices;

    @Autowired
    private WatchDecisions watch;

    @Autowired
    private InstanceLock lock;

    @Autowired
    private JdbcClient database;

    private final Map<String, Double> planned = new HashMap<>();

    @AfterEach
    void forget() {
        database.sql("truncate capacity_wish, limit_cost, price_list").update();
        database.sql("delete from event where subject_id = 'p-9'").update();
        prices.keep(Map.of(), Instant.EPOCH);
    }

    @Test
    void declaresThePriceUntilEnoughIsKnown() {
        wish(10, 50, 99);

        assertThat(priced().price()).isEqualTo(Price.declared(1.5));
    }

    @Test
    void costsNothingWhileThereIsEnoughForEverybody() {
        wish(10, 50, 200);

        ComputePrices.State state = priced();

        assertThat(state.wished()).isCloseTo(50 * 14, within(1e-6));
        assertThat(state.price()).isEqualTo(Price.computed(0));
    }

    @Test
    void costsWhatTheFirstWishIsWorthThatDoesNotFit() {
        wish(10, 50, 200);
        wish(4, 50, 200);

        assertThat(priced().price().origin()).isEqualTo(Price.Origin.COMPUTED);
        assertThat(priced().price().amount()).isCloseTo(4, within(1e-6));
    }

    @Test
    void leavesOutWhatHasBeenSpentAndPlanned() {
        wish(10, 50, 200);
        Client.of(port, "demo-admin").put("/v1/customers/p-9", "{\"attributes\": {\"monthly-charge\": 60}}");
        for (int i = 0; i < 300; i++) {
            contact("made-" + i, MONDAY.minus(Duration.ofMinutes(30)));
        }

        ComputePrices.State state = priced();

        assertThat(state.spent()).isEqualTo(300);
        assertThat(state.left()).isEqualTo(660);
        assertThat(state.price().amount()).isCloseTo(10, within(1e-6));
    }

    @Test
    void chargesTheComputedPriceAndReplaysWithIt() {
        prices.keep(Map.of("voucher-budget", Price.computed(0.3)), MONDAY);
        Client agent = Client.of(port, "demo-agent");
        Client.of(port, "demo-admin")
                .put("/v1/customers/p-1", "{\"attributes\": {\"monthly-charge\": 60, \"contract\": \"MONTHLY\"}}");

        Client.Answer answer = agent.post(
                "/v1/decisions/next-best-action",
                "{\"customerId\": \"p-1\", \"channel\": \"CALL_CENTRE\", \"context\": {\"reason\": \"cancel\"}}");
        prices.keep(Map.of("voucher-budget", Price.computed(500)), MONDAY.plusSeconds(60));
        Client.Answer replay = agent.post("/v1/decisions/" + answer.at("/decisionId") + "/replay", "");
        Client.Answer explained = agent.get("/v1/decisions/" + answer.at("/decisionId") + "/explanation");

        assertThat(explained.json().findValues("capacityPrice"))
                .as("%s", explained)
                .anySatisfy(price -> assertThat(price.asDouble()).isBetween(0.01, 6.0));
        assertThat(answer.at("/versions/prices")).hasSize(64);
        assertThat(explained.at("/prices/voucher-budget/origin")).isEqualTo("COMPUTED");
        assertThat(explained.json().at("/prices/rep-hour").isNumber()).isTrue();
        assertThat(replay.at("/state")).as("%s", replay).isEqualTo("IDENTICAL");
    }

    @Test
    void countsWhatDecisionsWishForAndWhatLimitsCostInTheBackground() throws InterruptedException {
        prices.keep(Map.of("voucher-budget", Price.computed(10_000)), MONDAY);
        Client.of(port, "demo-admin")
                .put("/v1/customers/p-2", "{\"attributes\": {\"monthly-charge\": 60, \"contract\": \"MONTHLY\"}}");
        Client.of(port, "demo-admin")
                .post(
                        "/v1/events",
                        "{\"id\": \"p-2-bought\", \"type\": \"purchase\", \"subject\": \"p-2\", \"time\": \""
                                + Instant.now().minus(Duration.ofDays(9))
                                + "\", \"data\": {\"product\": \"x\", \"amount\": 9000, \"quantity\": 1}}");

        Client.of(port, "demo-agent")
                .post(
                        "/v1/decisions/next-best-action",
                        "{\"customerId\": \"p-2\", \"channel\": \"CALL_CENTRE\", \"context\": {\"reason\": \"cancel\"}}");

        for (int i = 0; i < 100 && counts.since().isEmpty(); i++) {
            Thread.sleep(100);
            watch.writeDown();
        }
        Instant since = counts.since().orElseThrow();
        assertThat(counts.costs(since, since.plus(Duration.ofDays(1)))).anySatisfy(cost -> {
            assertThat(cost.kind()).isEqualTo(LimitCosts.Kind.CAPACITY);
            assertThat(cost.name()).isEqualTo("voucher-budget");
            assertThat(cost.value()).isPositive();
        });
        assertThat(counts.wished("voucher-budget", since, since.plus(Duration.ofDays(1)))
                        .wishes())
                .singleElement()
                .satisfies(wish -> assertThat(wish.worth()).isPositive());
    }

    @Test
    void showsEveryCapAndLeverWithItsCost() {
        Client.Answer shown = Client.of(port, "demo-marketing").get("/v1/prices");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("contact-policy.csv#2", "CONTROL_GROUP", "call-slot", "costPerWeek");
        assertThat(Client.of(port, "demo-agent").get("/v1/prices").status()).isEqualTo(403);
    }

    @Test
    void aPlannersPriceComesFirst() {
        wish(10, 50, 200);
        wish(4, 50, 200);
        planned.put("call-slot", 7.5);

        compute().compute();

        assertThat(prices.now().prices().get("call-slot")).isEqualTo(Price.planned(7.5));
    }

    private void wish(double worth, double uses, double decisions) {
        counts.add(
                Map.of(
                        new JdbcCounts.WishKey("call-slot", MONDAY.minus(Duration.ofHours(1)), worth),
                        new JdbcCounts.Sum(decisions, uses)),
                Map.of(),
                1);
    }

    private void contact(String id, Instant at) {
        database.sql("""
                        insert into event (id, type, subject_type, subject_id, time, recorded_at, data)
                        values (?, 'contact', 'customer', 'p-9', ?, ?, '{"channel": "CALL_CENTRE"}')""")
                .params(id + UUID.randomUUID(), java.sql.Timestamp.from(at), java.sql.Timestamp.from(at))
                .update();
    }

    private ComputePrices.State priced() {
        return compute().states(MONDAY).stream()
                .filter(state -> state.key().equals("call-slot"))
                .findFirst()
                .orElseThrow();
    }

    private ComputePrices compute() {
        return new ComputePrices(
                ruleSets, counts, used, prices, watch, at -> planned, lock, Clock.fixed(MONDAY, ZoneOffset.UTC));
    }
}
