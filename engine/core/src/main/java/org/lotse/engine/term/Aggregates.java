package org.lotse.engine.term;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Computes aggregate terms over a subject's events as of a moment; later events are never seen. */
public final class Aggregates {
    private static final double SECONDS_PER_DAY = 86_400.0;

    private final ZoneId zone;

    /**
     * @param zone the zone in which calendar months and years of a window are counted
     */
    public Aggregates(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The value of an aggregate.
     *
     * @param aggregate what to compute
     * @param events the subject's events; those after {@code at} are ignored
     * @param at the moment the term is read
     * @return empty when no event counts, except for counts and sums, which are then 0
     */
    public Optional<Value> compute(Source.Aggregate aggregate, List<Event> events, Instant at) {
        List<Event> counted = events.stream().filter(counts(aggregate, at)).toList();
        return switch (aggregate.function()) {
            case COUNT -> Optional.of(Value.of(counted.size()));
            case SINCE -> latest(counted).map(event -> Value.of(days(event.time(), at)));
            case LAST -> latest(counted).flatMap(event -> field(aggregate, event));
            case FIRST ->
                counted.stream().min(Comparator.comparing(Event::time)).flatMap(event -> field(aggregate, event));
            case DISTINCT ->
                Optional.of(Value.of(counted.stream()
                        .flatMap(event -> field(aggregate, event).stream())
                        .distinct()
                        .count()));
            case SUM -> Optional.of(Value.of(numbers(aggregate, counted).sum()));
            case AVG -> optional(numbers(aggregate, counted).average());
            case MIN -> optional(numbers(aggregate, counted).min());
            case MAX -> optional(numbers(aggregate, counted).max());
        };
    }

    private Predicate<Event> counts(Source.Aggregate aggregate, Instant at) {
        Instant until = aggregate.until().map(period -> period.before(at, zone)).orElse(at);
        Instant from =
                aggregate.within().map(period -> period.before(until, zone)).orElse(Instant.MIN);
        return event -> event.type().equals(aggregate.event())
                && !event.time().isAfter(until)
                && event.time().isAfter(from)
                && matches(aggregate.where(), event);
    }

    private static boolean matches(Map<String, String> where, Event event) {
        return where.entrySet().stream()
                .allMatch(condition -> Optional.ofNullable(event.data().get(condition.getKey()))
                        .map(value -> value.toString().equalsIgnoreCase(condition.getValue()))
                        .orElse(false));
    }

    private static Optional<Event> latest(List<Event> events) {
        return events.stream().max(Comparator.comparing(Event::time).thenComparing(Event::id));
    }

    private static Optional<Value> field(Source.Aggregate aggregate, Event event) {
        return aggregate
                .field()
                .flatMap(name -> Optional.ofNullable(event.data().get(name)));
    }

    private static java.util.stream.DoubleStream numbers(Source.Aggregate aggregate, List<Event> events) {
        return events.stream()
                .flatMap(event -> field(aggregate, event).stream())
                .mapMultiToDouble((value, numbers) -> {
                    if (value instanceof Value.Num(double number)) {
                        numbers.accept(number);
                    }
                });
    }

    private static Optional<Value> optional(java.util.OptionalDouble number) {
        return number.isPresent() ? Optional.of(Value.of(number.getAsDouble())) : Optional.empty();
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_PER_DAY;
    }
}
