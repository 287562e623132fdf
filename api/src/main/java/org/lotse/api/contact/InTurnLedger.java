package org.lotse.api.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.contact.Standing;
import org.lotse.engine.term.SubjectId;

/**
 * A ledger in which only a few reserve at the same time: reserving needs a connection each, and whoever decides about many
 * leaves most of them to those who wait for one answer. Thread-safe.
 *
 * @param ledger where it is reserved
 * @param reserving a place for each that may reserve at the same time
 */
public record InTurnLedger(ContactLedger ledger, Semaphore reserving) implements ContactLedger {
    private static final int AT_ONCE = 8;

    /** Places for those who decide about many together. */
    public static Semaphore places() {
        return new Semaphore(AT_ONCE);
    }

    @Override
    public Permissions permissions(SubjectId person, Instant at) {
        return ledger.permissions(person, at);
    }

    @Override
    public ContactHistory history(SubjectId person, Instant at) {
        return ledger.history(person, at);
    }

    @Override
    public SubjectId person(SubjectId record) {
        return ledger.person(record);
    }

    @Override
    public Optional<Standing> standing(SubjectId person, Instant at) {
        return ledger.standing(person, at);
    }

    @Override
    public Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold) {
        reserving.acquireUninterruptibly();
        try {
            return ledger.reserve(person, contact, caps, zone, decision, hold);
        } finally {
            reserving.release();
        }
    }

    @Override
    public void release(String contact) {
        ledger.release(contact);
    }
}
