package org.lotse.api.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/**
 * The daily roots: each joins the last seal of every writer of a day (UTC) with the root of the day before, so that the
 * end of a chain cannot be cut off, nor a whole chain. A copy of each root is kept in a file beside the database.
 */
final class SealRoots {
    /** So long after midnight the last commit of the day has certainly arrived. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final SecretKey key;
    private final Path file;

    SealRoots(MasterKey master, Path data) {
        this.key = master.derived("daily roots");
        this.file = data.resolve("seal-roots.log");
    }

    /** Makes the roots of all days that are over and have none; one connection, its own transaction. */
    int make(Connection connection, Instant now) throws SQLException {
        LocalDate end = now.minus(GRACE).atOffset(ZoneOffset.UTC).toLocalDate();
        Map<LocalDate, byte[]> stored = stored(connection);
        byte[] before = stored.isEmpty()
                ? new byte[0]
                : stored.values().stream().reduce((a, b) -> b).orElseThrow();
        LocalDate after = stored.isEmpty()
                ? LocalDate.MIN
                : stored.keySet().stream().reduce((a, b) -> b).orElseThrow();
        int made = 0;
        for (LocalDate day : days(connection)) {
            if (day.isAfter(after) && day.isBefore(end)) {
                before = root(connection, day, before);
                store(connection, day, before, now);
                write(day, before);
                made++;
            }
        }
        return made;
    }

    /** The days whose root is not what the seals of today give, or not what the file says. */
    List<LocalDate> broken(Connection connection) throws SQLException {
        List<LocalDate> broken = new ArrayList<>();
        Map<LocalDate, String> written = written();
        byte[] before = new byte[0];
        for (Map.Entry<LocalDate, byte[]> root : stored(connection).entrySet()) {
            byte[] again = root(connection, root.getKey(), before);
            String copy = written.remove(root.getKey());
            if (!java.util.Arrays.equals(again, root.getValue())
                    || copy != null && !copy.equals(HexFormat.of().formatHex(again))) {
                broken.add(root.getKey());
            }
            before = root.getValue();
        }
        broken.addAll(written.keySet());
        return broken.stream().sorted().toList();
    }

    private byte[] root(Connection connection, LocalDate day, byte[] before) throws SQLException {
        List<byte[]> parts = new ArrayList<>(
                List.of(before, ByteBuffer.allocate(8).putLong(day.toEpochDay()).array()));
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct on (writer) writer, seal, hash from decision_seal
                where sealed_at >= ? and sealed_at < ? order by writer, seal desc""")) {
            query.setTimestamp(1, start(day));
            query.setTimestamp(2, start(day.plusDays(1)));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    parts.add(ByteBuffer.allocate(12)
                            .putInt(rows.getInt(1))
                            .putLong(rows.getLong(2))
                            .array());
                    parts.add(rows.getBytes(3));
                }
            }
        }
        return MasterKey.hash(key, parts.toArray(byte[][]::new));
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static List<LocalDate> days(Connection connection) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "select distinct (sealed_at at time zone 'UTC')::date as day from decision_seal order by day");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
        }
        return days;
    }

    private static Map<LocalDate, byte[]> stored(Connection connection) throws SQLException {
        Map<LocalDate, byte[]> roots = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("select day, root from decision_root");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                roots.put(rows.getObject(1, LocalDate.class), rows.getBytes(2));
            }
        }
        return roots;
    }

    private static void store(Connection connection, LocalDate day, byte[] root, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into decision_root (day, root, seals, made_at)
                select ?, ?, count(*), ? from decision_seal where sealed_at >= ? and sealed_at < ?""")) {
            insert.setObject(1, day);
            insert.setBytes(2, root);
            insert.setTimestamp(3, Timestamp.from(now));
            insert.setTimestamp(4, start(day));
            insert.setTimestamp(5, start(day.plusDays(1)));
            insert.executeUpdate();
        }
    }

    private void write(LocalDate day, byte[] root) {
        try {
            Files.writeString(
                    file,
                    day + " " + HexFormat.of().formatHex(root) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The root of " + day + " could not be written to " + file, e);
        }
    }

    private Map<LocalDate, String> written() {
        Map<LocalDate, String> written = new TreeMap<>();
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file).stream()
                        .map(line -> line.split(" ", 2))
                        .filter(parts -> parts.length == 2)
                        .forEach(parts -> written.put(LocalDate.parse(parts[0]), parts[1].strip()));
            } catch (IOException e) {
                throw new UncheckedIOException("The roots in " + file + " could not be read", e);
            }
        }
        return written;
    }
}
