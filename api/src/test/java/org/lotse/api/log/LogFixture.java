package org.lotse.api.log;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lotse.api.testing.TestDatabase;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A decision log on a database of its own. */
final class LogFixture implements AutoCloseable {
    final DriverManagerDataSource connections = new DriverManagerDataSource(TestDatabase.fresh());
    final JdbcClient database = JdbcClient.create(connections);
    final MasterKey master = new MasterKey(new byte[32]);
    final SubjectKeys keys = new SubjectKeys(master);
    final DecisionRows rows;
    private final SecureRandom random = new SecureRandom();
    private final Path data;

    LogFixture(Path data) {
        this.data = data;
        partition(Instant.now());
        rows = new DecisionRows(database, connections, master, keys, Clock.systemUTC());
    }

    void partition(Instant month) {
        for (Purpose purpose : Purpose.values()) {
            var partition = new KeepPartitions.Partition(
                    purpose, java.time.YearMonth.from(month.atOffset(java.time.ZoneOffset.UTC)));
            database.sql("create table if not exists " + partition.table() + " partition of " + partition.parent()
                            + " for values from ('" + partition.begin() + "T00:00:00Z') to ('"
                            + partition.begin().plusMonths(1) + "T00:00:00Z')")
                    .update();
        }
    }

    /** An entry about a customer, not yet appended. */
    LogEntry entry(String customer) {
        return entry(customer, Instant.now().truncatedTo(ChronoUnit.MICROS), "tip");
    }

    LogEntry entry(String customer, Instant at, String action) {
        return new LogEntry(
                DecisionId.make(at, random),
                "next-best-action",
                SubjectId.customer(customer),
                at,
                "INBOUND",
                action,
                "EMAIL",
                1,
                "bundle",
                customer.length() % 2 == 0 ? Purpose.SERVICE : Purpose.MARKETING,
                ("about " + customer).getBytes(StandardCharsets.UTF_8));
    }

    /** Appends one decision about a customer and gives its id. */
    String append(String customer) {
        LogEntry entry = entry(customer);
        rows.append(entry, () -> {});
        return entry.id();
    }

    VerifySeals.Report verify() {
        try (Connection connection = connections.getConnection()) {
            return new VerifySeals(connection, master, data, (looked, all) -> {}).verify();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int makeRoots(Instant now) {
        try (Connection connection = connections.getConnection()) {
            return new SealRoots(master, data).make(connection, now);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int update(String sql, Object... values) {
        return database.sql(sql).params(values).update();
    }

    /** Makes every seal as old as this. */
    static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    @Override
    public void close() throws InterruptedException {
        rows.destroy();
    }
}
