package org.lotse.features.steps;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Small questions to JSON. */
final class Json {
    private Json() {}

    /** Whether two values are the same to people: 2 is 2.0. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? Math.abs(one.asDouble() - other.asDouble()) < 1e-9
                : one.equals(other);
    }

    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }
}
