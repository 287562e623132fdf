package org.lotse.api.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which bundle is active when; append-only. */
@Component
class JdbcActivations {
    private static final String COLUMNS = "version, kind, made_by, reason, recorded_at, active_from";

    private final JdbcClient database;

    JdbcActivations(JdbcClient database) {
        this.database = database;
    }

    void add(Activation activation) {
        database.sql("insert into rule_activation (" + COLUMNS
                        + ") values (:version, :kind, :by, :reason, :recordedAt, :activeFrom)")
                .param("version", activation.version())
                .param("kind", activation.kind().name())
                .param("by", activation.by())
                .param("reason", activation.reason().orElse(null))
                .param("recordedAt", Timestamp.from(activation.recordedAt()))
                .param("activeFrom", Timestamp.from(activation.activeFrom()))
                .update();
    }

    /** The one in force at a moment; empty before the very first start. */
    Optional<Activation> at(Instant moment) {
        return database.sql("select " + COLUMNS + " from rule_activation where active_from <= ?"
                        + " order by active_from desc, id desc limit 1")
                .param(Timestamp.from(moment))
                .query((row, number) -> activation(row))
                .optional();
    }

    /** Versions that may become active soon and should be compiled by then: approved drafts and planned activations. */
    List<String> soon(Instant now) {
        return database.sql("""
                        (select version from rule_activation where active_from > :now order by active_from limit 3)
                        union
                        (select version from rule_draft where state = 'APPROVED' order by changed_at desc limit 3)""")
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** All of them, the latest decided first. */
    List<Activation> all() {
        return database.sql("select " + COLUMNS + " from rule_activation order by id desc")
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
