package org.lotse.api.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an id is put together: {@code {columns: [InvoiceNo, $line], join: "-", prefix: or-}}.
 *
 * @param columns whose cells it is made of, none of them empty
 */
record IdSource(List<String> columns, String prefix, String join) {
    private static final int LONGEST = 200;

    static IdSource read(Node node) {
        if (!node.isMap()) {
            return new IdSource(List.of(node.text()), "", "-");
        }
        Map<String, Node> fields = node.map("column", "columns", "prefix", "join");
        List<String> columns = fields.containsKey("column")
                ? List.of(fields.get("column").text())
                : Node.texts(Optional.ofNullable(fields.get("columns")));
        if (columns.isEmpty()) {
            throw Node.wrong(node.path() + "/column", "MISSING");
        }
        return new IdSource(
                columns,
                Optional.ofNullable(fields.get("prefix")).map(Node::text).orElse(""),
                Optional.ofNullable(fields.get("join")).map(Node::text).orElse("-"));
    }

    String of(Row row) {
        String id = prefix
                + columns.stream()
                        .map(column -> {
                            String cell = row.cell(column);
                            if (cell.isEmpty()) {
                                throw Damaged.missing(column);
                            }
                            return cell;
                        })
                        .collect(Collectors.joining(join));
        if (id.length() > LONGEST || id.chars().anyMatch(Character::isISOControl)) {
            throw Damaged.at(columns.getFirst(), "BAD_ID", id);
        }
        return id;
    }
}
