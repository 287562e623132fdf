package org.lotse.api.trigger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Causes and runs in PostgreSQL. Thread-safe. */
@Component
class JdbcTriggers {
    /** Longer than a decision can take. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Clock clock;

    JdbcTriggers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Why a trigger was set off. */
    record Cause(long id, String trigger, String cause, Optional<SubjectId> subject) {}

    /** A decision to be taken about one subject. */
    record Run(long id, String trigger, String cause, SubjectId subject, int attempts) {}

    /** How a run ended. */
    record Outcome(
            String state,
            @Nullable String decision,
            @Nullable String contact,
            @Nullable String note) {
        static Outcome of(String state) {
            return new Outcome(state, null, null, null);
        }
    }

    /** Writes down a cause unless it is known. */
    void note(String trigger, String cause, @Nullable SubjectId subject, Instant at) {
        database.sql("""
                insert into trigger_cause (trigger, cause, subject_type, subject_id, at) values (?, ?, ?, ?, ?)
                on conflict do nothing""")
                .param(trigger)
                .param(cause)
                .param(subject == null ? null : subject.type().value())
                .param(subject == null ? null : subject.id())
                .param(Timestamp.from(at))
                .update();
    }

    /** Whether this slot has not been seen; a trigger's first slot counts as seen. */
    boolean isNewSlot(String trigger, Instant slot) {
        int known = database.sql("""
                insert into trigger_clock (trigger, last_slot) values (?, ?) on conflict do nothing""").params(trigger, Timestamp.from(slot)).update();
        return known == 0
                && database.sql("update trigger_clock set last_slot = ? where trigger = ? and last_slot < ?")
                                .params(Timestamp.from(slot), trigger, Timestamp.from(slot))
                                .update()
                        == 1;
    }

    /** Writes down everybody whose last event of a type is older than a moment. */
    void noteSilences(String trigger, String event, Instant since, Instant now) {
        database.sql("""
                insert into trigger_cause (trigger, cause, subject_type, subject_id, at)
                select :trigger, 'since ' || subject_type || '/' || subject_id || ' ' || max(time),
                    subject_type, subject_id, :now::timestamptz
                from event where type = :event group by subject_type, subject_id having max(time) <= :since
                on conflict do nothing""")
                .param("trigger", trigger)
                .param("event", event)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A cause nobody has spread yet, locked for the caller's transaction. */
    Optional<Cause> nextCause() {
        return database.sql("""
                select * from trigger_cause where spread_at is null order by id limit 1 for update skip locked""")
                .query((row, number) ->
                        new Cause(row.getLong("id"), row.getString("trigger"), row.getString("cause"), subject(row)))
                .optional();
    }

    private static Optional<SubjectId> subject(ResultSet row) throws SQLException {
        String type = row.getString("subject_type");
        return type == null
                ? Optional.empty()
                : Optional.of(new SubjectId(new SubjectType(type), row.getString("subject_id")));
    }

    void spread(Cause cause) {
        database.sql("update trigger_cause set spread_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), cause.id())
                .update();
    }

    /** One run for one subject. */
    void runFor(Cause cause, SubjectId subject) {
        Instant now = clock.instant();
        database.sql("""
                insert into trigger_run (trigger, cause, subject_type, subject_id, state, next_at, noticed_at)
                values (?, ?, ?, ?, 'PENDING', ?, ?) on conflict do nothing""")
                .params(
                        cause.trigger(),
                        cause.cause(),
                        subject.type().value(),
                        subject.id(),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update();
    }

    /** A run for everybody of a type. */
    void runForAll(Cause cause, SubjectType type) {
        database.sql("""
                insert into trigger_run (trigger, cause, subject_type, subject_id, state, next_at, noticed_at)
                select :trigger, :cause, type, id, 'PENDING', :now::timestamptz, :now::timestamptz from subject where type = :type
                on conflict do nothing""")
                .param("trigger", cause.trigger())
                .param("cause", cause.cause())
                .param("type", type.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A run for everybody of a type whose present version has this link to a subject. */
    void runForLinked(Cause cause, SubjectType type, String link, SubjectId to) {
        database.sql("""
                insert into trigger_run (trigger, cause, subject_type, subject_id, state, next_at, noticed_at)
                select distinct :trigger, :cause, s.type, s.id, 'PENDING', :now::timestamptz, :now::timestamptz
                from subject_version s cross join lateral (
                    select links from subject_version v where v.type = s.type and v.id = s.id
                    order by v.valid_from desc, v.version desc limit 1) latest
                where s.type = :type and s.links @> jsonb_build_object(:link::text, :id::text)
                    and latest.links @> jsonb_build_object(:link::text, :id::text)
                on conflict do nothing""")
                .param("trigger", cause.trigger())
                .param("cause", cause.cause())
                .param("type", type.value())
                .param("link", link)
                .param("id", to.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Claims a run that is due; who claims it and dies loses the claim after some minutes. */
    Optional<Run> claim() {
        Instant now = clock.instant();
        return database.sql("""
                update trigger_run set attempts = attempts + 1, next_at = ? where id = (
                    select id from trigger_run where state = 'PENDING' and next_at <= ?
                    order by next_at, id limit 1 for update skip locked)
                returning *""")
                .params(Timestamp.from(now.plus(CLAIM)), Timestamp.from(now))
                .query((row, number) -> new Run(
                        row.getLong("id"),
                        row.getString("trigger"),
                        row.getString("cause"),
                        new SubjectId(new SubjectType(row.getString("subject_type")), row.getString("subject_id")),
                        row.getInt("attempts")))
                .optional();
    }

    void settle(Run run, Outcome outcome) {
        database.sql("""
                update trigger_run set state = :state, settled_at = :now, decision_id = :decision, contact_id = :contact, note = :note where id = :id""")
                .param("state", outcome.state())
                .param("now", Timestamp.from(clock.instant()))
                .param("decision", outcome.decision(), Types.VARCHAR)
                .param("contact", outcome.contact(), Types.VARCHAR)
                .param("note", outcome.note(), Types.VARCHAR)
                .param("id", run.id())
                .update();
    }

    /** It did not work this time. */
    void again(Run run, Instant next, String note) {
        database.sql("update trigger_run set next_at = ?, note = ? where id = ?")
                .params(Timestamp.from(next), note, run.id())
                .update();
    }

    /** Somebody erased is turned to no more. */
    @EventListener
    void forget(SubjectErased erased) {
        for (String table : List.of("trigger_run", "trigger_cause")) {
            database.sql("delete from " + table + " where subject_type = ? and subject_id = ?")
                    .params(erased.subject().type().value(), erased.subject().id())
                    .update();
        }
    }
}
