package org.lotse.api.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
        database.sql("insert into plan (id, kind, day, last_day, owner, stored, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(kind.name())
                .param(day)
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

    /** What is to be planned, for whoever changes the plan later, and the last day it is about. */
    void about(UUID id, byte[] problem, @Nullable LocalDate lastDay) {
        database.sql("update plan set problem = ?, last_day = ? where id = ?")
                .param(problem)
                .param(lastDay)
                .param(id)
                .update();
    }

    /**
     * Remembers whose visits the plan is about, so that an erasure reaches it.
     *
     * @return whether all of them still wait; one that does not must not be planned, as its customer may have been erased
     */
    boolean remembersCustomers(UUID id, Set<String> visits) {
        int known = database.sql("insert into plan_visit (plan, visit, customer_id) select ?, id, customer_id"
                        + " from planning_visit where id = any (?) for share"
                        + " on conflict (plan, visit) do update set customer_id = excluded.customer_id")
                .param(id)
                .param(visits.toArray(String[]::new))
                .update();
        return known == visits.size();
    }

    /** The last day the plan is about; empty for a plan of what was sent. */
    Optional<LocalDate> lastDay(UUID id) {
        return database.sql("select last_day from plan where id = ? and last_day is not null")
                .param(id)
                .query((row, number) -> row.getObject("last_day", LocalDate.class))
                .optional();
    }

    /** What was to be planned at first; empty for a plan that cannot be changed. */
    Optional<byte[]> problem(UUID id) {
        return database.sql("select problem from plan where id = ? and kind = 'ROUTES' and problem is not null")
                .param(id)
                .query((row, number) -> row.getBytes("problem"))
                .optional();
    }

    /** Whom the plan of calls was made for; empty for one that nobody reports on. */
    Optional<byte[]> callProblem(UUID id) {
        return database.sql("select problem from plan where id = ? and kind = 'CALLS' and problem is not null")
                .param(id)
                .query((row, number) -> row.getBytes("problem"))
                .optional();
    }

    /** How often the plan has been changed; -1 when there is none. */
    int revision(UUID id) {
        return database.sql("select revision from plan where id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(-1);
    }

    /** Whether the search for the plan has ended; what it finds until then counts as no change. */
    boolean isComplete(UUID id) {
        return database.sql("select complete from plan where id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether the day of this plan has been planned anew since. */
    boolean isReplaced(UUID id) {
        return database.sql("""
                        select exists (select 1 from plan old join plan young on young.kind = old.kind and young.day = old.day
                        where old.id = ? and old.stored and young.stored and young.complete
                        and young.created_at > old.created_at)""").param(id).query(Boolean.class).single();
    }

    /** Writes a change down; false when another one came in between. */
    @Transactional
    boolean change(UUID id, int revision, Instant at, String by, JsonNode change, JsonNode effect) {
        int counted = database.sql("update plan set revision = ? where id = ? and revision = ?")
                .params(revision, id, revision - 1)
                .update();
        if (counted == 0) {
            return false;
        }
        database.sql("insert into plan_change (plan, revision, at, by, change, effect)"
                        + " values (?, ?, ?, ?, ?::jsonb, ?::jsonb)")
                .params(
                        id,
                        revision,
                        Timestamp.from(at),
                        by,
                        json.writeValueAsString(change),
                        json.writeValueAsString(effect))
                .update();
        String visit = change.path("visit").path("id").asString("");
        if (!visit.isEmpty()) {
            remembersCustomers(id, Set.of(visit));
        }
        return true;
    }

    /** What has happened to the plan, in order. */
    List<JsonNode> changes(UUID id) {
        return database.sql("select change from plan_change where plan = ? order by revision")
                .param(id)
                .query((row, number) -> json.readTree(row.getString("change")))
                .list();
    }

    /** A plan by its id. */
    public Optional<StoredPlan> find(UUID id, Language language) {
        return select(language, "where id = ?").param(id).query(this::plan).optional();
    }

    /** The latest plan of a day that was made from what is stored and has anything to show. */
    public Optional<StoredPlan> latest(StoredPlan.Kind kind, LocalDate day, Language language) {
        return select(
                        language,
                        "where kind = ? and ? between day and last_day and stored and plan_en is not null"
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
