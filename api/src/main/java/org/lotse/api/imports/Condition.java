package org.lotse.api.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a line must have: {@code {column: Churn, is: "Yes"}}.
 *
 * @param column which cell is looked at
 * @param test what it must be
 * @param because why lines are skipped by it
 */
record Condition(String column, Predicate<String> test, String because) {
    private static final String[] WORDS = {
        "column", "is", "is-not", "is-one-of", "starts-with", "above", "from", "up-to", "below", "is-missing", "because"
    };

    static Condition read(Node node, ReadCells cells) {
        Map<String, Node> fields = node.map(WORDS);
        Node column = Optional.ofNullable(fields.get("column"))
                .orElseThrow(() -> Node.wrong(node.path() + "/column", "MISSING"));
        Predicate<String> test = text -> true;
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            if (!Set.of("column", "because").contains(field.getKey())) {
                test = test.and(test(field.getKey(), field.getValue(), cells, column.text()));
            }
        }
        String because =
                Optional.ofNullable(fields.get("because")).map(Node::text).orElse(column.text());
        return new Condition(column.text(), test, because);
    }

    static List<Condition> readAll(Optional<Node> node, ReadCells cells) {
        return node.map(Node::list).orElse(List.of()).stream()
                .map(one -> read(one, cells))
                .toList();
    }

    boolean holds(Row row) {
        return test.test(row.cell(column));
    }

    private static Predicate<String> test(String word, Node node, ReadCells cells, String column) {
        return switch (word) {
            case "is" -> node.text()::equals;
            case "is-not" -> Predicate.not(node.text()::equals);
            case "is-one-of" -> {
                Set<String> known = node.list().stream().map(Node::text).collect(Collectors.toSet());
                yield known::contains;
            }
            case "starts-with" -> {
                String start = node.text();
                yield text -> text.startsWith(start);
            }
            case "is-missing" -> {
                boolean missing = node.truth();
                yield text -> cells.isMissing(text) == missing;
            }
            case "above" -> number(node, cells, column, sign -> sign > 0);
            case "from" -> number(node, cells, column, sign -> sign >= 0);
            case "up-to" -> number(node, cells, column, sign -> sign <= 0);
            default -> number(node, cells, column, sign -> sign < 0);
        };
    }

    private static Predicate<String> number(
            Node node, ReadCells cells, String column, java.util.function.IntPredicate sign) {
        double limit = node.number();
        return text -> !cells.isMissing(text) && sign.test(Double.compare(cells.number(column, text), limit));
    }
}
