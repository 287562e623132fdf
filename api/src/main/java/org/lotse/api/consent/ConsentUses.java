package org.lotse.api.consent;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.api.subjects.Pseudonyms;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which consent justified which contact: the proof that a contact was allowed. Kept for five years from the contact on;
 * when the person is erased it stays under a pseudonym, because the law demands the proof.
 */
@Component
@Transactional
public class ConsentUses {
    private static final int YEARS = 5;

    private final JdbcClient database;
    private final Pseudonyms pseudonyms;

    ConsentUses(JdbcClient database, Pseudonyms pseudonyms) {
        this.database = database;
        this.pseudonyms = pseudonyms;
    }

    /**
     * A contact and the consent that justified it.
     *
     * @param consent the consent's number
     * @param grantedAt when the person had agreed
     * @param evidence where that can be seen
     */
    public record Use(
            String contactId,
            long consent,
            String purpose,
            String channel,
            Instant grantedAt,
            @Nullable String evidence,
            Instant contactAt,
            @Nullable String action,
            @Nullable String decisionId,
            Instant keptUntil) {}

    /**
     * A contact was made; noting it twice changes nothing.
     *
     * @param consent the consent's number
     * @param contactId which contact
     * @param at when it was made
     * @param action with which action, if known
     * @param decisionId which decision planned it, if one did
     */
    public void used(
            SubjectId person,
            long consent,
            String contactId,
            Instant at,
            Optional<String> action,
            Optional<String> decisionId) {
        database.sql("""
                        insert into consent_use (contact_id, subject_type, subject_id, consent, purpose, channel, granted_at,
                            evidence, contact_at, action, decision_id, keep_until)
                        select ?, ?, ?, seq, purpose, channel, at, evidence, ?, ?, ?, ? from consent where seq = ?
                        on conflict (contact_id) do nothing
                        """)
                .param(contactId)
                .param(person.type().value())
                .param(person.id())
                .param(Timestamp.from(at))
                .param(action.orElse(null))
                .param(decisionId.orElse(null))
                .param(Timestamp.from(at.atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant()))
                .param(consent)
                .update();
    }

    /** What was justified by the consents of a record, oldest first. */
    @Transactional(readOnly = true)
    public List<Use> of(SubjectId person) {
        return of(person.type().value(), person.id());
    }

    /** The proof that is left of an erased person, for whoever can name the id. */
    @Transactional(readOnly = true)
    public List<Use> ofErased(SubjectId person) {
        return of(person.type().value(), pseudonym(person));
    }

    /** Deletes the proofs nobody has to keep any more. */
    public int forgetPast(Instant now) {
        return database.sql("delete from consent_use where keep_until <= ?")
                .params(Timestamp.from(now))
                .update();
    }

    void pseudonymise(SubjectId person) {
        database.sql("update consent_use set subject_id = ? where subject_type = ? and subject_id = ?")
                .params(pseudonym(person), person.type().value(), person.id())
                .update();
    }

    private String pseudonym(SubjectId person) {
        return "erased-" + HexFormat.of().formatHex(pseudonyms.of(person));
    }

    private List<Use> of(String type, String id) {
        return database.sql("select * from consent_use where subject_type = ? and subject_id = ? order by contact_at")
                .params(type, id)
                .query((row, number) -> new Use(
                        row.getString("contact_id"),
                        row.getLong("consent"),
                        row.getString("purpose"),
                        row.getString("channel"),
                        row.getTimestamp("granted_at").toInstant(),
                        row.getString("evidence"),
                        row.getTimestamp("contact_at").toInstant(),
                        row.getString("action"),
                        row.getString("decision_id"),
                        row.getTimestamp("keep_until").toInstant()))
                .list();
    }
}
