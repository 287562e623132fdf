package org.lotse.api.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import org.lotse.engine.term.Purpose;

/**
 * One writer's seals: each is a keyed hash over the rows of a commit and the seal before, so that no row can be changed,
 * removed or put in between without breaking it. Begins anew with each connection; not thread-safe.
 */
final class Chain {
    static final String USE = "decision seals";
    private static final int MEMBER_BYTES = 16 + 8 + 1 + LogRow.DIGEST_BYTES;

    private final int writer;
    private final SecretKey key;
    private long next = 1;
    private byte[] last;

    private Chain(int writer, SecretKey key) {
        this.writer = writer;
        this.key = key;
        this.last = beginning(writer);
    }

    /** A new chain, under a number no other writer has. */
    static Chain begin(Connection connection, SecretKey key, Instant now) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into decision_writer (started_at) values (?) returning number")) {
            insert.setTimestamp(1, Timestamp.from(now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new Chain(row.getInt(1), key);
            }
        }
    }

    /** What stands before the first seal of a writer. */
    static byte[] beginning(int writer) {
        return ("decision log writer " + writer).getBytes(StandardCharsets.UTF_8);
    }

    int writer() {
        return writer;
    }

    /** The number of the seal to come. */
    long next() {
        return next;
    }

    /**
     * A seal just written.
     *
     * @param erasures the number of the latest erasure, by which a writer sees that keys were destroyed elsewhere
     */
    record Seal(byte[] hash, long erasures) {}

    /** Writes the seal of these rows; it counts only once {@link #committed} is told so. */
    Seal seal(Connection connection, List<LogRow> rows, Instant now) throws SQLException {
        byte[] members = members(rows);
        long micros = LogRow.micros(now);
        byte[] hash = hash(key, last, writer, next, micros, members);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into decision_seal (writer, seal, sealed_at, records, members, hash) values (?, ?, ?, ?, ?, ?)"
                        + " returning (select coalesce(max(number), 0) from erasure)")) {
            insert.setInt(1, writer);
            insert.setLong(2, next);
            insert.setTimestamp(3, Timestamp.from(now));
            insert.setInt(4, rows.size());
            insert.setBytes(5, members);
            insert.setBytes(6, hash);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new Seal(hash, row.getLong(1));
            }
        }
    }

    void committed(Seal seal) {
        last = seal.hash();
        next++;
    }

    static byte[] hash(SecretKey key, byte[] before, int writer, long seal, long micros, byte[] members) {
        byte[] head = ByteBuffer.allocate(20)
                .putInt(writer)
                .putLong(seal)
                .putLong(micros)
                .array();
        return MasterKey.hash(key, before, head, members);
    }

    /**
     * What a seal knows of one of its rows.
     *
     * @param micros its time
     * @param kept its retention class
     */
    record Member(String id, long micros, Purpose kept, byte[] digest) {}

    static List<Member> members(byte[] packed) {
        List<Member> members = new ArrayList<>(packed.length / MEMBER_BYTES);
        ByteBuffer source = ByteBuffer.wrap(packed);
        while (source.remaining() >= MEMBER_BYTES) {
            String id = DecisionId.read(source);
            long micros = source.getLong();
            Purpose kept = source.get() == 0 ? Purpose.SERVICE : Purpose.MARKETING;
            byte[] digest = new byte[LogRow.DIGEST_BYTES];
            source.get(digest);
            members.add(new Member(id, micros, kept, digest));
        }
        return members;
    }

    private static byte[] members(List<LogRow> rows) {
        ByteBuffer packed = ByteBuffer.allocate(rows.size() * MEMBER_BYTES);
        for (LogRow row : rows) {
            DecisionId.write(row.id(), packed);
            packed.putLong(row.micros())
                    .put((byte) (row.kept() == Purpose.SERVICE ? 0 : 1))
                    .put(row.digest());
        }
        return packed.array();
    }
}
