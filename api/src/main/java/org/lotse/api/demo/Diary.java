package org.lotse.api.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Value;

/** What happened to one customer; nothing is written after the customer left or the story ended. */
final class Diary {
    private final SubjectId customer;
    private final List<Entry> entries = new ArrayList<>();
    private Instant end;

    private record Entry(String type, Instant at, Map<String, Value> data) {}

    Diary(SubjectId customer, Instant end) {
        this.customer = customer;
        this.end = end;
    }

    /**
     * Writes an event.
     *
     * @param data field, value, field, value ...; texts and numbers
     * @return whether it happened: false from the moment on when the customer left or the story ended
     */
    @SuppressWarnings("unchecked")
    boolean note(String type, Instant at, Object... data) {
        if (!at.isBefore(end)) {
            return false;
        }
        List<Map.Entry<String, Value>> fields = new ArrayList<>(data.length / 2);
        for (int i = 0; i < data.length; i += 2) {
            fields.add(Map.entry((String) data[i], value(data[i + 1])));
        }
        entries.add(new Entry(type, at, Map.ofEntries(fields.toArray(Map.Entry[]::new))));
        return true;
    }

    /** The customer leaves: the last entry. */
    void leave(Instant at) {
        end = at;
        entries.removeIf(entry -> !entry.at().isBefore(at));
        entries.add(new Entry("CHURNED", at, Map.of()));
    }

    /** All events in the order of time, numbered. */
    List<Event> events() {
        List<Entry> sorted =
                entries.stream().sorted(Comparator.comparing(Entry::at)).toList();
        List<Event> events = new ArrayList<>(sorted.size());
        for (Entry entry : sorted) {
            String id = "demo-" + customer.id() + "-" + (events.size() + 1);
            events.add(new Event(id, entry.type(), customer, entry.at(), entry.data()));
        }
        return events;
    }

    private static Value value(Object value) {
        return switch (value) {
            case String text -> Value.text(text);
            case Number number -> Value.of(Math.round(100 * number.doubleValue()) / 100.0);
            default -> throw new IllegalArgumentException("An event holds texts and numbers, not " + value);
        };
    }
}
