package org.lotse.api.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plans of the database. */
@Component
public class JdbcPlans {
    private static final String COLUMNS =
            "select id, kind, day, owner, created_at, complete, score, plan_%s as plan from plan ";

    private final JdbcClient database;
    private final JsonMapper json;

    JdbcPlans(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void begin(UUID id, StoredPlan.Kind kind, @Nullable LocalDate day, String owner, boolean stored, Instant at) {
        database.sql("insert into plan (id, kind, day, owner, stored, created_at) values (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(kind.name())
                .param(day)
                .param(owner)
                .param(stored)
                .param(Timestamp.from(at))
                .update();
    }

    /** Keeps the best so far, worded in both languages. */
    void keep(UUID id, double score, JsonNode english, JsonNode german, boolean complete) {
        database.sql("update plan set score = ?, plan_en = ?::jsonb, plan_de = ?::jsonb, complete = ? where id = ?")
                .params(score, json.writeValueAsString(english), json.writeValueAsString(german), complete, id)
                .update();
    }

    /** A plan by its id. */
    public Optional<StoredPlan> find(UUID id, Language language) {
        return select(language, "where id = ?").param(id).query(this::plan).optional();
    }

    /** The latest plan of a day that was made from what is stored and has anything to show. */
    public Optional<StoredPlan> latest(StoredPlan.Kind kind, LocalDate day, Language language) {
        return select(
                        language,
                        "where kind = ? and day = ? and stored and plan_en is not null"
                                + " order by created_at desc limit 1")
                .param(kind.name())
                .param(day)
                .query(this::plan)
                .optional();
    }

    private JdbcClient.StatementSpec select(Language language, String rest) {
        return database.sql(COLUMNS.formatted(language == Language.DE ? "de" : "en") + rest);
    }

    private StoredPlan plan(ResultSet row, int number) throws SQLException {
        double score = row.getDouble("score");
        boolean none = row.wasNull();
        String plan = row.getString("plan");
        return new StoredPlan(
                row.getObject("id", UUID.class),
                StoredPlan.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                row.getString("owner"),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("complete"),
                none ? Optional.empty() : Optional.of(score),
                Optional.ofNullable(plan).map(json::readTree));
    }
}
