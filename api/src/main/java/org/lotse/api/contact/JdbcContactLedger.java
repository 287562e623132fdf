package org.lotse.api.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.consent.Consents;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.contact.Response;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contact ledger in PostgreSQL: contact events that happened, and reservations that still hold. Thread-safe. */
@Component
public class JdbcContactLedger implements ContactLedger {
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final JdbcClient database;
    private final Consents consents;
    private final RuleSets ruleSets;
    private final Clock clock;

    JdbcContactLedger(JdbcClient database, Consents consents, RuleSets ruleSets, Clock clock) {
        this.database = database;
        this.consents = consents;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    @Override
    public Permissions permissions(SubjectId person, Instant at) {
        return consents.permissions(person, at);
    }

    @Override
    public ContactHistory history(SubjectId person, Instant at) {
        List<Contact> contacts = new ArrayList<>(happened(person, at));
        contacts.addAll(reserved(person, at));
        return new ContactHistory(contacts, responses(person, at));
    }

    @Override
    @Transactional
    public Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .params(person.toString())
                .query((row, number) -> 1)
                .list();
        ContactHistory history = history(person, contact.at());
        boolean exhausted = new ContactPolicy(caps)
                .usage(history, contact.at(), zone).stream().anyMatch(CapUsage::isExhausted);
        if (exhausted) {
            return Optional.empty();
        }
        String id = "k-" + UUID.randomUUID();
        database.sql("""
                        insert into contact_reservation (id, subject_type, subject_id, decision_id, channel, action,
                            action_group, purpose, direction, at, expires_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RESERVED')
                        """)
                .param(id)
                .param(person.type().value())
                .param(person.id())
                .param(decision)
                .param(contact.channel().value())
                .param(contact.action().map(ActionKey::value).orElse(null))
                .param(contact.group().orElse(null))
                .param(contact.purpose().name())
                .param(contact.direction().name())
                .param(Timestamp.from(contact.at()))
                .param(Timestamp.from(contact.at().plus(hold)))
                .update();
        return Optional.of(id);
    }

    @Override
    public void release(String contact) {
        database.sql("update contact_reservation set state = 'RELEASED', changed_at = ? where id = ? and state = 'RESERVED'")
                .params(Timestamp.from(clock.instant()), contact)
                .update();
    }

    /** Contact events: what the history of an import and of confirmed contacts says. */
    private List<Contact> happened(SubjectId person, Instant at) {
        return database
                .sql("""
                        select time as at, data ->> 'channel' as channel, data ->> 'action' as action,
                            data ->> 'direction' as direction
                        from event
                        where subject_type = ? and subject_id = ? and type = 'contact' and time > ? and time <= ?
                        """)
                .params(person.type().value(), person.id(), Timestamp.from(at.minus(REMEMBERED)), Timestamp.from(at))
                .query((row, number) -> contact(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Contact> reserved(SubjectId person, Instant at) {
        return database
                .sql("""
                        select at, channel, action, direction from contact_reservation
                        where subject_type = ? and subject_id = ? and state = 'RESERVED' and expires_at > ?
                        """)
                .params(
                        person.type().value(),
                        person.id(),
                        Timestamp.from(at.isAfter(clock.instant()) ? at : clock.instant()))
                .query((row, number) -> contact(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Response> responses(SubjectId person, Instant at) {
        return database.sql("""
                        select type, time, data ->> 'action' as action from event
                        where subject_type = ? and subject_id = ? and time > ? and time <= ?
                            and type = any (?)
                        """)
                .params(
                        person.type().value(),
                        person.id(),
                        Timestamp.from(at.minus(REMEMBERED)),
                        Timestamp.from(at),
                        outcomes())
                .query((ResultSet row, int number) -> response(row))
                .list();
    }

    /** The outcomes that some cap pauses after. */
    private String[] outcomes() {
        return ruleSets.active().contactPolicy().caps().stream()
                .flatMap(cap -> cap.pause().stream())
                .map(Cap.Pause::outcome)
                .distinct()
                .toArray(String[]::new);
    }

    private Response response(ResultSet row) throws SQLException {
        Optional<ActionKey> action = actionKey(row.getString("action"));
        return new Response(
                row.getString("type"),
                row.getTimestamp("time").toInstant(),
                action,
                action.flatMap(ruleSets.active().catalogue()::action).map(Action::group));
    }

    /** A contact event without a channel (a control group's) is no contact. */
    private Optional<Contact> contact(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        String action = row.getString("action");
        if (channel == null || channel.isBlank() || channel.equalsIgnoreCase("NONE")) {
            return Optional.empty();
        }
        Optional<Action> known = actionKey(action).flatMap(ruleSets.active().catalogue()::action);
        return Optional.of(new Contact(
                row.getTimestamp("at").toInstant(),
                new ChannelKey(channel),
                actionKey(action),
                known.map(Action::group),
                known.map(Action::purpose).orElse(Purpose.SERVICE),
                "INBOUND".equals(row.getString("direction")) ? Direction.INBOUND : Direction.OUTBOUND));
    }

    private static Optional<ActionKey> actionKey(@Nullable String action) {
        return Optional.ofNullable(action)
                .map(key -> key.toLowerCase(Locale.ROOT))
                .filter(TermKey::isWellFormed)
                .map(ActionKey::new);
    }
}
