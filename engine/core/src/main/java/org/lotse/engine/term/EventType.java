package org.lotse.engine.term;

import java.util.Map;
import java.util.Optional;

/**
 * A kind of event the vocabulary declares.
 *
 * @param key its name in events: {@code ticket}, {@code ACCEPTED}
 * @param title what people call it
 * @param data its fields and their types
 * @param outcome present when it is an outcome of a decision
 */
public record EventType(String key, Title title, Map<String, TermType> data, Optional<Outcome> outcome) {
    public EventType {
        data = Map.copyOf(data);
    }

    /**
     * How an outcome counts.
     *
     * @param grade how good it is, higher is better; negative for a refusal
     * @param attributeWithin how long after a decision it still belongs to it
     */
    public record Outcome(double grade, Optional<Period> attributeWithin) {}
}
