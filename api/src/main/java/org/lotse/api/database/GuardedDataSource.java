package org.lotse.api.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool behind a circuit breaker: while the database does not answer, nobody waits for a connection. Who is waiting
 * when that is noticed is sent away. Thread-safe.
 */
final class GuardedDataSource extends DelegatingDataSource {
    private final Pulse pulse;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    GuardedDataSource(HikariDataSource pool) {
        super(pool);
        this.pulse = new Pulse(pool, answers -> {
            if (!answers) {
                waiting.forEach(Waiting::sendAway);
            }
        });
        pulse.begin();
    }

    @Override
    public Connection getConnection() throws SQLException {
        refuseWhileDown();
        Waiting here = new Waiting(Thread.currentThread());
        waiting.add(here);
        try {
            refuseWhileDown();
            return super.getConnection();
        } catch (SQLException e) {
            refuseWhileDown();
            throw e;
        } finally {
            waiting.remove(here);
            here.over();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        refuseWhileDown();
        return super.getConnection(user, password);
    }

    private void refuseWhileDown() throws SQLTransientConnectionException {
        if (!pulse.answers()) {
            throw new SQLTransientConnectionException("The database does not answer", "08006");
        }
    }

    /** Somebody who waits for a connection; nobody is interrupted once it is over. */
    private static final class Waiting {
        private final Thread thread;
        private boolean over;
        private boolean sentAway;

        Waiting(Thread thread) {
            this.thread = thread;
        }

        synchronized void sendAway() {
            if (!over) {
                sentAway = true;
                thread.interrupt();
            }
        }

        synchronized void over() {
            over = true;
            if (sentAway) {
                // The interrupt was ours and has done its work.
                boolean ignored = Thread.interrupted();
            }
        }
    }
}
