package org.lotse.api.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of the decision log. Appending queues for two writers and returns when the row is durable; when the database
 * is away it fails at once instead of waiting. Thread-safe.
 */
public final class DecisionRows implements DisposableBean {
    private static final int WRITERS = 2;
    private static final int ROOM = 8_192;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** The id is made a little after the moment of decision, sometimes on another machine. */
    private static final Duration ABOUT = Duration.ofDays(1);

    private final JdbcClient database;
    private final SubjectKeys keys;
    private final BlockingQueue<Queued> queue = new ArrayBlockingQueue<>(ROOM);
    private final List<Writer> writers;
    private final List<Thread> threads;

    DecisionRows(JdbcClient database, DataSource connections, MasterKey master, SubjectKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> new Writer(connections, keys, master.derived(Chain.USE), clock, queue))
                .toList();
        this.threads = IntStream.range(0, WRITERS)
                .mapToObj(number -> Thread.ofPlatform()
                        .name("decision-log-" + (number + 1))
                        .daemon()
                        .start(writers.get(number)))
                .toList();
    }

    /**
     * A kept decision.
     *
     * @param subject about whom; empty when its key has been destroyed
     * @param record what was written; empty likewise
     */
    public record Kept(String id, Instant at, String rules, Optional<SubjectId> subject, Optional<byte[]> record) {}

    /**
     * Keeps an entry; returns when it is durable.
     *
     * @param waiting run once the entry has queued
     * @throws LogUnavailable when it could not be made durable
     */
    public void append(LogEntry entry, Runnable waiting) {
        if (isDown()) {
            throw new LogUnavailable("The database of the decision log cannot be reached");
        }
        Queued queued = new Queued(entry);
        if (!queue.offer(queued)) {
            throw new LogUnavailable("More than " + ROOM + " decisions wait to be recorded");
        }
        waiting.run();
        queued.await(PATIENCE);
    }

    /** Whether the database is away: then an entry would be refused. */
    public boolean isDown() {
        return writers.stream().allMatch(Writer::isDown);
    }

    /**
     * A kept decision.
     *
     * @throws UnreadableRecord when it was changed since
     */
    public Optional<Kept> find(String id) {
        Optional<Instant> time = DecisionId.time(id);
        return database.sql("""
                        select d.at, d.rules, d.record, k.subject_type, k.subject_id, k.wrapped
                        from decision_log d left join subject_key k on k.number = d.subject
                        where d.id = ? and d.at between ? and ?
                        """)
                .param(id)
                .param(Timestamp.from(time.map(at -> at.minus(ABOUT)).orElse(Instant.EPOCH)))
                .param(Timestamp.from(time.map(at -> at.plus(ABOUT)).orElse(Instant.parse("9999-01-01T00:00:00Z"))))
                .query((row, number) -> {
                    byte @Nullable [] wrapped = row.getBytes("wrapped");
                    byte[] sealed = row.getBytes("record");
                    return new Kept(
                            id,
                            row.getTimestamp("at").toInstant(),
                            row.getString("rules"),
                            wrapped == null
                                    ? Optional.empty()
                                    : Optional.of(new SubjectId(
                                            new SubjectType(row.getString("subject_type")),
                                            row.getString("subject_id"))),
                            wrapped == null ? Optional.empty() : Optional.of(keys.decrypt(wrapped, sealed)));
                })
                .optional();
    }

    /** How many decisions of a kind were taken from a moment on, before another. */
    public long count(String decision, Instant from, Instant until) {
        return database.sql("select count(*) from decision_log where decision = ? and at >= ? and at < ?")
                .params(decision, Timestamp.from(from), Timestamp.from(until))
                .query(Long.class)
                .single();
    }

    /** The ids of some decisions of a time, in an order that has nothing to do with them and is the same each time. */
    public List<String> sample(String decision, Instant from, Instant until, int most) {
        return database.sql("""
                        select id from decision_log where decision = ? and at >= ? and at < ?
                        order by hashtextextended(id, 0), id limit ?
                        """)
                .params(decision, Timestamp.from(from), Timestamp.from(until), most)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /**
     * Kept decisions of a time by their ids, in no order; one that was changed since comes with its subject but without
     * what was written.
     */
    public List<Kept> find(Collection<String> ids, Instant from, Instant until) {
        return database.sql("""
                        select d.id, d.at, d.rules, d.record, k.subject_type, k.subject_id, k.wrapped
                        from decision_log d left join subject_key k on k.number = d.subject
                        where d.id = any(?) and d.at >= ? and d.at < ?
                        """)
                .param(ids.toArray(String[]::new))
                .param(Timestamp.from(from))
                .param(Timestamp.from(until))
                .query((row, number) -> kept(row))
                .list();
    }

    private Kept kept(ResultSet row) throws SQLException {
        byte @Nullable [] wrapped = row.getBytes("wrapped");
        byte[] sealed = row.getBytes("record");
        String id = row.getString("id");
        Instant at = row.getTimestamp("at").toInstant();
        String rules = row.getString("rules");
        if (wrapped == null) {
            return new Kept(id, at, rules, Optional.empty(), Optional.empty());
        }
        SubjectId subject = new SubjectId(new SubjectType(row.getString("subject_type")), row.getString("subject_id"));
        try {
            return new Kept(id, at, rules, Optional.of(subject), Optional.of(keys.decrypt(wrapped, sealed)));
        } catch (UnreadableRecord changed) {
            return new Kept(id, at, rules, Optional.of(subject), Optional.empty());
        }
    }

    /** Whether decisions of the id's month have been dropped because their time was over. */
    public boolean isExpired(String id) {
        return DecisionId.time(id)
                .map(at -> database.sql("select exists (select from decision_expired where month = ?)")
                        .param(at.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1))
                        .query(Boolean.class)
                        .single())
                .orElse(false);
    }

    /** The ids of the decisions about a subject, the latest first. */
    public List<String> about(SubjectId subject, int limit) {
        return database.sql("""
                        select d.id from decision_log d join subject_key k on k.number = d.subject
                        where k.subject_type = ? and k.subject_id = ? order by d.at desc limit ?
                        """)
                .params(subject.type().value(), subject.id(), limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public void destroy() throws InterruptedException {
        writers.forEach(Writer::stop);
        for (Thread thread : threads) {
            thread.join(PATIENCE);
        }
    }
}
