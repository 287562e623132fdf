package org.lotse.engine.term;

import java.util.List;
import java.util.Map;

/**
 * A subject as stored at one moment: what was delivered about it and what has happened to it.
 *
 * @param id who or what
 * @param attributes the delivered values; an undelivered one is not in the map
 * @param events what happened up to that moment, in no particular order
 * @param links linked subjects by link name: {@code holder} of a claim is a customer
 */
public record SubjectState(
        SubjectId id, Map<TermKey, Value> attributes, List<Event> events, Map<String, SubjectId> links) {
    public SubjectState {
        attributes = Map.copyOf(attributes);
        events = Events.of(events);
        links = Map.copyOf(links);
    }

    /** The state of a subject of which nothing is stored. */
    public static SubjectState unknown(SubjectId id) {
        return new SubjectState(id, Map.of(), List.of(), Map.of());
    }
}
