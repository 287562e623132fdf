package org.lotse.engine.term;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    public Optional<Value> compute(Source.Aggregate aggregate, Collection<Event> events, Instant at) {
        Instant until = aggregate.until().map(period -> period.before(at, zone)).orElse(at);
        Instant from =
                aggregate.within().map(period -> period.before(until, zone)).orElse(Instant.MIN);
        return Optional.ofNullable(compute(aggregate, Events.of(events), from, until, at));
    }

    /**
     * The value of an aggregate over the events after {@code from} up to {@code until}.
     *
     * @param at the moment from which days since are counted
     */
    static @Nullable Value compute(Source.Aggregate aggregate, Events events, Instant from, Instant until, Instant at) {
        Timeline timeline = events.of(aggregate.event(), aggregate.where());
        int start = timeline.firstAfter(from);
        int end = timeline.firstAfter(until);
        return switch (aggregate.function()) {
            case COUNT -> Value.of(Math.max(0, end - start));
            case SINCE -> start < end ? Value.of(days(timeline.at(end - 1).time(), at)) : null;
            case LAST -> start < end ? field(aggregate, timeline.at(end - 1)) : null;
            case FIRST -> start < end ? field(aggregate, timeline.at(start)) : null;
            case DISTINCT -> distinct(aggregate, timeline, start, end);
            case SUM, AVG, MIN, MAX -> numbers(aggregate, timeline, start, end);
        };
    }

    private static @Nullable Value field(Source.Aggregate aggregate, Event event) {
        return aggregate.field().map(event.data()::get).orElse(null);
    }

    private static Value distinct(Source.Aggregate aggregate, Timeline timeline, int start, int end) {
        Set<Value> values = new HashSet<>();
        for (int place = start; place < end; place++) {
            Value value = field(aggregate, timeline.at(place));
            if (value != null) {
                values.add(value);
            }
        }
        return Value.of(values.size());
    }

    private static @Nullable Value numbers(Source.Aggregate aggregate, Timeline timeline, int start, int end) {
        double[] numbers = aggregate.field().isEmpty()
                ? new double[0]
                : timeline.numbers(aggregate.field().get());
        Sum sum = new Sum();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int place = start; place < Math.min(end, numbers.length); place++) {
            double number = numbers[place];
            if (!Double.isNaN(number)) {
                sum.add(number);
                least = Math.min(least, number);
                most = Math.max(most, number);
            }
        }
        if (sum.count == 0) {
            return aggregate.function() == Source.Function.SUM ? Value.of(0) : null;
        }
        return Value.of(
                switch (aggregate.function()) {
                    case AVG -> sum.total() / sum.count;
                    case MIN -> least;
                    case MAX -> most;
                    default -> sum.total();
                });
    }

    /** A sum that keeps what adding to a large number loses. */
    private static final class Sum {
        private double high;
        private double lost;
        private int count;

        void add(double number) {
            double sum = high + number;
            lost += Math.abs(high) >= Math.abs(number) ? high - sum + number : number - sum + high;
            high = sum;
            count++;
        }

        double total() {
            return high + lost;
        }
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_PER_DAY;
    }
}
