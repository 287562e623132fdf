package org.lotse.engine.term;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a subject: a ticket, a purchase, an outcome.
 *
 * @param id unique; the same id twice counts once
 * @param type declared in the vocabulary
 * @param subject whom it happened to
 * @param time when it happened
 * @param data its fields: numbers, texts, choices
 */
public record Event(String id, String type, SubjectId subject, Instant time, Map<String, Value> data) {
    public Event {
        data = Map.copyOf(data);
    }
}
