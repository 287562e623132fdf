package org.lotse.engine.term;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A subject's events, in the order given, and beside it by type and time: what counts in a window is then found by halving
 * and not by looking at every event. Immutable; sorted when first asked. Safe for many threads.
 */
public final class Events extends AbstractList<Event> implements RandomAccess {
    private static final Events NONE = new Events(List.of());

    private final List<Event> given;
    /** Filled when first asked, and then put here as a whole. */
    private volatile @Nullable Map<String, Timeline> byType;

    private final Map<Kind, Timeline> kinds = new ConcurrentHashMap<>();

    /** A type of event, and which fields an event must have. */
    private record Kind(String type, Map<String, String> where) {}

    private Events(List<Event> given) {
        this.given = given;
    }

    /** The events, which are copied unless they are events already. */
    public static Events of(Collection<Event> events) {
        return events instanceof Events already ? already : events.isEmpty() ? NONE : new Events(List.copyOf(events));
    }

    @Override
    public Event get(int index) {
        return given.get(index);
    }

    @Override
    public int size() {
        return given.size();
    }

    /** The events of a type that have these fields, by time. */
    Timeline of(String type, Map<String, String> where) {
        if (given.isEmpty()) {
            return Timeline.EMPTY;
        }
        Map<String, Timeline> sorted = byType;
        if (sorted == null) {
            sorted = byType();
            byType = sorted;
        }
        Timeline ofType = sorted.get(type);
        if (ofType == null) {
            return Timeline.EMPTY;
        }
        return where.isEmpty() ? ofType : kinds.computeIfAbsent(new Kind(type, where), kind -> ofType.having(where));
    }

    private Map<String, Timeline> byType() {
        Map<String, List<Event>> events = new HashMap<>();
        for (Event event : given) {
            events.computeIfAbsent(event.type(), type -> new ArrayList<>()).add(event);
        }
        Map<String, Timeline> sorted = new HashMap<>();
        events.forEach((type, ofType) -> sorted.put(type, new Timeline(ofType)));
        return sorted;
    }
}
