package org.lotse.api.imports;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.api.values.Invalid;
import org.lotse.api.values.ReadValues;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;

/**
 * What stands behind an attribute, an event field or a link: one source and the steps from its text to a value.
 *
 * @param origin where the text comes from
 * @param name the column, for whoever reads what is wrong
 * @param missing texts that mean "no value" here
 * @param values replaces texts; empty leaves them
 * @param factor multiplies a number; 1 leaves it
 * @param fallback when there is no value
 * @param required whether no value makes the line damaged
 * @param format how a date is written, other than ISO 8601
 */
record CellSource(
        Origin origin,
        String name,
        Set<String> missing,
        Map<String, String> values,
        double factor,
        @Nullable String fallback,
        boolean required,
        Optional<DateTimeFormatter> format,
        ReadCells cells) {

    /** Where a text comes from. */
    sealed interface Origin {
        record Columns(List<String> columns, String join) implements Origin {}

        record Fixed(String text) implements Origin {}

        record Product(List<String> columns) implements Origin {}

        record OfTime(String part) implements Origin {}
    }

    static CellSource read(Node node, ReadCells cells) {
        if (!node.isMap()) {
            return plain(node.text(), cells);
        }
        Map<String, Node> fields = node.map(
                "column",
                "columns",
                "join",
                "value",
                "multiply",
                "of",
                "missing",
                "values",
                "factor",
                "convert",
                "default",
                "required",
                "format",
                "language");
        Origin origin = origin(node, fields);
        double factor =
                Optional.ofNullable(fields.get("factor")).map(Node::number).orElse(1.0);
        if (fields.containsKey("convert")) {
            Map<String, Node> convert = fields.get("convert").map("from", "rate", "as-of", "source");
            Node.required(convert, "as-of", node.path() + "/convert");
            factor *= Node.required(convert, "rate", node.path() + "/convert").number();
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (fields.containsKey("values")) {
            fields.get("values").anyMap().forEach((text, value) -> values.put(text, value.text()));
        }
        Set<String> missing = new HashSet<>(Node.texts(Optional.ofNullable(fields.get("missing"))));
        return new CellSource(
                origin,
                String.join(" ", columns(origin)),
                missing,
                values,
                factor,
                fields.containsKey("default") ? fields.get("default").text() : null,
                fields.containsKey("required") && fields.get("required").truth(),
                TimeSource.format(fields),
                cells);
    }

    /** A source outside of events, where there is no time to take a part of. */
    static CellSource timeless(Node node, ReadCells cells) {
        CellSource source = read(node, cells);
        if (source.origin() instanceof Origin.OfTime) {
            throw Node.wrong(node.path() + "/of", "ONLY_IN_EVENTS");
        }
        return source;
    }

    private static CellSource plain(String column, ReadCells cells) {
        return new CellSource(
                new Origin.Columns(List.of(column), " "),
                column,
                Set.of(),
                Map.of(),
                1,
                null,
                false,
                Optional.empty(),
                cells);
    }

    /** The columns that must be in the header. */
    List<String> columns() {
        return columns(origin);
    }

    /** The value for an attribute. */
    Optional<Value> value(Term term, Row row) {
        Optional<Written> written = written(row, null);
        try {
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ReadValues.fromText(
                            term, written.get().text(), written.get().decimalComma(), "/" + name));
        } catch (Invalid invalid) {
            throw new Damaged(invalid.problem());
        }
    }

    /** The value for an event field. */
    Optional<Value> value(TermType type, Row row, ZonedDateTime time) {
        Optional<Written> written = written(row, time);
        try {
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ReadValues.fromText(
                            type, written.get().text(), written.get().decimalComma(), "/" + name));
        } catch (Invalid invalid) {
            throw new Damaged(invalid.problem());
        }
    }

    /** The text, for links and evidence. */
    Optional<String> text(Row row) {
        return written(row, null).map(Written::text);
    }

    private record Written(String text, boolean decimalComma) {}

    private Optional<Written> written(Row row, @Nullable ZonedDateTime time) {
        Optional<Written> written = taken(row, time).filter(found -> !missing.contains(found.text()));
        if (written.isPresent() && !values.isEmpty()) {
            String text = written.get().text();
            String replaced = values.getOrDefault(text, values.get("*"));
            if (replaced == null) {
                throw Damaged.at(name, "UNLISTED_VALUE", text, String.join(", ", values.keySet()));
            }
            written = Optional.of(new Written(replaced, false));
        }
        if (written.isPresent() && factor != 1) {
            Written number = written.get();
            double value = new ReadCells(number.decimalComma(), Set.of()).number(name, number.text()) * factor;
            written = Optional.of(new Written(Double.toString(Math.round(value * 1e6) / 1e6), false));
        }
        if (written.isPresent() && format.isPresent()) {
            written = Optional.of(new Written(date(written.get().text(), format.get()), false));
        }
        if (written.isEmpty() && fallback != null) {
            return Optional.of(new Written(fallback, false));
        }
        if (written.isEmpty() && required) {
            throw Damaged.missing(name);
        }
        return written;
    }

    private String date(String text, DateTimeFormatter written) {
        try {
            return LocalDate.parse(text, written).toString();
        } catch (DateTimeParseException e) {
            throw Damaged.at(name, "UNREADABLE_TIME", text);
        }
    }

    private Optional<Written> taken(Row row, @Nullable ZonedDateTime time) {
        return switch (origin) {
            case Origin.Columns(var columns, var join) -> joined(row, columns, join);
            case Origin.Fixed(var text) -> Optional.of(new Written(text, false));
            case Origin.Product(var columns) -> {
                double product = 1;
                for (String column : columns) {
                    String cell = row.cell(column);
                    if (cells.isMissing(cell)) {
                        yield Optional.empty();
                    }
                    product *= cells.number(column, cell);
                }
                yield Optional.of(new Written(Double.toString(product), false));
            }
            case Origin.OfTime(var part) ->
                time == null
                        ? Optional.empty()
                        : Optional.of(new Written(
                                Integer.toString(
                                        switch (part) {
                                            case "hour" -> time.getHour();
                                            case "month" -> time.getMonthValue();
                                            default -> time.getDayOfWeek().getValue();
                                        }),
                                false));
        };
    }

    private Optional<Written> joined(Row row, List<String> columns, String join) {
        List<String> texts = new ArrayList<>();
        for (String column : columns) {
            String cell = row.cell(column);
            if (cells.isMissing(cell)) {
                return Optional.empty();
            }
            texts.add(cell);
        }
        return Optional.of(new Written(String.join(join, texts), cells.decimalComma()));
    }

    private static Origin origin(Node node, Map<String, Node> fields) {
        Set<String> given = fields.keySet().stream()
                .filter(Set.of("column", "columns", "value", "multiply", "of")::contains)
                .collect(Collectors.toSet());
        if (given.size() != 1) {
            throw Node.wrong(node.path(), "ONE_SOURCE", "column, columns, value, multiply, of");
        }
        if (fields.containsKey("column")) {
            return new Origin.Columns(List.of(fields.get("column").text()), " ");
        }
        if (fields.containsKey("columns")) {
            String join = fields.containsKey("join") ? fields.get("join").text() : " ";
            return new Origin.Columns(Node.texts(Optional.of(fields.get("columns"))), join);
        }
        if (fields.containsKey("value")) {
            return new Origin.Fixed(fields.get("value").text());
        }
        if (fields.containsKey("multiply")) {
            return new Origin.Product(Node.texts(Optional.of(fields.get("multiply"))));
        }
        String part = Node.required(fields, "of", node.path()).text();
        if (!Set.of("weekday", "hour", "month").contains(part)) {
            throw Node.wrong(node.path() + "/of", "UNKNOWN_WORD", part, "weekday, hour, month");
        }
        return new Origin.OfTime(part);
    }

    private static List<String> columns(Origin origin) {
        return switch (origin) {
            case Origin.Columns(var columns, var ignored) -> columns;
            case Origin.Product(var columns) -> columns;
            case Origin.Fixed ignored -> List.of();
            case Origin.OfTime ignored -> List.of();
        };
    }
}
