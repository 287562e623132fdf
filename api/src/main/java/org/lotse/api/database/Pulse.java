package org.lotse.api.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feels every half a second whether the database answers, over a connection of its own: a pool tells a database that hangs
 * from one that is busy only after half a minute. Two beats in a row must be missed. Ends when the pool is closed.
 */
final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final int BEATS_MISSED = 2;
    /** How long one question may take, in seconds; the driver counts in whole ones. */
    private static final String PATIENCE = "2";

    private final HikariDataSource pool;
    private final Consumer<Boolean> changed;
    private volatile boolean answers = true;
    private @Nullable Connection own;

    /**
     * A pulse that has not begun.
     *
     * @param changed told whether the database answers, whenever that changes
     */
    Pulse(HikariDataSource pool, Consumer<Boolean> changed) {
        this.pool = pool;
        this.changed = changed;
    }

    /** Whether the database answered last; true until two beats were missed. */
    boolean answers() {
        return answers;
    }

    void begin() {
        Thread.ofPlatform().name("database-pulse").daemon().start(this::beat);
    }

    private void beat() {
        try {
            while (!pool.isClosed()) {
                boolean answered = feel();
                if (answered != answers && !pool.isClosed()) {
                    answers = answered;
                    if (answered) {
                        LOG.info("The database answers again");
                    } else {
                        LOG.error("The database does not answer: requests are refused until it does");
                    }
                    changed.accept(answered);
                }
                Thread.sleep(BEAT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** A missed beat is felt for once more, over a new connection. */
    private boolean feel() {
        for (int missed = 0; missed < BEATS_MISSED; missed++) {
            if (asked()) {
                return true;
            }
        }
        return false;
    }

    private boolean asked() {
        try {
            Connection connection = own == null ? connect() : own;
            own = connection;
            try (var question = connection.createStatement()) {
                question.execute("select 1");
            }
            return true;
        } catch (SQLException e) {
            LOG.debug("The database missed a beat", e);
            close();
            return false;
        }
    }

    private Connection connect() throws SQLException {
        Properties how = new Properties();
        Optional.ofNullable(pool.getUsername()).ifPresent(user -> how.setProperty("user", user));
        Optional.ofNullable(pool.getPassword()).ifPresent(password -> how.setProperty("password", password));
        how.setProperty("connectTimeout", PATIENCE);
        how.setProperty("loginTimeout", PATIENCE);
        how.setProperty("socketTimeout", PATIENCE);
        how.setProperty("ApplicationName", "lotse pulse");
        return DriverManager.getConnection(pool.getJdbcUrl(), how);
    }

    private void close() {
        Connection connection = own;
        own = null;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A broken connection did not close", e);
            }
        }
    }
}
