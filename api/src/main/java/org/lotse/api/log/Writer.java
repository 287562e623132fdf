package org.lotse.api.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.SubjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits what has queued, on a connection and with a chain of seals of its own: the longer a commit takes, the more the
 * next one carries. Starts a new chain after a failure, as nobody knows then whether the last commit arrived.
 */
final class Writer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int MOST = 512;
    private static final long IDLE_MILLIS = 500;
    private static final int PING_SECONDS = 1;

    private final DataSource database;
    private final SubjectKeys keys;
    private final SecretKey sealing;
    private final Clock clock;
    private final BlockingQueue<Queued> queue;

    private volatile boolean running = true;
    private volatile boolean down;
    private @Nullable Connection connection;
    private @Nullable Chain chain;

    Writer(DataSource database, SubjectKeys keys, SecretKey sealing, Clock clock, BlockingQueue<Queued> queue) {
        this.database = database;
        this.keys = keys;
        this.sealing = sealing;
        this.clock = clock;
        this.queue = queue;
    }

    /** Whether the last try to reach the database failed. */
    boolean isDown() {
        return down;
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running || !queue.isEmpty()) {
            try {
                next();
            } catch (InterruptedException e) {
                running = false;
            } catch (RuntimeException e) {
                LOG.error("A writer of the decision log goes on after an error", e);
            }
        }
        disconnect();
    }

    private void next() throws InterruptedException {
        Queued first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            ping();
            return;
        }
        List<Queued> all = new ArrayList<>();
        all.add(first);
        queue.drainTo(all, MOST - 1);
        List<Queued> batch = all.stream().filter(Queued::take).toList();
        if (!batch.isEmpty()) {
            write(batch);
        }
    }

    private void write(List<Queued> batch) {
        try {
            commit(batch);
            batch.forEach(Queued::committed);
        } catch (SQLException | RuntimeException e) {
            disconnect();
            if (batch.size() > 1 && !isUnreachable(e)) {
                batch.forEach(one -> write(List.of(one)));
                return;
            }
            down = isUnreachable(e);
            LOG.warn("{} decisions could not be recorded: {}", batch.size(), e.getMessage());
            batch.forEach(one -> one.failed(e));
        }
    }

    private void commit(List<Queued> batch) throws SQLException {
        Connection open = connection();
        Chain seals = chain(open);
        Map<SubjectId, SubjectKeys.Key> known = write(open, seals, batch);
        while (known.isEmpty()) {
            known = write(open, seals, batch);
        }
        keys.remember(known);
        down = false;
    }

    /** The keys used; none when somebody was erased meanwhile and nothing was written. */
    private Map<SubjectId, SubjectKeys.Key> write(Connection open, Chain seals, List<Queued> batch)
            throws SQLException {
        Set<SubjectId> subjects = new HashSet<>();
        batch.forEach(one -> subjects.add(one.entry().subject()));
        Map<SubjectId, SubjectKeys.Key> known = keys.of(open, subjects, clock.instant());
        List<LogRow> rows = new ArrayList<>(batch.size());
        for (Queued one : batch) {
            LogEntry entry = one.entry();
            SubjectKeys.Key key = known.get(entry.subject());
            if (key == null) {
                throw new IllegalStateException("The key of a subject was destroyed while it was made.");
            }
            rows.add(LogRow.of(entry, key.number(), keys.encrypt(key, entry.record())));
        }
        CopyBinary.copy(open, rows, seals.writer(), seals.next());
        Chain.Seal seal = seals.seal(open, rows, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (keys.outdatedBy(seal.erasures())) {
            open.rollback();
            chain = null;
            return Map.of();
        }
        open.commit();
        seals.committed(seal);
        return known;
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.getConnection();
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    private Chain chain(Connection open) throws SQLException {
        Chain begun = chain;
        if (begun == null) {
            begun = Chain.begin(open, sealing, clock.instant());
            chain = begun;
        }
        return begun;
    }

    /** Finds out while nobody waits whether the database is there, so that a request need not. */
    private void ping() {
        try {
            Connection open = connection();
            if (!open.isValid(PING_SECONDS)) {
                throw new SQLException("The connection of a writer is broken", "08006");
            }
            open.commit();
            down = false;
        } catch (SQLException e) {
            disconnect();
            down = true;
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        chain = null;
        if (open != null) {
            try {
                open.rollback();
            } catch (SQLException broken) {
                LOG.debug("A broken connection could not be rolled back: {}", broken.getMessage());
            }
            try {
                open.close();
            } catch (SQLException broken) {
                LOG.debug("A broken connection could not be closed: {}", broken.getMessage());
            }
        }
    }

    /** Connection lost, server shutting down, or no connection to be had: not the fault of a row. */
    private static boolean isUnreachable(Exception e) {
        return e instanceof SQLException failure
                && (failure instanceof java.sql.SQLTransientException
                        || failure.getSQLState() == null
                        || failure.getSQLState().startsWith("08")
                        || failure.getSQLState().startsWith("57P")
                        || failure.getSQLState().startsWith("53"));
    }
}
