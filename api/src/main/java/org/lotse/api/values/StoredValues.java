package org.lotse.api.values;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads stored JSON back as values by the vocabulary of now. What the vocabulary no longer knows, or knows as another
 * type, reads as not delivered: stored facts are kept, and readable again under a vocabulary that declares them.
 */
public final class StoredValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

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
                Value value = read(term.type(), field.getValue());
                if (value != null) {
                    values.put(term.key(), value);
                }
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
        try (JsonParser fields = json.createParser(stored)) {
            fields.nextToken();
            for (String name = fields.nextName(); name != null; name = fields.nextName()) {
                TermType fieldType = type.data().get(name);
                JsonNode value = next(fields);
                if (fieldType != null) {
                    Value read = read(fieldType, value);
                    if (read != null) {
                        values.put(name, read);
                    }
                }
            }
        }
        return values;
    }

    /** What comes next; a subject has many events, and most of their fields are a number or a text. */
    private static JsonNode next(JsonParser fields) {
        return switch (fields.nextToken()) {
            case VALUE_STRING -> NODES.stringNode(fields.getString());
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> NODES.numberNode(fields.getDoubleValue());
            default -> fields.readValueAsTree();
        };
    }

    private static @Nullable Value read(TermType type, JsonNode stored) {
        try {
            return ReadValues.fromJson(type, stored, "");
        } catch (Invalid otherType) {
            return null;
        }
    }

    private static Map<String, Term> named(Map<TermKey, Term> terms) {
        Map<String, Term> names = new HashMap<>();
        terms.values().forEach(term -> term.formerly().forEach(name -> names.put(name, term)));
        terms.values().forEach(term -> names.put(term.key().value(), term));
        return names;
    }
}
