package org.lotse.engine.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Aggregates found by halving against those found by looking at every event. */
class EventsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final SubjectId CUSTOMER = SubjectId.customer("c-1");
    private static final Aggregates AGGREGATES = new Aggregates(BERLIN);

    @Test
    void aggregatesAreThoseOfLookingAtEveryEvent() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<Event> events = events(random, random.nextInt(40));
            Events indexed = Events.of(events);
            for (Source.Function function : Source.Function.values()) {
                Source.Aggregate aggregate = aggregate(function, random);
                Optional<Value> found = AGGREGATES.compute(aggregate, indexed, NOW);
                Optional<Value> expected = plain(aggregate, events);

                if (expected.orElse(null) instanceof Value.Num(double number)) {
                    assertThat(found.orElse(null))
                            .as("seed %d, %s", seed, aggregate)
                            .isInstanceOfSatisfying(
                                    Value.Num.class,
                                    value -> assertThat(value.value()).isCloseTo(number, Offset.offset(1e-9)));
                } else {
                    assertThat(found).as("seed %d, %s", seed, aggregate).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void eventsKeepTheOrderInWhichTheyWereGiven() {
        List<Event> events = events(new Random(5), 30);

        assertThat(Events.of(events)).isEqualTo(events);
        assertThat(new SubjectState(CUSTOMER, Map.of(), events, Map.of()).events())
                .isEqualTo(events);
    }

    @Test
    void anEventInTheVeryMomentCountsAndOneANanosecondLaterDoesNot() {
        Source.Aggregate count = new Source.Aggregate(
                Source.Function.COUNT, "ticket", Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
        List<Event> events = List.of(
                event(1, "ticket", NOW), event(2, "ticket", NOW.plusNanos(1)), event(3, "ticket", NOW.minusNanos(1)));

        assertThat(AGGREGATES.compute(count, events, NOW)).contains(Value.of(2));
    }

    private static Optional<Value> plain(Source.Aggregate aggregate, List<Event> events) {
        Instant until =
                aggregate.until().map(period -> period.before(NOW, BERLIN)).orElse(NOW);
        Instant from =
                aggregate.within().map(period -> period.before(until, BERLIN)).orElse(Instant.MIN);
        List<Event> counted = events.stream()
                .filter(event -> event.type().equals(aggregate.event()))
                .filter(event -> event.time().isAfter(from) && !event.time().isAfter(until))
                .filter(event -> aggregate.where().entrySet().stream()
                        .allMatch(field -> Optional.ofNullable(event.data().get(field.getKey()))
                                .filter(value -> value.toString().equalsIgnoreCase(field.getValue()))
                                .isPresent()))
                .sorted(Comparator.comparing(Event::time).thenComparing(Event::id))
                .toList();
        List<Value> fields = counted.stream()
                .flatMap(event -> Optional.ofNullable(event.data().get("amount")).stream())
                .toList();
        DoubleSummaryStatistics numbers = fields.stream()
                .mapToDouble(value -> ((Value.Num) value).value())
                .summaryStatistics();
        Optional<Event> first = counted.stream().findFirst();
        Optional<Event> last = counted.isEmpty() ? Optional.empty() : Optional.of(counted.getLast());
        return switch (aggregate.function()) {
            case COUNT -> Optional.of(Value.of(counted.size()));
            case SUM -> Optional.of(Value.of(numbers.getSum()));
            case AVG -> fields.isEmpty() ? Optional.empty() : Optional.of(Value.of(numbers.getAverage()));
            case MIN -> fields.isEmpty() ? Optional.empty() : Optional.of(Value.of(numbers.getMin()));
            case MAX -> fields.isEmpty() ? Optional.empty() : Optional.of(Value.of(numbers.getMax()));
            case LAST -> last.flatMap(event -> Optional.ofNullable(event.data().get("amount")));
            case FIRST ->
                first.flatMap(event -> Optional.ofNullable(event.data().get("amount")));
            case DISTINCT -> Optional.of(Value.of(fields.stream().distinct().count()));
            case SINCE ->
                last.map(event -> Value.of(Duration.between(event.time(), NOW).toSeconds() / 86_400.0));
        };
    }

    private static Source.Aggregate aggregate(Source.Function function, Random random) {
        return new Source.Aggregate(
                function,
                random.nextInt(4) == 0 ? "visit" : "ticket",
                Optional.of("amount"),
                random.nextInt(3) == 0 ? Map.of("topic", "Billing") : Map.of(),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Period.parse(1 + random.nextInt(200) + "d")),
                random.nextInt(3) == 0 ? Optional.of(Period.parse(random.nextInt(90) + "d")) : Optional.empty());
    }

    private static List<Event> events(Random random, int count) {
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Instant time = NOW.minus(Duration.ofDays(random.nextInt(400) - 20))
                    .plusSeconds(random.nextInt(3))
                    .plusNanos(random.nextInt(3));
            events.add(new Event(
                    "e-" + number,
                    random.nextInt(5) == 0 ? "visit" : "ticket",
                    CUSTOMER,
                    time,
                    random.nextInt(4) == 0
                            ? Map.of("topic", Value.text("BILLING"))
                            : Map.of(
                                    "topic",
                                    Value.text(random.nextBoolean() ? "billing" : "outage"),
                                    "amount",
                                    Value.of(random.nextInt(50) / 4.0))));
        }
        return events;
    }

    private static Event event(int number, String type, Instant time) {
        return new Event("e-" + number, type, CUSTOMER, time, Map.of());
    }
}
