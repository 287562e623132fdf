package org.lotse.api.decision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.values.Invalid;
import org.lotse.api.values.ReadValues;
import org.lotse.api.values.Suggest;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.Placement;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import tools.jackson.databind.JsonNode;

/** Reads one request by the vocabulary; collects everything that is wrong with it, not only the first. */
final class ReadRequest {
    private static final Set<String> FIELDS = Set.of(
            "customerId",
            "subject",
            "channel",
            "direction",
            "limit",
            "placements",
            "context",
            "attributes",
            "at",
            "seed");
    static final int MOST = 50;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    /** The id under which a subject is decided about that only the request knows. */
    static final String UNNAMED = "unnamed";

    private final RuleSet rules;
    private final String decision;
    private final JsonNode body;
    private final List<FieldProblem> errors = new ArrayList<>();

    ReadRequest(RuleSet rules, String decision, JsonNode body) {
        this.rules = rules;
        this.decision = decision;
        this.body = body;
    }

    /** What the request says, before it is known whether its subject is stored. */
    record Read(DecisionRequest request, boolean setsTimeOrSeed, boolean namesSubject) {}

    /**
     * Reads the request.
     *
     * @param now the moment if it names none
     * @param seed the seed if it names none
     * @throws ProblemException naming every wrong place; 403 for terms of the ledgers
     */
    Read read(Instant now, long seed) {
        if (!body.isObject()) {
            throw ProblemException.invalid("", "WRONG_TYPE_HERE", "object");
        }
        body.propertyNames().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> errors.add(FieldProblem.of(
                        "/" + field,
                        "UNKNOWN_FIELD",
                        field,
                        String.join(", ", FIELDS.stream().sorted().toList()))));
        Optional<SubjectId> subject = subject();
        SubjectType type = subject.map(SubjectId::type).orElseGet(this::declaredType);
        Map<TermKey, Value> context = values("context", type);
        Map<TermKey, Value> attributes = values("attributes", type);
        contradictions(context, attributes);
        Optional<ChannelKey> channel = channel();
        Direction direction = direction();
        int limit = limit();
        List<Placement> placements = new ReadPlacements(rules, errors).read(body);
        Optional<Instant> at = at();
        Optional<Long> ownSeed = number("seed").map(JsonNode::longValue);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        boolean setsTimeOrSeed = at.isPresent() || ownSeed.isPresent();
        return new Read(
                new DecisionRequest(
                        decision,
                        subject.orElseGet(() -> new SubjectId(type, UNNAMED)),
                        channel,
                        direction,
                        limit,
                        placements,
                        context,
                        attributes,
                        at.orElse(now),
                        ownSeed.orElse(seed),
                        setsTimeOrSeed),
                setsTimeOrSeed,
                subject.isPresent());
    }

    /** A term in both places with two values leaves nobody knowing which is meant. */
    private void contradictions(Map<TermKey, Value> context, Map<TermKey, Value> attributes) {
        attributes.forEach((key, value) -> {
            if (context.containsKey(key) && !value.equals(context.get(key))) {
                errors.add(FieldProblem.of("/attributes/" + key, "CONTRADICTS_CONTEXT", key, context.get(key), value));
            }
        });
    }

    private SubjectType declaredType() {
        return Optional.ofNullable(rules.vocabulary().decisions().get(decision))
                .map(declaration -> declaration.subject())
                .orElse(SubjectType.CUSTOMER);
    }

    private Optional<SubjectId> subject() {
        JsonNode customer = body.get("customerId");
        JsonNode subject = body.get("subject");
        if (customer != null && subject != null) {
            errors.add(FieldProblem.of("/subject", "ONE_OF_BOTH", "customerId", "subject"));
            return Optional.empty();
        }
        if (customer != null) {
            return text(customer, "/customerId").flatMap(id -> id(SubjectType.CUSTOMER, id, "/customerId"));
        }
        if (subject != null) {
            return named(subject);
        }
        if (body.get("attributes") == null) {
            errors.add(FieldProblem.of("/customerId", "MISSING"));
        }
        return Optional.empty();
    }

    private Optional<SubjectId> named(JsonNode subject) {
        if (!subject.isObject()) {
            errors.add(FieldProblem.of("/subject", "WRONG_TYPE_HERE", "object"));
            return Optional.empty();
        }
        subject.propertyNames().stream()
                .filter(field -> !field.equals("type") && !field.equals("id"))
                .forEach(field -> errors.add(FieldProblem.of("/subject/" + field, "UNKNOWN_FIELD", field, "id, type")));
        Optional<String> type = required(subject, "type", "/subject/type");
        boolean onlyDescribed = subject.get("id") == null
                && body.get("attributes") != null
                && type.filter(declaredType().value()::equals).isPresent();
        if (onlyDescribed) {
            return Optional.empty();
        }
        Optional<String> id = required(subject, "id", "/subject/id");
        if (type.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        Optional<SubjectType> known = rules.vocabulary().subjects().keySet().stream()
                .filter(one -> one.value().equals(type.get()))
                .findFirst();
        if (known.isEmpty()) {
            errors.add(FieldProblem.of(
                    "/subject/type",
                    "UNKNOWN_SUBJECT_TYPE_HERE",
                    type.get(),
                    String.join(
                            ", ",
                            rules.vocabulary().subjects().keySet().stream()
                                    .map(SubjectType::value)
                                    .toList())));
        }
        return known.flatMap(one -> id(one, id.get(), "/subject/id"));
    }

    private Optional<SubjectId> id(SubjectType type, String id, String pointer) {
        try {
            return Optional.of(new SubjectId(type, id));
        } catch (IllegalArgumentException e) {
            errors.add(FieldProblem.worded(pointer, "BAD_ID", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Map<TermKey, Value> values(String field, SubjectType type) {
        Map<TermKey, Value> values = new HashMap<>();
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return values;
        }
        if (!node.isObject()) {
            errors.add(FieldProblem.of("/" + field, "WRONG_TYPE_HERE", "object"));
            return values;
        }
        node.properties()
                .forEach(entry -> value(field, type, entry.getKey(), entry.getValue())
                        .ifPresent(read -> values.put(read.getKey(), read.getValue())));
        return values;
    }

    private Optional<Map.Entry<TermKey, Value>> value(String field, SubjectType type, String key, JsonNode json) {
        String pointer = "/" + field + "/" + key.replace("~", "~0").replace("/", "~1");
        Optional<Term> term =
                TermKey.isWellFormed(key) ? rules.vocabulary().term(type, new TermKey(key)) : Optional.empty();
        if (term.isEmpty()) {
            List<String> known = rules.vocabulary().terms(type).keySet().stream()
                    .map(TermKey::value)
                    .toList();
            errors.add(FieldProblem.of(
                    pointer,
                    "UNKNOWN_TERM",
                    key,
                    type,
                    Suggest.nearest(key, known).orElse("-")));
            return Optional.empty();
        }
        if (term.get().source() instanceof Source.Consent) {
            throw ProblemException.of(DecisionProblems.LEDGER_TERM, key)
                    .with(FieldProblem.of(pointer, "LEDGER_TERM", key));
        }
        boolean isContext = term.get().source() instanceof Source.Context;
        if (field.equals("context") && !isContext) {
            errors.add(FieldProblem.of(pointer, "NOT_CONTEXT", key));
            return Optional.empty();
        }
        if (json.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Map.entry(term.get().key(), ReadValues.fromJson(term.get(), json, pointer)));
        } catch (Invalid invalid) {
            errors.add(invalid.problem());
            return Optional.empty();
        }
    }

    private Optional<ChannelKey> channel() {
        JsonNode node = body.get("channel");
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        return text(node, "/channel")
                .filter(channel -> !channel.isBlank())
                .flatMap(channel -> new ReadPlacements(rules, errors).channel(channel, "/channel"));
    }

    private Direction direction() {
        JsonNode node = body.get("direction");
        if (node == null || node.isNull()) {
            return Direction.INBOUND;
        }
        Optional<String> text = text(node, "/direction");
        try {
            return text.map(Direction::valueOf).orElse(Direction.INBOUND);
        } catch (IllegalArgumentException e) {
            errors.add(FieldProblem.of("/direction", "UNKNOWN_DIRECTION", text.orElse(""), "INBOUND, OUTBOUND"));
            return Direction.INBOUND;
        }
    }

    private int limit() {
        long limit = number("limit").map(JsonNode::longValue).orElse(3L);
        if (limit < 1 || limit > MOST) {
            errors.add(FieldProblem.of("/limit", "LIMIT_OUT_OF_RANGE", limit, MOST));
            return 1;
        }
        return (int) limit;
    }

    private Optional<Instant> at() {
        JsonNode node = body.get("at");
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        Optional<String> text = text(node, "/at");
        try {
            Optional<Instant> at = text.map(time -> OffsetDateTime.parse(time).toInstant());
            at.filter(time -> time.isBefore(EARLIEST) || time.isAfter(LATEST))
                    .ifPresent(time -> errors.add(FieldProblem.of("/at", "TIME_OUT_OF_RANGE", time, EARLIEST, LATEST)));
            return at;
        } catch (DateTimeParseException e) {
            errors.add(FieldProblem.of("/at", "WRONG_TIME", text.orElse("")));
            return Optional.empty();
        }
    }

    private Optional<JsonNode> number(String field) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            errors.add(FieldProblem.of("/" + field, "WRONG_TYPE_HERE", "integer"));
            return Optional.empty();
        }
        return Optional.of(node);
    }

    private Optional<String> required(JsonNode node, String field, String pointer) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            errors.add(FieldProblem.of(pointer, "MISSING"));
            return Optional.empty();
        }
        return text(value, pointer);
    }

    private Optional<String> text(JsonNode node, String pointer) {
        if (!node.isString()) {
            errors.add(FieldProblem.of(pointer, "WRONG_TYPE_HERE", "string"));
            return Optional.empty();
        }
        return Optional.of(node.stringValue());
    }
}
