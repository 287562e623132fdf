package org.lotse.api.values;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into PostgreSQL by COPY, the quickest way for many. Not thread-safe. */
public final class CopyText {
    private static final int FLUSH = 1 << 16;

    private final StringBuilder rows = new StringBuilder(FLUSH + 1024);
    private final CopyIn copy;
    private boolean first = true;

    private CopyText(CopyIn copy) {
        this.copy = copy;
    }

    /** Writes rows. */
    @FunctionalInterface
    public interface Rows {
        void write(CopyText copy) throws SQLException;
    }

    /** Copies rows into a table: {@code incoming (id, name)}. */
    public static void into(Connection connection, String tableAndColumns, Rows rows) throws SQLException {
        CopyIn copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + tableAndColumns + " from stdin");
        try {
            CopyText text = new CopyText(copy);
            rows.write(text);
            text.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The next column of the row. */
    public CopyText column(@Nullable String value) {
        if (!first) {
            rows.append('\t');
        }
        first = false;
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    public CopyText column(Instant time) {
        return column(time.toString());
    }

    /** Ends the row. */
    public void end() throws SQLException {
        rows.append('\n');
        first = true;
        if (rows.length() > FLUSH) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    private void escape(String value) {
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(character);
            }
        }
    }
}
