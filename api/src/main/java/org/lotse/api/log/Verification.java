package org.lotse.api.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;

/** Makes the daily roots, and verifies the log when asked. */
class Verification {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final long LOCK = 5_202;

    private final DataSource connections;
    private final MasterKey master;
    private final Path data;
    private final Clock clock;

    Verification(DataSource connections, MasterKey master, Path data, Clock clock) {
        this.connections = connections;
        this.master = master;
        this.data = data;
        this.clock = clock;
    }

    VerifySeals.Report verify(VerifySeals.Progress progress) {
        try (Connection connection = connections.getConnection()) {
            return new VerifySeals(connection, master, data, progress).verify();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The decision log could not be verified", e);
        }
    }

    /** One instance at a time, the lock held to the end of the transaction. */
    @Scheduled(initialDelay = 1, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void makeRoots() {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, LOCK);
                lock.execute();
                new SealRoots(master, data).make(connection, clock.instant());
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.warn("The daily roots of the decision log could not be made; trying again later: {}", e.getMessage());
        }
    }
}
