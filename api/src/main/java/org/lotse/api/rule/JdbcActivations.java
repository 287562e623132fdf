package org.lotse.api.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which bundle is active when; append-only. What was planned and taken back before it began does not count. */
@Component
class JdbcActivations {
    private static final String COLUMNS = "version, kind, made_by, reason, recorded_at, active_from";
    /** Any number no other lock of ours has. */
    private static final long LOCK = 4_102;

    private final JdbcClient database;

    JdbcActivations(JdbcClient database) {
        this.database = database;
    }

    /**
     * A draft that is to come into force.
     *
     * @param id of the activation
     * @param base what the draft started from
     * @param before what is in force until then
     */
    record Planned(long id, UUID draft, String base, String before, Instant from) {
        /** Whether it would undo what others put into force. */
        boolean isOutdated() {
            return !base.equals(before);
        }
    }

    /** Lets one transaction at a time decide what is in force when. */
    void decideAlone() {
        database.sql("select pg_advisory_xact_lock(" + LOCK + ")").query().listOfRows();
    }

    void add(Activation activation) {
        add(activation, null);
    }

    /** @param draft what is put into force; null when it is no draft */
    void add(Activation activation, @Nullable UUID draft) {
        database.sql("insert into rule_activation (" + COLUMNS
                        + ", draft) values (:version, :kind, :by, :reason, :recordedAt, :activeFrom, :draft)")
                .param("draft", draft)
                .param("version", activation.version())
                .param("kind", activation.kind().name())
                .param("by", activation.by())
                .param("reason", activation.reason().orElse(null))
                .param("recordedAt", Timestamp.from(activation.recordedAt()))
                .param("activeFrom", Timestamp.from(activation.activeFrom()))
                .update();
    }

    /** The drafts planned to come into force, in that order. */
    List<Planned> planned(Instant now) {
        return database.sql("""
                        select a.id, a.draft, d.base, a.active_from,
                            (select b.version from rule_activation_standing b
                             where (b.active_from, b.id) < (a.active_from, a.id)
                             order by b.active_from desc, b.id desc limit 1) as before
                        from rule_activation_standing a join rule_draft d on d.id = a.draft
                        where a.active_from > ? order by a.active_from, a.id""")
                .param(Timestamp.from(now))
                .query((row, number) -> new Planned(
                        row.getLong("id"),
                        row.getObject("draft", UUID.class),
                        row.getString("base"),
                        row.getString("before"),
                        row.getTimestamp("active_from").toInstant()))
                .list();
    }

    /** Takes back an activation that has not begun. */
    void withdraw(Planned planned, String by, Instant at) {
        database.sql("insert into rule_activation_withdrawn (activation, made_by, recorded_at) values (?, ?, ?)")
                .param(planned.id())
                .param(by)
                .param(Timestamp.from(at))
                .update();
    }

    /** The one in force at a moment; empty before the very first start. */
    Optional<Activation> at(Instant moment) {
        return database.sql("select " + COLUMNS + " from rule_activation_standing where active_from <= ?"
                        + " order by active_from desc, id desc limit 1")
                .param(Timestamp.from(moment))
                .query((row, number) -> activation(row))
                .optional();
    }

    /** Versions that may become active soon and should be compiled by then: approved drafts and planned activations. */
    List<String> soon(Instant now) {
        return database.sql("""
                        (select version from rule_activation_standing where active_from > :now order by active_from limit 3)
                        union
                        (select version from rule_draft where state = 'APPROVED' order by changed_at desc limit 3)""")
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** All of them, the latest decided first. */
    List<Activation> all() {
        return database.sql("select " + COLUMNS + " from rule_activation_standing order by id desc")
                .query((row, number) -> activation(row))
                .list();
    }

    /** Whether anybody has ever decided about the rules here. */
    boolean decidedByAnyone() {
        return database.sql("select exists (select from rule_activation where kind <> 'SHIPPED')")
                .query(Boolean.class)
                .single();
    }

    private static Activation activation(ResultSet row) throws SQLException {
        return new Activation(
                row.getString("version"),
                Activation.Kind.valueOf(row.getString("kind")),
                row.getString("made_by"),
                Optional.ofNullable(row.getString("reason")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getTimestamp("active_from").toInstant());
    }
}
