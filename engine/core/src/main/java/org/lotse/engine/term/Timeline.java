package org.lotse.engine.term;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Events of one kind in the order of their times, found by halving. Immutable and safe for many threads. */
final class Timeline {
    static final Timeline EMPTY = new Timeline(List.of());

    private static final Comparator<Event> BY_TIME =
            Comparator.comparing(Event::time).thenComparing(Event::id);

    private final Event[] events;
    private final long[] seconds;
    private final Map<String, double[]> numbers = new ConcurrentHashMap<>();

    /** @param events in any order */
    Timeline(List<Event> events) {
        this.events = events.toArray(Event[]::new);
        if (!isSorted(this.events)) {
            Arrays.sort(this.events, BY_TIME);
        }
        this.seconds = new long[this.events.length];
        Arrays.setAll(seconds, place -> this.events[place].time().getEpochSecond());
    }

    Event at(int place) {
        return events[place];
    }

    /** The place of the first event after a moment. */
    int firstAfter(Instant moment) {
        int low = 0;
        int high = seconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isAfter(middle, moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** A field of all events as numbers, NaN where an event has none. */
    double[] numbers(String field) {
        return numbers.computeIfAbsent(field, name -> {
            double[] values = new double[events.length];
            Arrays.setAll(
                    values,
                    place -> events[place].data().get(name) instanceof Value.Num(double number) ? number : Double.NaN);
            return values;
        });
    }

    /** Those events that have these fields. */
    Timeline having(Map<String, String> where) {
        return new Timeline(Arrays.stream(events)
                .filter(event -> where.entrySet().stream().allMatch(field -> has(event, field)))
                .toList());
    }

    private static boolean has(Event event, Map.Entry<String, String> field) {
        @Nullable Value value = event.data().get(field.getKey());
        return value != null && value.toString().equalsIgnoreCase(field.getValue());
    }

    private boolean isAfter(int place, Instant moment) {
        long second = moment.getEpochSecond();
        return seconds[place] == second ? events[place].time().getNano() > moment.getNano() : seconds[place] > second;
    }

    private static boolean isSorted(Event[] events) {
        for (int place = 1; place < events.length; place++) {
            if (BY_TIME.compare(events[place - 1], events[place]) > 0) {
                return false;
            }
        }
        return true;
    }
}
