package org.lotse.api.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets only one of several instances do something at a time. The lock belongs to a connection of its own, so it is gone
 * when its instance dies. Thread-safe.
 */
@Component
public class InstanceLock {
    private final DataSource database;

    InstanceLock(DataSource database) {
        this.database = database;
    }

    /**
     * Does the work unless another instance is at it.
     *
     * @param lock a number of its own per kind of work
     * @return whether it was done here
     */
    public boolean tryRun(long lock, Runnable work) {
        return run("select pg_try_advisory_lock(?)", lock, work);
    }

    /** Does the work when no other instance is at it any more. */
    public void run(long lock, Runnable work) {
        run("select pg_advisory_lock(?) is not null", lock, work);
    }

    private boolean run(String taking, long lock, Runnable work) {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, taking, lock)) {
                return false;
            }
            try {
                work.run();
            } finally {
                ask(connection, "select pg_advisory_unlock(?)", lock);
            }
            return true;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The instance lock " + lock + " could not be taken", e);
        }
    }

    private static boolean ask(Connection connection, String question, long lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, lock);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
