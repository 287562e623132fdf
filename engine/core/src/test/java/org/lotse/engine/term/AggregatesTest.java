package org.lotse.engine.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Aggregates AGGREGATES = new Aggregates(ZoneId.of("Europe/Berlin"));

    @Test
    void countsOnlyWhatLiesInTheWindow() {
        List<Event> tickets = List.of(ticket(1, "BILLING"), ticket(89, "OUTAGE"), ticket(91, "OUTAGE"));

        assertThat(compute(Source.Function.COUNT, "90d", null, Map.of(), tickets))
                .contains(Value.of(2));
        assertThat(compute(Source.Function.COUNT, "90d", "90d", Map.of(), tickets))
                .contains(Value.of(1));
    }

    @Test
    void countsOnlyWhatHasTheFields() {
        List<Event> tickets = List.of(ticket(1, "BILLING"), ticket(2, "OUTAGE"), ticket(3, "billing"));

        assertThat(compute(Source.Function.COUNT, "90d", null, Map.of("topic", "BILLING"), tickets))
                .contains(Value.of(2));
    }

    @Test
    void neverSeesLaterEvents() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<Event> past = tickets(random, 0, 400);
            List<Event> withFuture = new ArrayList<>(past);
            withFuture.addAll(tickets(random, -400, -1));
            for (Source.Function function : Source.Function.values()) {
                assertThat(compute(function, "180d", null, Map.of(), withFuture))
                        .as("round %d, %s", round, function)
                        .isEqualTo(compute(function, "180d", null, Map.of(), past));
            }
        }
    }

    @Test
    void saysNothingWhereNothingHappened() {
        assertThat(compute(Source.Function.SINCE, "90d", null, Map.of(), List.of()))
                .isEmpty();
        assertThat(compute(Source.Function.AVG, "90d", null, Map.of(), List.of()))
                .isEmpty();
        assertThat(compute(Source.Function.SUM, "90d", null, Map.of(), List.of()))
                .contains(Value.of(0));
    }

    @Test
    void countsDaysSinceTheLatest() {
        assertThat(compute(Source.Function.SINCE, "90d", null, Map.of(), List.of(ticket(30, "A"), ticket(2, "B"))))
                .contains(Value.of(2));
    }

    private static Optional<Value> compute(
            Source.Function function,
            String within,
            @org.jspecify.annotations.Nullable String until,
            Map<String, String> where,
            List<Event> events) {
        Source.Aggregate aggregate = new Source.Aggregate(
                function,
                "ticket",
                Optional.of("minutes"),
                where,
                Optional.of(Period.parse(within)),
                Optional.ofNullable(until).map(Period::parse));
        return AGGREGATES.compute(aggregate, events, NOW);
    }

    private static List<Event> tickets(Random random, int fromDay, int toDay) {
        List<Event> tickets = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            tickets.add(ticket(fromDay + random.nextInt(toDay - fromDay + 1), "T" + random.nextInt(3)));
        }
        return tickets;
    }

    private static Event ticket(int daysAgo, String topic) {
        return new Event(
                "t-" + daysAgo + topic,
                "ticket",
                SubjectId.customer("c-1"),
                NOW.minus(Duration.ofDays(daysAgo)),
                Map.of("topic", Value.text(topic), "minutes", Value.of(daysAgo * 1.5)));
    }
}
