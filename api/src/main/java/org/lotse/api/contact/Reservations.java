package org.lotse.api.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.api.consent.ConsentUses;
import org.lotse.api.consent.Consents;
import org.lotse.api.contact.ContactController.ContactView;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.person.Persons;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Value;
import org.springframework.context.event.EventListener;
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
    private final Consents consents;
    private final ConsentUses uses;
    private final Persons persons;
    private final Clock clock;

    Reservations(
            JdbcClient database,
            RecordEvents events,
            Consents consents,
            ConsentUses uses,
            Persons persons,
            Clock clock) {
        this.database = database;
        this.events = events;
        this.consents = consents;
        this.uses = uses;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * Contacts in a state. What has just been reserved is due once the decision is recorded, what a trigger has reserved
     * once it is settled what to say.
     */
    @Transactional(readOnly = true)
    List<ContactView> inState(String state, Optional<String> customer, int limit) {
        String wanted = state.toUpperCase(Locale.ROOT);
        if (!STATES.contains(wanted)) {
            throw ProblemException.invalid("/state", "UNKNOWN_STATE", state, "DUE, CONFIRMED, RELEASED, EXPIRED");
        }
        return database.sql("""
                        select * from (
                            select *, case when state <> 'RESERVED' then state
                                when expires_at > :now then 'DUE' else 'EXPIRED' end as shown
                            from contact_reservation
                            where cast(:customer as text) is null or subject_id = :customer) c
                        where shown = :state
                            and not (state = 'RESERVED' and coalesce(order_key, '') like :triggered
                                and not exists (select 1 from contact_words w where w.contact_id = c.id))
                            and (state <> 'RESERVED' or plan is not null
                                or exists (select 1 from decision_log d where d.id = c.decision_id))
                        order by at, id limit :limit
                        """)
                .param("triggered", ContactWords.TRIGGERED + "%")
                .param("now", Timestamp.from(clock.instant()))
                .param("state", wanted)
                .param("customer", customer.orElse(null))
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, number) -> view(row, row.getString("shown")))
                .list();
    }

    /** The contact was made: it becomes a contact event, and uses the consent that justified it. Twice changes nothing. */
    ContactView confirm(String id, Optional<Instant> made) {
        Instant now = clock.instant();
        made.filter(at -> at.isAfter(now.plusSeconds(60))).ifPresent(at -> {
            throw ProblemException.invalid("/at", "IN_THE_FUTURE", at);
        });
        Held held = settle(id, "CONFIRMED", made);
        Map<String, Value> data = new HashMap<>();
        data.put("channel", Value.text(held.view.channel()));
        data.put("direction", Value.text("OUTBOUND"));
        if (held.view.action() != null) {
            data.put("action", Value.text(held.view.action()));
        }
        events.record(List.of(new Event("contact-" + id, "contact", held.person, held.view.at(), data)));
        held.consent.ifPresent(consent -> uses.used(
                held.person,
                consent,
                id,
                held.view.at(),
                Optional.ofNullable(held.view.action()),
                Optional.ofNullable(held.view.decisionId())));
        return held.view;
    }

    /** The contact will not be made. Releasing twice changes nothing. */
    ContactView release(String id) {
        return settle(id, "RELEASED", Optional.empty()).view;
    }

    /**
     * Contacts for marketing that the person does not allow any more are given up at once; one that is being reserved
     * just now is waited for.
     */
    @EventListener
    void release(Consents.Refused refused) {
        Persons.lock(database, refused.person());
        Instant now = clock.instant();
        for (SubjectId record : persons.records(refused.person())) {
            Permissions permissions = consents.permissions(record, now);
            open(record).stream()
                    .filter(one -> !permissions.marketing().getOrDefault(one.channel(), false)
                            || permissions.objectsTo(Purpose.MARKETING, one.channel()))
                    .forEach(one -> change(one.id(), "RELEASED", Optional.empty()));
        }
    }

    private record Open(String id, ChannelKey channel) {}

    private List<Open> open(SubjectId person) {
        return database.sql("""
                        select id, channel from contact_reservation
                        where subject_type = ? and subject_id = ? and state = 'RESERVED' and purpose = 'MARKETING'
                            and direction = 'OUTBOUND'
                        """)
                .params(person.type().value(), person.id())
                .query((row, number) -> new Open(row.getString("id"), new ChannelKey(row.getString("channel"))))
                .list();
    }

    private record Held(SubjectId person, ContactView view, Optional<Long> consent) {}

    private Held settle(String id, String state, Optional<Instant> made) {
        Held held = database.sql("select * from contact_reservation where id = ? for update")
                .params(id)
                .query((row, number) -> new Held(
                        new SubjectId(new SubjectType(row.getString("subject_type")), row.getString("subject_id")),
                        view(row, row.getString("state")),
                        Optional.ofNullable(row.getObject("consent", Long.class))))
                .optional()
                .orElseThrow(() -> ProblemException.of(UNKNOWN_CONTACT, id));
        if (held.view.state().equals(state)) {
            return held;
        }
        if (!held.view.state().equals("RESERVED")) {
            throw ProblemException.of(CONTACT_SETTLED, id, held.view.state());
        }
        Instant now = clock.instant();
        Instant at = made.orElseGet(() -> held.view.at().isBefore(now) ? held.view.at() : now);
        change(id, state, state.equals("CONFIRMED") ? Optional.of(at) : Optional.empty());
        return new Held(
                held.person, with(held.view, state, state.equals("CONFIRMED") ? at : held.view.at()), held.consent);
    }

    private void change(String id, String state, Optional<Instant> at) {
        database.sql(
                        "update contact_reservation set state = ?, changed_at = ?, at = coalesce(cast(? as timestamptz), at) where id = ?")
                .param(state)
                .param(Timestamp.from(clock.instant()))
                .param(at.map(Timestamp::from).orElse(null))
                .param(id)
                .update();
    }

    private static ContactView view(ResultSet row, String state) throws SQLException {
        return new ContactView(
                row.getString("id"),
                row.getString("subject_id"),
                row.getString("decision_id"),
                row.getString("plan"),
                row.getString("channel"),
                row.getString("action"),
                state,
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }

    private static ContactView with(ContactView view, String state, Instant at) {
        return new ContactView(
                view.contactId(),
                view.customerId(),
                view.decisionId(),
                view.plan(),
                view.channel(),
                view.action(),
                state,
                at,
                view.expiresAt());
    }
}
