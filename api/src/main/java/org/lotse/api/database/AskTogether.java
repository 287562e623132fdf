package org.lotse.api.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sends several questions in one round trip over one connection. Thread-safe. */
@Component
public class AskTogether {
    private final JdbcTemplate database;

    AskTogether(JdbcTemplate database) {
        this.database = database;
    }

    /** Three answers. */
    public record Three<A, B, C>(A first, B second, C third) {}

    /**
     * Asks three questions. Each sees what was committed before it is worked on.
     *
     * @throws org.springframework.dao.DataAccessException when one of them fails
     */
    public <A, B, C> Three<A, B, C> ask(Question<A> first, Question<B> second, Question<C> third) {
        List<Object> answers = new ArrayList<>();
        database.execute((ConnectionCallback<@Nullable Void>) connection -> {
            ask(connection, List.of(first, second, third), answers);
            return null;
        });
        return three(answers);
    }

    @SuppressWarnings("unchecked") // The answers stand in the order of their questions.
    private static <A, B, C> Three<A, B, C> three(List<Object> answers) {
        return new Three<>((A) answers.get(0), (B) answers.get(1), (C) answers.get(2));
    }

    private static void ask(Connection connection, List<? extends Question<?>> questions, List<Object> answers)
            throws SQLException {
        StringBuilder all = new StringBuilder();
        for (Question<?> question : questions) {
            all.append(all.isEmpty() ? "" : ";\n").append(question.sql());
        }
        try (PreparedStatement together = connection.prepareStatement(all.toString())) {
            int place = 1;
            for (Question<?> question : questions) {
                for (Object parameter : question.parameters()) {
                    bind(connection, together, place++, parameter);
                }
            }
            boolean rows = together.execute();
            for (Question<?> question : questions) {
                if (!rows) {
                    throw new SQLException(
                            "A question sent together with others has no rows as its answer: " + question.sql());
                }
                try (ResultSet result = together.getResultSet()) {
                    answers.add(question.reading().read(result));
                }
                rows = together.getMoreResults();
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, Object parameter)
            throws SQLException {
        switch (parameter) {
            case String text -> statement.setString(place, text);
            case java.sql.Timestamp time -> statement.setTimestamp(place, time);
            case String[] texts -> statement.setArray(place, connection.createArrayOf("text", texts));
            default ->
                throw new IllegalArgumentException("A question cannot have a parameter of "
                        + parameter.getClass().getSimpleName() + ". Maybe add it to AskTogether.");
        }
    }
}
