package org.lotse.api.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches, their checkpoints and results. A page and the checkpoint behind it are stored together or not at all. */
@Component
@Transactional
class JdbcBatches {
    private final JdbcClient database;
    private final JsonMapper json;

    JdbcBatches(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(UUID id, UUID job, String decision, JsonNode request, Instant at, String owner) {
        database.sql("""
                        insert into batch (id, job, decision, request, at, owner, changed_at)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .params(id, job, decision, request.toString(), Timestamp.from(at), owner, Timestamp.from(at))
                .update();
    }

    Optional<Batch> find(UUID id) {
        return database.sql("select * from batch where id = ?")
                .param(id)
                .query((row, number) -> batch(row))
                .optional();
    }

    /** From now on this job works on the batch; another that still did notices at its next checkpoint. */
    boolean claim(UUID id, UUID job) {
        return database.sql("update batch set job = ? where id = ? and not complete")
                        .params(job, id)
                        .update()
                == 1;
    }

    /** The next customers after the checkpoint. */
    List<String> customersAfter(String lastId, int most) {
        return database.sql("select id from subject where type = 'customer' and id > ? order by id limit ?")
                .params(lastId, most)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    long countAfter(String lastId) {
        return database.sql("select count(*) from subject where type = 'customer' and id > ?")
                .param(lastId)
                .query(Long.class)
                .single();
    }

    /**
     * Stores a page.
     *
     * @return false when another job has taken the batch over: then nothing is stored
     */
    boolean checkpoint(UUID id, UUID job, String lastId, int customers, List<Result> results, Instant now) {
        long decided = results.stream().filter(one -> one.decisionId() != null).count();
        long reserved = results.stream().filter(one -> one.contactId() != null).count();
        boolean mine = database.sql("""
                                update batch set last_id = ?, customers = customers + ?, decided = decided + ?,
                                    reserved = reserved + ?, refused = refused + ?, changed_at = ?
                                where id = ? and job = ? and not complete
                                """)
                        .params(
                                lastId,
                                customers,
                                decided,
                                reserved,
                                results.size() - decided,
                                Timestamp.from(now),
                                id,
                                job)
                        .update()
                == 1;
        if (mine) {
            add(id, results);
        }
        return mine;
    }

    private void add(UUID id, List<Result> results) {
        database.sql("""
                        insert into batch_result (batch, customer_id, decision_id, action, channel, contact_id, problem)
                        select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                        on conflict do nothing
                        """)
                .param(id)
                .param(column(results, Result::customerId))
                .param(column(results, Result::decisionId))
                .param(column(results, Result::action))
                .param(column(results, Result::channel))
                .param(column(results, Result::contactId))
                .param(column(results, Result::problem))
                .update();
    }

    private interface Column {
        @Nullable
        String of(Result result);
    }

    private static @Nullable String[] column(List<Result> results, Column column) {
        @Nullable String[] values = new @Nullable String[results.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = column.of(results.get(at));
        }
        return values;
    }

    void complete(UUID id, UUID job) {
        database.sql("update batch set complete = true where id = ? and job = ?")
                .params(id, job)
                .update();
    }

    /** What these orders have reserved and recorded already: the run before was stopped between a page and its checkpoint. */
    Map<String, Result> done(List<String> orders) {
        Map<String, Result> done = new HashMap<>();
        database.sql("""
                        select r.order_key, r.subject_id, r.decision_id, r.action, r.channel, r.id
                        from contact_reservation r join decision d on d.id = r.decision_id
                        where r.order_key = any (?) and r.state in ('RESERVED', 'CONFIRMED')
                        """)
                .param(orders.toArray(String[]::new))
                .query((row, number) -> done.put(
                        row.getString("order_key"),
                        new Result(
                                row.getString("subject_id"),
                                row.getString("decision_id"),
                                row.getString("action"),
                                row.getString("channel"),
                                row.getString("id"),
                                null)))
                .list();
        return done;
    }

    /** The results after a customer, in the order of their ids. */
    List<Result> results(UUID id, String after, int most) {
        return database.sql(
                        "select * from batch_result where batch = ? and customer_id > ? order by customer_id limit ?")
                .params(id, after, most)
                .query((row, number) -> new Result(
                        row.getString("customer_id"),
                        row.getString("decision_id"),
                        row.getString("action"),
                        row.getString("channel"),
                        row.getString("contact_id"),
                        row.getString("problem")))
                .list();
    }

    void forget(String customer) {
        database.sql("delete from batch_result where customer_id = ?")
                .param(customer)
                .update();
        database.sql("""
                        update batch set last_id = coalesce((select max(id) from subject
                            where type = 'customer' and id < batch.last_id), '') where last_id = ?
                        """).param(customer).update();
    }

    private Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getObject("job", UUID.class),
                row.getString("decision"),
                json.readTree(row.getString("request")),
                row.getTimestamp("at").toInstant(),
                row.getString("owner"),
                row.getString("last_id"),
                row.getLong("customers"),
                row.getLong("decided"),
                row.getLong("reserved"),
                row.getLong("refused"),
                row.getBoolean("complete"));
    }
}
