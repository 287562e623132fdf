package org.lotse.models.signal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.models.definition.ModelProblem;

/**
 * Rows to learn from or to predict for, held by column.
 *
 * @param columns all of the same length, names unique
 * @param rows how many rows
 */
public record Table(List<Column> columns, int rows) {
    public Table {
        columns = List.copyOf(columns);
    }

    /** The column of that name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * The column of that name, or a problem that lists the columns there are.
     *
     * @param whatFor completes "... needs the column"
     */
    public Column require(String name, String whatFor) {
        return column(name)
                .orElseThrow(() -> new ModelProblem(whatFor + " needs the column \"" + name
                        + "\", which the table does not have. Its columns are "
                        + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + "."));
    }

    /** The rows with these numbers, in that order. */
    public Table pick(int[] picked) {
        return new Table(columns.stream().map(column -> pick(column, picked)).toList(), picked.length);
    }

    private static Column pick(Column column, int[] picked) {
        return switch (column) {
            case Column.Numbers(String name, double[] values) ->
                new Column.Numbers(
                        name,
                        Arrays.stream(picked).mapToDouble(row -> values[row]).toArray());
            case Column.Texts all -> {
                @Nullable String[] texts = new String[picked.length];
                for (int i = 0; i < picked.length; i++) {
                    texts[i] = all.text(picked[i]);
                }
                yield new Column.Texts(all.name(), texts);
            }
        };
    }

    /** SHA-256 over headings and cells. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Column column : columns) {
                digest.update(column.name().getBytes(StandardCharsets.UTF_8));
                for (int row = 0; row < rows; row++) {
                    String text = column.text(row);
                    digest.update((byte) (text == null ? 1 : 2));
                    if (text != null) {
                        digest.update(text.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
