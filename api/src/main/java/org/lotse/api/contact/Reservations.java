package org.lotse.api.contact;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lotse.api.contact.ContactController.ContactView;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of reserved contacts: confirmed ones happened, released ones free their caps at once. */
@Component
@Transactional
class Reservations {
    private static final ProblemKind UNKNOWN_CONTACT = new ProblemKind("unknown-contact", HttpStatus.NOT_FOUND);
    private static final ProblemKind CONTACT_SETTLED = new ProblemKind("contact-settled", HttpStatus.CONFLICT);
    private static final Set<String> STATES = Set.of("DUE", "CONFIRMED", "RELEASED", "EXPIRED");
    private static final int MOST = 1_000;

    private final JdbcClient database;
    private final RecordEvents events;
    private final Clock clock;

    Reservations(JdbcClient database, RecordEvents events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<ContactView> inState(String state, int limit) {
        String wanted = state.toUpperCase(Locale.ROOT);
        if (!STATES.contains(wanted)) {
            throw ProblemException.invalid("/state", "UNKNOWN_STATE", state, "DUE, CONFIRMED, RELEASED, EXPIRED");
        }
        return database.sql("""
                        select * from (
                            select *, case when state <> 'RESERVED' then state
                                when expires_at > :now then 'DUE' else 'EXPIRED' end as shown
                            from contact_reservation) c
                        where shown = :state order by at, id limit :limit
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("state", wanted)
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, number) -> new ContactView(
                        row.getString("id"),
                        row.getString("subject_id"),
                        row.getString("decision_id"),
                        row.getString("channel"),
                        row.getString("action"),
                        row.getString("shown"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    /** The contact was made: it becomes a contact event. Confirming twice changes nothing. */
    ContactView confirm(String id) {
        Held held = settle(id, "CONFIRMED");
        events.record(List.of(new Event(
                "contact-" + id,
                "contact",
                held.person,
                held.view.at(),
                Map.of(
                        "channel", Value.text(held.view.channel()),
                        "action", Value.text(held.view.action()),
                        "direction", Value.text("OUTBOUND")))));
        return held.view;
    }

    /** The contact will not be made. Releasing twice changes nothing. */
    ContactView release(String id) {
        return settle(id, "RELEASED").view;
    }

    private record Held(SubjectId person, ContactView view) {}

    private Held settle(String id, String state) {
        Held held = database.sql("select * from contact_reservation where id = ? for update")
                .params(id)
                .query((row, number) -> new Held(
                        new SubjectId(new SubjectType(row.getString("subject_type")), row.getString("subject_id")),
                        new ContactView(
                                row.getString("id"),
                                row.getString("subject_id"),
                                row.getString("decision_id"),
                                row.getString("channel"),
                                row.getString("action"),
                                row.getString("state"),
                                row.getTimestamp("at").toInstant(),
                                row.getTimestamp("expires_at").toInstant())))
                .optional()
                .orElseThrow(() -> ProblemException.of(UNKNOWN_CONTACT, id));
        if (!held.view.state().equals("RESERVED") && !held.view.state().equals(state)) {
            throw ProblemException.of(CONTACT_SETTLED, id, held.view.state());
        }
        Instant now = clock.instant();
        database.sql("update contact_reservation set state = ?, changed_at = ? where id = ?")
                .params(state, Timestamp.from(now), id)
                .update();
        return new Held(held.person, with(held.view, state));
    }

    private static ContactView with(ContactView view, String state) {
        return new ContactView(
                view.contactId(),
                view.customerId(),
                view.decisionId(),
                view.channel(),
                view.action(),
                state,
                view.at(),
                view.expiresAt());
    }
}
