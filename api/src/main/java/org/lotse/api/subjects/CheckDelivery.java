package org.lotse.api.subjects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.values.Invalid;
import org.lotse.api.values.ReadValues;
import org.lotse.api.values.Suggest;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import tools.jackson.databind.JsonNode;

/** Reads a delivered document by the vocabulary; collects everything that is wrong with it, not only the first. */
public final class CheckDelivery {
    private final Vocabulary vocabulary;
    private final SubjectType type;
    private final Map<String, Term> formerly = new HashMap<>();

    /**
     * @throws ProblemException 404 when the vocabulary does not declare the type
     */
    public CheckDelivery(Vocabulary vocabulary, String type) {
        this.vocabulary = vocabulary;
        this.type = vocabulary.subjects().keySet().stream()
                .filter(known -> known.value().equals(type))
                .findFirst()
                .orElseThrow(() -> unknownType(vocabulary, type));
        vocabulary.terms(this.type).values().forEach(term -> term.formerly().forEach(name -> formerly.put(name, term)));
    }

    SubjectType type() {
        return type;
    }

    /** What was read, or what is wrong. */
    record Checked(Map<TermKey, Value> attributes, Map<String, SubjectId> links, List<FieldProblem> errors) {
        Checked orThrow() {
            if (!errors.isEmpty()) {
                throw ProblemException.invalid(errors);
            }
            return this;
        }
    }

    /** The id of a subject, if the text can be one. */
    SubjectId id(String text) {
        try {
            return new SubjectId(type, text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/id", "BAD_ID", text.strip());
        }
    }

    /** Reads {@code {attributes: {...}, links?: {...}}}; further fields the caller knows may be named. */
    Checked document(JsonNode document, String... further) {
        List<FieldProblem> errors = new ArrayList<>();
        Map<TermKey, Value> attributes = new HashMap<>();
        Map<String, SubjectId> links = new HashMap<>();
        if (!document.isObject()) {
            errors.add(FieldProblem.of("", "WRONG_TYPE_HERE", "object"));
            return new Checked(attributes, links, errors);
        }
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            switch (field.getKey()) {
                case "attributes" ->
                    eachField(
                            field.getValue(),
                            "/attributes",
                            errors,
                            (key, value) -> attribute(key, value, "/attributes/" + escaped(key), errors)
                                    .ifPresent(read -> attributes.put(read.getKey(), read.getValue())));
                case "links" ->
                    eachField(
                            field.getValue(),
                            "/links",
                            errors,
                            (key, value) -> link(key, value, "/links/" + escaped(key), errors)
                                    .ifPresent(read -> links.put(key, read)));
                default -> {
                    if (!List.of(further).contains(field.getKey())) {
                        errors.add(FieldProblem.of(
                                "/" + escaped(field.getKey()),
                                "UNKNOWN_FIELD",
                                field.getKey(),
                                String.join(", ", concat(further))));
                    }
                }
            }
        }
        return new Checked(attributes, links, errors);
    }

    /** The attribute term of a key; empty after noting why there is none. */
    Optional<Term> term(String key, String pointer, List<FieldProblem> errors) {
        Optional<Term> term = TermKey.isWellFormed(key)
                ? vocabulary.term(type, new TermKey(key)).or(() -> Optional.ofNullable(formerly.get(key)))
                : Optional.empty();
        if (term.isEmpty()) {
            errors.add(unknownTerm(key, pointer));
            return Optional.empty();
        }
        if (!(term.get().source() instanceof Source.Attribute)) {
            errors.add(FieldProblem.of(
                    pointer, "NOT_DELIVERABLE", key, sourceName(term.get().source())));
            return Optional.empty();
        }
        return term;
    }

    private Optional<Map.Entry<TermKey, Value>> attribute(
            String key, JsonNode value, String pointer, List<FieldProblem> errors) {
        Optional<Term> term = term(key, pointer, errors);
        if (term.isEmpty() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Map.entry(term.get().key(), ReadValues.fromJson(term.get(), value, pointer)));
        } catch (Invalid invalid) {
            errors.add(invalid.problem());
            return Optional.empty();
        }
    }

    private Optional<SubjectId> link(String name, JsonNode value, String pointer, List<FieldProblem> errors) {
        Map<String, SubjectType> declared = vocabulary.links().getOrDefault(type, Map.of());
        SubjectType target = declared.get(name);
        if (target == null) {
            errors.add(FieldProblem.of(
                    pointer,
                    "UNKNOWN_LINK",
                    name,
                    type,
                    declared.isEmpty() ? "-" : String.join(", ", declared.keySet())));
            return Optional.empty();
        }
        if (value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SubjectId(target, value.isString() ? value.stringValue() : ""));
        } catch (IllegalArgumentException e) {
            errors.add(FieldProblem.of(pointer, "BAD_ID", value.toString()));
            return Optional.empty();
        }
    }

    private FieldProblem unknownTerm(String key, String pointer) {
        List<String> keys = vocabulary.terms(type).values().stream()
                .filter(term -> term.source() instanceof Source.Attribute)
                .map(term -> term.key().value())
                .toList();
        return FieldProblem.of(
                pointer,
                "UNKNOWN_TERM",
                key,
                type,
                Suggest.nearest(key, keys)
                        .orElseGet(() -> keys.stream().limit(8).collect(Collectors.joining(", "))));
    }

    private static void eachField(
            JsonNode object,
            String pointer,
            List<FieldProblem> errors,
            java.util.function.BiConsumer<String, JsonNode> reader) {
        if (object.isNull()) {
            return;
        }
        if (!object.isObject()) {
            errors.add(FieldProblem.of(pointer, "WRONG_TYPE_HERE", "object"));
            return;
        }
        object.properties().forEach(field -> reader.accept(field.getKey(), field.getValue()));
    }

    private static List<String> concat(String... further) {
        List<String> known = new ArrayList<>(List.of("attributes", "links"));
        known.addAll(List.of(further));
        return known;
    }

    /** As JSON Pointer writes a name. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String sourceName(Source source) {
        return switch (source) {
            case Source.Attribute ignored -> "attribute";
            case Source.Aggregate aggregate -> "events " + aggregate.event();
            case Source.Consent ignored -> "consent";
            case Source.Percentile ignored -> "percentile";
            case Source.Prediction(String model) -> "model " + model;
            case Source.Rules ignored -> "rules";
            case Source.Context ignored -> "context";
            case Source.Calculated ignored -> "calc";
        };
    }

    private static ProblemException unknownType(Vocabulary vocabulary, String type) {
        return ProblemException.of(
                ProblemKind.UNKNOWN_SUBJECT_TYPE,
                type,
                vocabulary.subjects().keySet().stream().map(SubjectType::value).collect(Collectors.joining(", ")));
    }
}
