package org.lotse.api.contact;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes reservations while the person is locked. */
final class WriteReservations {
    private final JdbcClient database;
    private final ReadContacts read;
    private final Clock clock;

    WriteReservations(JdbcClient database, ReadContacts read, Clock clock) {
        this.database = database;
        this.read = read;
        this.clock = clock;
    }

    /** Reserves, or finds what the order holds already; empty when a cap leaves no room. */
    Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, Order order, Optional<Long> consent) {
        Optional<Held> held = order.key().flatMap(this::held);
        if (held.filter(one -> one.isMade() || one.isThis(contact) && one.holdsAt(clock.instant()))
                .isPresent()) {
            return held.map(Held::id);
        }
        boolean exhausted = new ContactPolicy(caps)
                .usage(read.history(person, contact.at(), order.apart()), contact.at(), zone).stream()
                        .anyMatch(CapUsage::isExhausted);
        if (exhausted) {
            held.ifPresent(this::release);
            return Optional.empty();
        }
        String id = held.map(Held::id).orElseGet(() -> "k-" + UUID.randomUUID());
        write(id, person, contact, order, consent);
        return Optional.of(id);
    }

    /** What a repeated order holds. */
    private record Held(
            String id,
            String state,
            String channel,
            @Nullable String action,
            Instant at,
            Instant expiresAt) {
        boolean isMade() {
            return state.equals("CONFIRMED");
        }

        boolean holdsAt(Instant now) {
            return state.equals("RESERVED") && expiresAt.isAfter(now);
        }

        boolean isThis(Contact contact) {
            return channel.equals(contact.channel().value())
                    && at.equals(contact.at())
                    && Objects.equals(
                            action, contact.action().map(ActionKey::value).orElse(null));
        }
    }

    private Optional<Held> held(String key) {
        return database.sql("select * from contact_reservation where order_key = ? for update")
                .param(key)
                .query((row, number) -> new Held(
                        row.getString("id"),
                        row.getString("state"),
                        row.getString("channel"),
                        row.getString("action"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    private void write(String id, SubjectId person, Contact contact, Order order, Optional<Long> consent) {
        database.sql("""
                        insert into contact_reservation (id, subject_type, subject_id, decision_id, channel, action,
                            action_group, purpose, direction, at, expires_at, state, changed_at, order_key, plan, consent)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RESERVED', ?, ?, ?, ?)
                        on conflict (id) do update set decision_id = excluded.decision_id, channel = excluded.channel,
                            action = excluded.action, action_group = excluded.action_group, purpose = excluded.purpose,
                            direction = excluded.direction, at = excluded.at, expires_at = excluded.expires_at,
                            state = excluded.state, changed_at = excluded.changed_at, plan = excluded.plan,
                            consent = excluded.consent
                        """)
                .param(id)
                .param(person.type().value())
                .param(person.id())
                .param(order.decision().orElse(null))
                .param(contact.channel().value())
                .param(contact.action().map(ActionKey::value).orElse(null))
                .param(contact.group().orElse(null))
                .param(contact.purpose().name())
                .param(contact.direction().name())
                .param(Timestamp.from(contact.at()))
                .param(Timestamp.from(contact.at().plus(order.hold())))
                .param(Timestamp.from(clock.instant()))
                .param(order.key().orElse(null))
                .param(order.plan().orElse(null))
                .param(consent.orElse(null))
                .update();
    }

    private void release(Held held) {
        database.sql("update contact_reservation set state = 'RELEASED', changed_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), held.id())
                .update();
    }
}
