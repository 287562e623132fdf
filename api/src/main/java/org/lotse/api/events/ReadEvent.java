package org.lotse.api.events;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.values.Invalid;
import org.lotse.api.values.ReadValues;
import org.lotse.api.values.Suggest;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import tools.jackson.databind.JsonNode;

/** Reads one CloudEvent by the vocabulary; collects everything that is wrong with it. */
final class ReadEvent {
    private static final Set<String> FIELDS = Set.of("id", "type", "subject", "time", "data");
    private static final Set<String> ENVELOPE =
            Set.of("specversion", "source", "datacontenttype", "dataschema", "traceparent", "tracestate");
    private static final int LONGEST_ID = 200;

    private final Vocabulary vocabulary;
    private final Instant now;
    private final List<FieldProblem> errors = new ArrayList<>();

    private ReadEvent(Vocabulary vocabulary, Instant now) {
        this.vocabulary = vocabulary;
        this.now = now;
    }

    /** What was read, or what is wrong. */
    record Read(@Nullable Event event, List<FieldProblem> errors) {}

    /**
     * Reads an event.
     *
     * @param now its time when it names none; later ones are refused
     */
    static Read of(JsonNode json, Vocabulary vocabulary, Instant now) {
        ReadEvent reading = new ReadEvent(vocabulary, now);
        Event event = reading.event(json);
        return new Read(reading.errors.isEmpty() ? event : null, List.copyOf(reading.errors));
    }

    private @Nullable Event event(JsonNode json) {
        if (!json.isObject()) {
            errors.add(FieldProblem.of("", "WRONG_TYPE_HERE", "object"));
            return null;
        }
        json.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name) && !ENVELOPE.contains(name))
                .forEach(name -> errors.add(
                        FieldProblem.of("/" + name, "UNKNOWN_FIELD", name, "id, type, subject, time, data")));
        String id = text(json, "id").orElse("");
        if (id.length() > LONGEST_ID) {
            errors.add(FieldProblem.of("/id", "BAD_ID", id.substring(0, LONGEST_ID)));
        }
        Optional<SubjectId> subject = text(json, "subject").flatMap(this::subject);
        Optional<EventType> type = text(json, "type").flatMap(this::type);
        Instant time = time(json.get("time"));
        Map<String, Value> data =
                type.map(known -> data(known, json.get("data"))).orElse(Map.of());
        return subject.isEmpty() || type.isEmpty()
                ? null
                : new Event(id, type.get().key(), subject.get(), time, data);
    }

    private Optional<String> text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            errors.add(FieldProblem.of("/" + field, "MISSING"));
            return Optional.empty();
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            errors.add(FieldProblem.of("/" + field, "WRONG_VALUE_TYPE_TEXT", value.toString()));
            return Optional.empty();
        }
        return Optional.of(value.stringValue());
    }

    private Optional<SubjectId> subject(String text) {
        try {
            SubjectId subject = SubjectId.parse(text);
            if (vocabulary.subjects().containsKey(subject.type())) {
                return Optional.of(subject);
            }
            errors.add(FieldProblem.of(
                    "/subject",
                    "UNKNOWN_SUBJECT_TYPE",
                    subject.type(),
                    vocabulary.subjects().keySet()));
        } catch (IllegalArgumentException e) {
            errors.add(FieldProblem.of("/subject", "BAD_ID", text));
        }
        return Optional.empty();
    }

    private Optional<EventType> type(String key) {
        EventType type = vocabulary.events().get(key);
        if (type == null) {
            String known = String.join(", ", vocabulary.events().keySet());
            errors.add(FieldProblem.of(
                    "/type",
                    "UNKNOWN_EVENT",
                    key,
                    Suggest.nearest(key, vocabulary.events().keySet()).orElse(known)));
        }
        return Optional.ofNullable(type);
    }

    private Instant time(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return now;
        }
        try {
            Instant time = OffsetDateTime.parse(value.isString() ? value.stringValue() : "")
                    .toInstant();
            if (time.isAfter(now.plusSeconds(300))) {
                errors.add(FieldProblem.of("/time", "IN_THE_FUTURE", value.stringValue()));
            }
            return time;
        } catch (DateTimeParseException e) {
            errors.add(FieldProblem.of("/time", "NO_TIME", value.toString()));
            return now;
        }
    }

    private Map<String, Value> data(EventType type, @Nullable JsonNode data) {
        if (data == null || data.isNull()) {
            return Map.of();
        }
        if (!data.isObject()) {
            errors.add(FieldProblem.of("/data", "WRONG_TYPE_HERE", "object"));
            return Map.of();
        }
        Map<String, Value> values = new HashMap<>();
        data.properties().forEach(field -> {
            TermType expected = type.data().get(field.getKey());
            String pointer = "/data/" + field.getKey();
            if (expected == null) {
                errors.add(FieldProblem.of(
                        pointer,
                        "UNKNOWN_FIELD",
                        field.getKey(),
                        String.join(", ", type.data().keySet())));
            } else if (!field.getValue().isNull()) {
                try {
                    values.put(field.getKey(), ReadValues.fromJson(expected, field.getValue(), pointer));
                } catch (Invalid invalid) {
                    errors.add(invalid.problem());
                }
            }
        });
        return values;
    }
}
