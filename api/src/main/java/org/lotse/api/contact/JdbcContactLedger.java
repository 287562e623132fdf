package org.lotse.api.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lotse.api.consent.Consents;
import org.lotse.api.database.AskTogether;
import org.lotse.api.person.Persons;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.contact.Standing;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The contact ledger in PostgreSQL: contacts made, reserved and planned, per person whatever records the person has.
 * Thread-safe; several instances may share a database.
 */
@Component
public class JdbcContactLedger implements ContactLedger {
    private final JdbcClient database;
    private final Consents consents;
    private final Persons persons;
    private final AskTogether together;
    private final ReadContacts read;
    private final WriteReservations write;
    private final TransactionTemplate transaction;

    JdbcContactLedger(
            JdbcClient database,
            Consents consents,
            Persons persons,
            AskTogether together,
            RuleSets ruleSets,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.consents = consents;
        this.persons = persons;
        this.together = together;
        this.read = new ReadContacts(database, ruleSets, clock);
        this.write = new WriteReservations(database, read, clock);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Permissions permissions(SubjectId person, Instant at) {
        return consents.permissions(person, at);
    }

    @Override
    public ContactHistory history(SubjectId person, Instant at) {
        return read.history(person, at, Apart.NOTHING);
    }

    @Override
    public SubjectId person(SubjectId record) {
        return persons.leading(record);
    }

    @Override
    public Optional<Standing> standing(SubjectId person, Instant at) {
        return standing(person, at, Apart.NOTHING);
    }

    private Optional<Standing> standing(SubjectId person, Instant at, Apart apart) {
        AskTogether.Three<Supplier<Permissions>, ContactHistory, SubjectId> read = together.ask(
                consents.permits(person, at), this.read.question(person, at, apart), persons.leads(person));
        return Optional.of(new Standing(read.first().get(), read.second(), read.third()));
    }

    /**
     * How each of many persons stands, in a few questions for all of them.
     *
     * @param type of their records
     * @param order the order that is left out of sight of each, as {@link #forOrder} does; empty: none
     */
    public Map<SubjectId, Standing> standings(
            SubjectType type, List<SubjectId> persons, Instant at, Function<SubjectId, String> order) {
        Map<SubjectId, Permissions> permissions = consents.permissions(type, persons, at);
        Map<SubjectId, ContactHistory> histories = read.histories(type, persons, at, order);
        Map<SubjectId, SubjectId> leading = persons.isEmpty() ? Map.of() : this.persons.leading(type, persons);
        Map<SubjectId, Standing> standings = new HashMap<>();
        permissions.forEach((person, permitted) -> standings.put(
                person,
                new Standing(
                        permitted,
                        histories.getOrDefault(person, ContactHistory.EMPTY),
                        leading.getOrDefault(person, person))));
        return standings;
    }

    @Override
    public Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold) {
        return reserve(person, contact, caps, zone, Order.of(decision, hold));
    }

    @Override
    public void release(String contact) {
        database.sql("update contact_reservation set state = 'RELEASED' where id = ? and state = 'RESERVED'")
                .param(contact)
                .update();
    }

    Optional<String> reserve(SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, Order order) {
        Optional<String> reserved = transaction.execute(status -> {
            Persons.lock(database, person);
            return reserveLocked(person, contact, caps, zone, order);
        });
        return reserved == null ? Optional.empty() : reserved;
    }

    /**
     * Reserves while the person is locked. What was read before may be outdated: who has refused marketing meanwhile is not
     * contacted. The consent that justifies it is kept; what is not marketing begun by us needs none.
     */
    private Optional<String> reserveLocked(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, Order order) {
        if (contact.purpose() != Purpose.MARKETING || contact.direction() != Direction.OUTBOUND) {
            return write.reserve(person, contact, caps, zone, order, Optional.empty());
        }
        Consents.Allowed allowed = consents.allowed(person, contact.channel(), contact.at());
        Permissions now = allowed.permissions();
        boolean isRefused = now.objectsTo(contact.purpose(), contact.channel())
                || !now.marketing().getOrDefault(contact.channel(), true);
        return isRefused
                ? Optional.empty()
                : write.reserve(
                        person, contact, caps, zone, order, allowed.justifying().map(Consents.Granted::id));
    }

    /**
     * This ledger for an order that may have to be repeated, a batch after a kill: however often it is decided, the
     * order holds at most one contact, and does not stand in its own way.
     *
     * @param key names the order, unique within the installation
     * @param hold how long its reservation lasts; empty for as long as others do
     */
    public ContactLedger forOrder(String key, Optional<Duration> hold) {
        return new OfOrder(key, hold, null);
    }

    /** The same, with what has been read of the person ahead; whoever asks again is answered anew. */
    public ContactLedger forOrder(String key, Optional<Duration> hold, Standing ahead) {
        return new OfOrder(key, hold, ahead);
    }

    /** This ledger without what a plan has reserved so far: for making that plan anew. */
    public ContactLedger withoutPlan(String plan) {
        return new Seen(Apart.plan(plan), null);
    }

    /** This ledger, with what has been read of the one person asked about ahead; whoever asks again is answered anew. */
    public ContactLedger with(Standing ahead) {
        return new Seen(Apart.NOTHING, ahead);
    }

    /** The ledger with something left out of sight. */
    private class Seen implements ContactLedger {
        private final Apart apart;
        private final AtomicReference<@Nullable Standing> ahead;

        Seen(Apart apart, @Nullable Standing ahead) {
            this.apart = apart;
            this.ahead = new AtomicReference<>(ahead);
        }

        @Override
        public Permissions permissions(SubjectId person, Instant at) {
            return JdbcContactLedger.this.permissions(person, at);
        }

        @Override
        public ContactHistory history(SubjectId person, Instant at) {
            return read.history(person, at, apart);
        }

        @Override
        public Optional<Standing> standing(SubjectId person, Instant at) {
            Standing known = ahead.getAndSet(null);
            return known == null ? JdbcContactLedger.this.standing(person, at, apart) : Optional.of(known);
        }

        @Override
        public SubjectId person(SubjectId record) {
            return JdbcContactLedger.this.person(record);
        }

        @Override
        public Optional<String> reserve(
                SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold) {
            return JdbcContactLedger.this.reserve(person, contact, caps, zone, decision, hold);
        }

        @Override
        public void release(String contact) {
            JdbcContactLedger.this.release(contact);
        }
    }

    /** The ledger as a repeatable order sees it. */
    private final class OfOrder extends Seen {
        private final String key;
        private final Optional<Duration> hold;

        OfOrder(String key, Optional<Duration> hold, @Nullable Standing ahead) {
            super(Apart.order(key), ahead);
            this.key = key;
            this.hold = hold;
        }

        @Override
        public Optional<String> reserve(
                SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration usual) {
            return JdbcContactLedger.this.reserve(
                    person,
                    contact,
                    caps,
                    zone,
                    new Order(Optional.of(decision), Optional.of(key), Optional.empty(), hold.orElse(usual)));
        }
    }
}
