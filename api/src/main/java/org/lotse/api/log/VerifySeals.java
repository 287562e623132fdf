package org.lotse.api.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import org.lotse.engine.term.Purpose;

/**
 * Goes through all seals and names what does not fit: records that were changed, removed or slipped in, seals that were
 * changed or removed, days whose root is another. What was erased or has expired breaks nothing. Not thread-safe.
 */
public final class VerifySeals {
    private static final int FETCH = 200;
    private static final int MOST_NAMED = 1_000;

    private final Connection connection;
    private final SecretKey key;
    private final SealRoots roots;
    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> expiredMonths = new HashSet<>();
    private long seals;
    private long records;
    private long expired;

    /**
     * @param connection to the database of the log; read only
     * @param data the data directory, where copies of the daily roots are kept
     * @param progress told from time to time; may end the work by an exception
     */
    public VerifySeals(Connection connection, MasterKey master, Path data, Progress progress) {
        this.connection = connection;
        this.key = master.derived(Chain.USE);
        this.roots = new SealRoots(master, data);
        this.progress = progress;
    }

    /** Hears how many of all seals have been looked at. */
    public interface Progress {
        void looked(long seals, long all);
    }

    /** What does not fit. */
    public enum Kind {
        RECORD_CHANGED,
        RECORD_MISSING,
        RECORD_UNSEALED,
        SEAL_CHANGED,
        SEAL_MISSING,
        ROOT_BROKEN
    }

    /**
     * One thing that does not fit.
     *
     * @param name the decision's id, {@code writer/seal}, or the day
     */
    public record Finding(Kind kind, String name) {}

    /**
     * How the log stands.
     *
     * @param seals how many seals were looked at
     * @param records how many records fit their seal
     * @param expired how many sealed records have been dropped as their time was over
     * @param findings what does not fit, at most a thousand
     */
    public record Report(long seals, long records, long expired, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    /** Looks at everything. */
    public Report verify() throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (PreparedStatement snapshot =
                connection.prepareStatement("set transaction isolation level repeatable read, read only")) {
            snapshot.execute();
            readExpired();
            chains();
            unsealed();
            roots.broken(connection).forEach(day -> found(Kind.ROOT_BROKEN, day.toString()));
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
        return new Report(seals, records, expired, findings);
    }

    private void readExpired() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select kept, month from decision_expired");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                expiredMonths.add(rows.getString(1) + rows.getObject(2, LocalDate.class));
            }
        }
    }

    private long count() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from decision_seal");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private void chains() throws SQLException {
        long all = count();
        try (PreparedStatement query = connection.prepareStatement(
                "select writer, seal, sealed_at, members, hash from decision_seal order by writer, seal")) {
            query.setFetchSize(FETCH);
            try (ResultSet rows = query.executeQuery()) {
                int writer = -1;
                long next = 1;
                byte[] last = new byte[0];
                while (rows.next()) {
                    if (rows.getInt(1) != writer) {
                        writer = rows.getInt(1);
                        next = 1;
                        last = Chain.beginning(writer);
                    }
                    long seal = rows.getLong(2);
                    for (; next < seal; next++) {
                        found(Kind.SEAL_MISSING, writer + "/" + next);
                        last = new byte[0];
                    }
                    byte[] members = rows.getBytes(4);
                    byte[] hash = rows.getBytes(5);
                    long micros = LogRow.micros(rows.getTimestamp(3).toInstant());
                    if (last.length > 0 && !Arrays.equals(hash, Chain.hash(key, last, writer, seal, micros, members))) {
                        found(Kind.SEAL_CHANGED, writer + "/" + seal);
                    }
                    check(Chain.members(members));
                    last = hash;
                    next = seal + 1;
                    seals++;
                    if (seals % FETCH == 0) {
                        progress.looked(seals, all);
                    }
                }
            }
        }
    }

    private void check(List<Chain.Member> members) throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        Map<String, byte[]> stored = stored(members);
        for (Chain.Member member : members) {
            byte[] digest = stored.get(member.id());
            if (digest == null) {
                if (isExpired(member)) {
                    expired++;
                } else {
                    found(Kind.RECORD_MISSING, member.id());
                }
            } else if (Arrays.equals(digest, member.digest())) {
                records++;
            } else {
                found(Kind.RECORD_CHANGED, member.id());
            }
        }
    }

    private boolean isExpired(Chain.Member member) {
        return expiredMonths.contains(member.kept().name()
                + at(member.micros()).atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1));
    }

    private Map<String, byte[]> stored(List<Chain.Member> members) throws SQLException {
        long first = members.stream().mapToLong(Chain.Member::micros).min().orElseThrow();
        long latest = members.stream().mapToLong(Chain.Member::micros).max().orElseThrow();
        Map<String, byte[]> digests = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select id, decision, subject, at, direction, action, channel, probability, rules, kept, record
                from decision_log where id = any (?) and at between ? and ?""")) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", members.stream().map(Chain.Member::id).toArray()));
            query.setTimestamp(2, Timestamp.from(at(first)));
            query.setTimestamp(3, Timestamp.from(at(latest)));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    digests.put(rows.getString("id"), row(rows).digest());
                }
            }
        }
        return digests;
    }

    private static LogRow row(ResultSet rows) throws SQLException {
        return new LogRow(
                rows.getString("id"),
                rows.getString("decision"),
                rows.getLong("subject"),
                LogRow.micros(rows.getTimestamp("at").toInstant()),
                rows.getString("direction"),
                rows.getString("action"),
                rows.getString("channel"),
                rows.getDouble("probability"),
                rows.getString("rules"),
                Purpose.valueOf(rows.getString("kept")),
                rows.getBytes("record"));
    }

    /** Records that no seal knows: their commit has another number of rows than its seal says. */
    private void unsealed() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select d.sealed_by, d.seal, s.members from decision_log d
                left join decision_seal s on s.writer = d.sealed_by and s.seal = d.seal
                group by d.sealed_by, d.seal, s.members, s.records having count(*) > coalesce(s.records, 0)""");
                ResultSet groups = query.executeQuery()) {
            while (groups.next()) {
                byte @org.jspecify.annotations.Nullable [] members = groups.getBytes(3);
                Set<String> known = new HashSet<>();
                if (members != null) {
                    Chain.members(members).forEach(member -> known.add(member.id()));
                }
                for (String id : ids(groups.getInt(1), groups.getLong(2))) {
                    if (!known.remove(id)) {
                        found(Kind.RECORD_UNSEALED, id);
                    }
                }
            }
        }
    }

    private List<String> ids(int writer, long seal) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select id from decision_log where sealed_by = ? and seal = ? order by id")) {
            query.setInt(1, writer);
            query.setLong(2, seal);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private void found(Kind kind, String name) {
        if (findings.size() < MOST_NAMED) {
            findings.add(new Finding(kind, name));
        }
    }
}
