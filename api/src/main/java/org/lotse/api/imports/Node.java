package org.lotse.api.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.values.Suggest;

/**
 * A place in a mapping file; whatever is not understood ends the reading with the place and the way out.
 *
 * @param value what YAML read there
 * @param path the place, as JSON Pointer
 */
record Node(@Nullable Object value, String path) {
    /** The map here, whose words are all known. */
    Map<String, Node> map(String... known) {
        Map<String, Node> fields = anyMap();
        for (String word : fields.keySet()) {
            if (!Set.of(known).contains(word)) {
                throw wrong(
                        path + "/" + word,
                        "UNKNOWN_WORD",
                        word,
                        Suggest.nearest(word, List.of(known)).orElse(String.join(", ", new TreeSet<>(List.of(known)))));
            }
        }
        return fields;
    }

    /** The map here, whatever its words. */
    Map<String, Node> anyMap() {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(path, "WRONG_TYPE_HERE", "map");
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        map.forEach((key, field) -> fields.put(String.valueOf(key), new Node(field, path + "/" + key)));
        return fields;
    }

    boolean isMap() {
        return value instanceof Map;
    }

    /** The list here; a single value is a list of one. */
    List<Node> list() {
        if (!(value instanceof Collection<?> items)) {
            return value == null ? List.of() : List.of(this);
        }
        List<Node> nodes = new ArrayList<>();
        for (Object item : items) {
            nodes.add(new Node(item, path + "/" + nodes.size()));
        }
        return nodes;
    }

    /** The text, number or truth here, as text. */
    String text() {
        if (value == null || value instanceof Map || value instanceof Collection) {
            throw wrong(path, "WRONG_TYPE_HERE", "text");
        }
        return String.valueOf(value);
    }

    double number() {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(path, "WRONG_TYPE_HERE", "number");
    }

    /** A whole number within bounds. */
    int whole(int lowest, int highest) {
        if (value instanceof Integer number && number >= lowest && number <= highest) {
            return number;
        }
        throw wrong(path, "WRONG_TYPE_HERE", lowest + " .. " + highest);
    }

    /** One of a few words. */
    String oneOf(String... words) {
        String text = text();
        if (!List.of(words).contains(text)) {
            throw wrong(path, "UNKNOWN_WORD", text, String.join(", ", words));
        }
        return text;
    }

    boolean truth() {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong(path, "WRONG_TYPE_HERE", "true, false");
    }

    static ProblemException wrong(String path, String code, Object... arguments) {
        return ProblemException.invalid(List.of(FieldProblem.of(path, code, arguments)));
    }

    /** The texts of an optional list. */
    static List<String> texts(Optional<Node> node) {
        return node.map(Node::list).orElse(List.of()).stream()
                .map(item -> item.value() == null ? "" : item.text())
                .toList();
    }

    /** A field that must be there. */
    static Node required(Map<String, Node> fields, String name, String path) {
        Node field = fields.get(name);
        if (field == null) {
            throw wrong(path + "/" + name, "MISSING");
        }
        return field;
    }
}
