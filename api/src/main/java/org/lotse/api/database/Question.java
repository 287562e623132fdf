package org.lotse.api.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * One question to the database that can be sent together with others ({@link AskTogether}).
 *
 * @param sql one statement, without a semicolon, with question marks for the parameters
 * @param parameters in their order: texts, timestamps, arrays of texts
 * @param reading makes the answer of the rows
 * @param <T> the answer
 */
public record Question<T>(String sql, List<Object> parameters, Reading<T> reading) {
    /** Makes an answer of rows. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    public Question {
        parameters = List.copyOf(parameters);
    }
}
