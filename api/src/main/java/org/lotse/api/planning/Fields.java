package org.lotse.api.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object being read strictly: each field is asked for by name and type, and {@link #end} names those nobody asked
 * for. Flaws are gathered, so that a caller sees all of them at once.
 */
final class Fields {
    private final JsonNode node;
    private final String pointer;
    private final List<Flaw> flaws;
    private final Set<String> known = new HashSet<>();

    Fields(JsonNode node, String pointer, List<Flaw> flaws) {
        this.node = node;
        this.pointer = pointer;
        this.flaws = flaws;
        if (!node.isObject()) {
            wrong("", "object", node);
        }
    }

    String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    void flaw(String name, Code code, Object... namesAndValues) {
        flaws.add(Flaw.at(pointer(name), code, namesAndValues));
    }

    private void wrong(String name, String expected, JsonNode value) {
        String text = value.toString();
        flaws.add(Flaw.at(
                name.isEmpty() ? pointer : pointer(name),
                Code.WRONG_TYPE,
                "value",
                text.length() > 60 ? text.substring(0, 60) + "..." : text,
                "expected",
                expected));
    }

    boolean has(String name) {
        return node.has(name) && !node.get(name).isNull();
    }

    @Nullable
    JsonNode any(String name) {
        known.add(name);
        return has(name) ? node.get(name) : null;
    }

    private @Nullable JsonNode needed(String name) {
        JsonNode value = any(name);
        if (value == null && node.isObject()) {
            flaw(name, Code.MISSING, "field", name);
        }
        return value;
    }

    String text(String name) {
        JsonNode value = needed(name);
        return value == null ? "" : asText(name, value);
    }

    @Nullable
    String optionalText(String name) {
        JsonNode value = any(name);
        return value == null ? null : asText(name, value);
    }

    private String asText(String name, JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isIntegralNumber()) {
            return value.toString();
        }
        wrong(name, "text", value);
        return "";
    }

    double number(String name) {
        JsonNode value = needed(name);
        return value == null ? 1 : asNumber(name, value);
    }

    double number(String name, double otherwise) {
        JsonNode value = any(name);
        return value == null ? otherwise : asNumber(name, value);
    }

    @Nullable
    Double optionalNumber(String name) {
        JsonNode value = any(name);
        return value == null ? null : (Double) asNumber(name, value);
    }

    private double asNumber(String name, JsonNode value) {
        if (!value.isNumber()) {
            wrong(name, "number", value);
            return 1;
        }
        return value.doubleValue();
    }

    boolean flag(String name) {
        JsonNode value = any(name);
        if (value != null && !value.isBoolean()) {
            wrong(name, "true or false", value);
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    List<String> texts(String name) {
        return list(name, (value, at) -> {
            if (!value.isString() && !value.isIntegralNumber()) {
                flaws.add(Flaw.at(at, Code.WRONG_TYPE, "value", value.toString(), "expected", "text"));
                return "";
            }
            return value.isString() ? value.stringValue() : value.toString();
        });
    }

    List<Double> numbers(String name) {
        return list(name, (value, at) -> {
            if (!value.isNumber()) {
                flaws.add(Flaw.at(at, Code.WRONG_TYPE, "value", value.toString(), "expected", "number"));
                return 0.0;
            }
            return value.doubleValue();
        });
    }

    List<Fields> objects(String name) {
        return list(name, (value, at) -> new Fields(value, at, flaws));
    }

    List<Fields> neededObjects(String name) {
        needed(name);
        return objects(name);
    }

    Optional<Fields> object(String name) {
        JsonNode value = any(name);
        return value == null ? Optional.empty() : Optional.of(new Fields(value, pointer(name), flaws));
    }

    private <T> List<T> list(String name, BiFunction<JsonNode, String, T> read) {
        JsonNode value = any(name);
        List<T> items = new ArrayList<>();
        if (value != null && !value.isArray()) {
            wrong(name, "list", value);
        } else if (value != null) {
            for (int i = 0; i < value.size(); i++) {
                items.add(read.apply(value.get(i), pointer(name) + "/" + i));
            }
        }
        return items;
    }

    /** Numbers row by row; null cells are infinite: there is no way. */
    double @Nullable [][] table(String name) {
        JsonNode value = any(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            wrong(name, "list of rows", value);
            return null;
        }
        double[][] table = new double[value.size()][];
        for (int row = 0; row < table.length; row++) {
            JsonNode cells = value.get(row);
            table[row] = new double[cells.size()];
            for (int column = 0; column < table[row].length; column++) {
                JsonNode cell = cells.get(column);
                if (!cell.isNumber() && !cell.isNull()) {
                    wrong(name + "/" + row + "/" + column, "number", cell);
                }
                table[row][column] = cell.isNumber() ? cell.doubleValue() : Double.POSITIVE_INFINITY;
            }
            if (!cells.isArray()) {
                wrong(name, "list of rows", cells);
            }
        }
        return table;
    }

    Set<String> names() {
        return Set.copyOf(node.propertyNames());
    }

    /** A field of the contract that is not planned with yet is refused rather than overlooked. */
    void notYet(String name, boolean whenPresent) {
        known.add(name);
        if (whenPresent && has(name)) {
            flaw(name, Code.NOT_SUPPORTED_YET, "field", name);
        }
    }

    /** Names every field that was not asked for. */
    void end() {
        for (String name : node.isObject() ? node.propertyNames() : List.<String>of()) {
            if (!known.contains(name)) {
                flaw(name, Code.UNKNOWN_FIELD, "field", name);
            }
        }
    }
}
