package org.lotse.api.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lotse.rules.finding.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The drafts of the database. */
@Component
class JdbcDrafts {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    JdbcDrafts(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(Draft draft) {
        values("""
                insert into rule_draft (id, base, files, findings, revision, state, editors, made_at, changed_at,
                    submitted_by, approved_by, reason, version)
                values (:id, :base, :files, :findings::jsonb, :revision, :state, string_to_array(:editors, E'\\n'), :madeAt,
                    :changedAt, :submittedBy, :approvedBy, :reason, :version)""", draft).update();
    }

    /**
     * Replaces a draft.
     *
     * @return false when somebody else was faster: it is no longer at the revision before this one
     */
    boolean replace(Draft draft) {
        return values("""
                        update rule_draft set base = :base, files = :files, findings = :findings::jsonb, revision = :revision,
                            state = :state, editors = string_to_array(:editors, E'\\n'), changed_at = :changedAt,
                            submitted_by = :submittedBy, approved_by = :approvedBy, reason = :reason, version = :version
                        where id = :id and revision = :revision - 1""", draft).update() == 1;
    }

    Optional<Draft> find(UUID id) {
        return database.sql("select * from rule_draft where id = ?")
                .param(id)
                .query((row, number) -> draft(row))
                .optional();
    }

    /** The drafts nobody has activated or discarded, the last changed first. */
    List<Draft> open() {
        return database.sql(
                        "select * from rule_draft where state not in ('ACTIVATED', 'DISCARDED') order by changed_at desc limit 50")
                .query((row, number) -> draft(row))
                .list();
    }

    /** A draft that waits for approval, as it was submitted. */
    record Submitted(UUID id, long revision) {}

    /** The last few that wait for approval. */
    List<Submitted> submitted() {
        return database.sql(
                        "select id, revision from rule_draft where state = 'SUBMITTED' order by changed_at desc limit 3")
                .query((row, number) -> new Submitted(row.getObject("id", UUID.class), row.getLong("revision")))
                .list();
    }

    private JdbcClient.StatementSpec values(String sql, Draft draft) {
        boolean approved = draft.approvedBy().isPresent();
        return database.sql(sql)
                .param("id", draft.id())
                .param("base", draft.base())
                .param("files", PackedFiles.pack(draft.bundle()))
                .param("findings", json.writeValueAsString(draft.findings()))
                .param("revision", draft.revision())
                .param("state", draft.state().name())
                .param("editors", String.join("\n", draft.editors()))
                .param("madeAt", Timestamp.from(draft.madeAt()))
                .param("changedAt", Timestamp.from(draft.changedAt()))
                .param("submittedBy", draft.submittedBy().orElse(null))
                .param("approvedBy", draft.approvedBy().orElse(null))
                .param("reason", draft.reason().orElse(null))
                .param("version", approved ? draft.version() : null);
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("base"),
                PackedFiles.unpack(row.getBytes("files")),
                json.readValue(row.getString("findings"), FINDINGS),
                row.getLong("revision"),
                Draft.State.valueOf(row.getString("state")),
                Set.of((String[]) row.getArray("editors").getArray()),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                Optional.ofNullable(row.getString("submitted_by")),
                Optional.ofNullable(row.getString("approved_by")),
                Optional.ofNullable(row.getString("reason")));
    }
}
