package org.lotse.api.batch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.api.problem.ProblemException;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Terms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a batch asks for every customer.
 *
 * @param request as {@code POST /v1/decisions} takes it, without the customer
 * @param segment only customers whose terms have these values
 * @param hold how long a reserved contact is held; empty for as long as the settings say
 */
record Question(ObjectNode request, Map<String, String> segment, Optional<Duration> hold) {
    private static final Set<String> REQUEST = Set.of("channel", "direction", "limit", "context");
    private static final String FIELDS = "channel, context, direction, holdMinutes, limit, segment";
    private static final int LONGEST_HOLD = 60 * 24 * 30;

    Question {
        segment = Map.copyOf(segment);
    }

    /** Reads a question; what the request itself may say is checked when it is asked. */
    static Question read(JsonNode body) {
        if (!body.isObject()) {
            throw ProblemException.invalid("", "WRONG_TYPE_HERE", "object");
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            String name = field.getKey();
            if (REQUEST.contains(name)) {
                request.set(name, field.getValue());
            } else if (!List.of("segment", "holdMinutes").contains(name)) {
                throw ProblemException.invalid("/" + name, "UNKNOWN_FIELD", name, FIELDS);
            }
        }
        if (!request.has("direction")) {
            request.put("direction", "OUTBOUND");
        }
        return new Question(request, segment(body.get("segment")), hold(body.get("holdMinutes")));
    }

    private static Map<String, String> segment(@org.jspecify.annotations.Nullable JsonNode node) {
        Map<String, String> segment = new LinkedHashMap<>();
        if (node == null || node.isNull()) {
            return segment;
        }
        if (!node.isObject()) {
            throw ProblemException.invalid("/segment", "WRONG_TYPE_HERE", "object");
        }
        node.properties()
                .forEach(term -> segment.put(term.getKey(), term.getValue().asString("")));
        return segment;
    }

    private static Optional<Duration> hold(@org.jspecify.annotations.Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < 1
                || node.intValue() > LONGEST_HOLD) {
            throw ProblemException.invalid("/holdMinutes", "OUT_OF_RANGE", node.toString(), 1, LONGEST_HOLD);
        }
        return Optional.of(Duration.ofMinutes(node.intValue()));
    }

    /** A segment names terms of the customer that no rule has to conclude first. */
    void check(RuleSet rules) {
        segment.keySet().forEach(key -> {
            boolean known = TermKey.isWellFormed(key)
                    && rules.vocabulary()
                            .term(SubjectType.CUSTOMER, new TermKey(key))
                            .filter(term -> !(term.source() instanceof Source.Rules))
                            .isPresent();
            if (!known) {
                throw ProblemException.invalid("/segment/" + key, "SEGMENT_TERM", key);
            }
        });
    }

    /** Whether somebody with these terms is meant. */
    boolean means(Terms terms) {
        return segment.entrySet().stream()
                .allMatch(part -> terms.value(new TermKey(part.getKey()))
                        .map(value -> value.toString().equals(part.getValue()))
                        .orElse(false));
    }
}
