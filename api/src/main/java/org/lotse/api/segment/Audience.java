package org.lotse.api.segment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Whom a batch or a call list means, as the field {@code segment} of its request says. */
public sealed interface Audience {
    /** All stored customers. */
    record Everybody() implements Audience {}

    /**
     * A segment of the rules.
     *
     * @param segment its name, in any case
     */
    record Named(String segment) implements Audience {}

    /**
     * Customers whose terms have all of these values.
     *
     * @param values by key of the term; at least one
     */
    record WithValues(Map<String, String> values) implements Audience {
        public WithValues {
            values = Map.copyOf(values);
        }
    }

    /**
     * Reads a field: absent for everybody, a text for a segment, an object for terms and values.
     *
     * @throws ProblemException when it is something else
     */
    static Audience read(@Nullable JsonNode field) {
        if (field == null || field.isNull()) {
            return new Everybody();
        }
        if (field.isString()) {
            return new Named(field.stringValue());
        }
        if (!field.isObject()) {
            throw ProblemException.invalid("/segment", "WRONG_TYPE_HERE", "object");
        }
        Map<String, String> values = new LinkedHashMap<>();
        field.properties()
                .forEach(term -> values.put(term.getKey(), term.getValue().asString("")));
        return values.isEmpty() ? new Everybody() : new WithValues(values);
    }
}
