package org.lotse.api.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.segment.Audience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a batch asks for every customer.
 *
 * @param request as {@code POST /v1/decisions} takes it, without the customer
 * @param audience who is meant
 * @param hold how long a reserved contact is held; empty for as long as the settings say
 */
record Question(ObjectNode request, Audience audience, Optional<Duration> hold) {
    private static final Set<String> REQUEST = Set.of("channel", "direction", "limit", "context");
    private static final String FIELDS = "channel, context, direction, holdMinutes, limit, segment";
    private static final int LONGEST_HOLD = 60 * 24 * 30;

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
        return new Question(request, Audience.read(body.get("segment")), hold(body.get("holdMinutes")));
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
}
