package org.lotse.api.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jobs as all instances see them. */
@Repository
class JdbcJobs {
    private final JdbcClient database;
    private final JsonMapper json;

    JdbcJobs(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(UUID id, String kind, String owner, Instant now) {
        database.sql("insert into job (id, kind, owner, state, created_at, alive_at) values (?, ?, ?, 'QUEUED', ?, ?)")
                .params(id, kind, owner, Timestamp.from(now), Timestamp.from(now))
                .update();
    }

    void start(UUID id, Instant now) {
        database.sql("update job set state = 'RUNNING', started_at = ?, alive_at = ? where id = ?")
                .params(Timestamp.from(now), Timestamp.from(now), id)
                .update();
    }

    /** Writes how far a job is; answers whether somebody cancelled it. */
    boolean alive(UUID id, double progress, String step, Instant now) {
        return database.sql(
                        "update job set progress = ?, step = ?, alive_at = ? where id = ? returning cancel_requested")
                .params(progress, step, Timestamp.from(now), id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void finish(UUID id, Job.State state, @Nullable Object result, @Nullable Object problem, Instant now) {
        database.sql("""
                update job set state = ?, progress = case when ? = 'DONE' then 1 else progress end, step = '',
                    result = ?::jsonb, problem = ?::jsonb, finished_at = ?, alive_at = ? where id = ?""")
                .param(state.name())
                .param(state.name())
                .param(result == null ? null : json.writeValueAsString(result))
                .param(problem == null ? null : json.writeValueAsString(problem))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(id)
                .update();
    }

    void requestCancel(UUID id) {
        database.sql("update job set cancel_requested = true where id = ? and state in ('QUEUED', 'RUNNING')")
                .params(id)
                .update();
    }

    /** Ends the jobs whose instance has not shown for a while. */
    List<UUID> abandon(Instant silentSince, Object problem, Instant now) {
        return database.sql("""
                update job set state = 'FAILED', problem = ?::jsonb, finished_at = ?
                where state in ('QUEUED', 'RUNNING') and alive_at < ? returning id""")
                .params(json.writeValueAsString(problem), Timestamp.from(now), Timestamp.from(silentSince))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    Optional<Job> find(UUID id) {
        return database.sql("select * from job where id = ?")
                .params(id)
                .query((row, number) -> job(row))
                .optional();
    }

    List<Job> unfinished(String kind) {
        return database.sql("select * from job where kind = ? and state in ('QUEUED', 'RUNNING') order by created_at")
                .params(kind)
                .query((row, number) -> job(row))
                .list();
    }

    private Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("owner"),
                Job.State.valueOf(row.getString("state")),
                row.getDouble("progress"),
                row.getString("step"),
                row.getTimestamp("created_at").toInstant(),
                time(row.getTimestamp("started_at")),
                time(row.getTimestamp("finished_at")),
                tree(row.getString("result")),
                tree(row.getString("problem")));
    }

    private static @Nullable Instant time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
