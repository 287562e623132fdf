package org.lotse.api.values;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads stored JSON back as values by the vocabulary of now. What the vocabulary no longer knows, or knows as another
 * type, reads as not delivered: stored facts are kept, and readable again under a vocabulary that declares them.
 */
public final class StoredValues {
    private final JsonMapper json;
    private final Vocabulary vocabulary;
    private final Map<SubjectType, Map<String, Term>> byName = new HashMap<>();

    public StoredValues(JsonMapper json, Vocabulary vocabulary) {
        this.json = json;
        this.vocabulary = vocabulary;
        vocabulary.subjects().forEach((type, subject) -> byName.put(type, named(subject.terms())));
    }

    /** The attributes of a stored subject. */
    public Map<TermKey, Value> attributes(SubjectType type, String stored) {
        Map<String, Term> terms = byName.getOrDefault(type, Map.of());
        Map<TermKey, Value> values = new HashMap<>();
        json.readTree(stored).properties().forEach(field -> {
            Term term = terms.get(field.getKey());
            if (term != null) {
                value(term.type(), field.getValue()).ifPresent(value -> values.put(term.key(), value));
            }
        });
        return values;
    }

    /** The data fields of a stored event. */
    public Map<String, Value> eventData(String eventType, String stored) {
        EventType type = vocabulary.events().get(eventType);
        if (type == null || stored.length() <= 2) {
            return Map.of();
        }
        Map<String, Value> values = new HashMap<>();
        json.readTree(stored).properties().forEach(field -> {
            TermType fieldType = type.data().get(field.getKey());
            if (fieldType != null) {
                value(fieldType, field.getValue()).ifPresent(value -> values.put(field.getKey(), value));
            }
        });
        return values;
    }

    private static Optional<Value> value(TermType type, JsonNode stored) {
        try {
            return Optional.of(ReadValues.fromJson(type, stored, ""));
        } catch (Invalid otherType) {
            return Optional.empty();
        }
    }

    private static Map<String, Term> named(Map<TermKey, Term> terms) {
        Map<String, Term> names = new HashMap<>();
        terms.values().forEach(term -> term.formerly().forEach(name -> names.put(name, term)));
        terms.values().forEach(term -> names.put(term.key().value(), term));
        return names;
    }
}
