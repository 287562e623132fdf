package org.lotse.api.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows of the log as PostgreSQL's binary COPY takes them. */
final class CopyBinary {
    private static final String COPY = "copy decision_log (id, decision, subject, at, direction, action, channel,"
            + " probability, rules, kept, record, sealed_by, seal) from stdin (format binary)";
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int COLUMNS = 13;
    /** PostgreSQL counts from 1 January 2000. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CopyBinary() {}

    static void copy(Connection connection, List<LogRow> rows, int writer, long seal) throws SQLException {
        byte[] all = new CopyBinary().write(rows, writer, seal);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            copy.writeToCopy(all, 0, all.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private byte[] write(List<LogRow> rows, int writer, long seal) {
        try {
            out.write(HEADER, 0, 19);
            for (LogRow row : rows) {
                out.writeShort(COLUMNS);
                text(row.id());
                text(row.decision());
                number(row.subject());
                number(row.micros() - EPOCH_MICROS);
                text(row.direction());
                text(row.action());
                text(row.channel());
                number(Double.doubleToLongBits(row.probability()));
                text(row.rules());
                text(row.kept().name());
                binary(row.record());
                out.writeInt(4);
                out.writeInt(writer);
                number(seal);
            }
            out.writeShort(-1);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private void number(long number) throws IOException {
        out.writeInt(8);
        out.writeLong(number);
    }

    private void text(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            binary(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void binary(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
