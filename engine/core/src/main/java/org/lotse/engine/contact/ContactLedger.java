package org.lotse.engine.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.term.SubjectId;

/** Port: the ledgers of contacts, consents and objections. Thread-safe; reads see every committed write. */
public interface ContactLedger {
    /** What the person has allowed and objected to, as of now. */
    Permissions permissions(SubjectId person, Instant at);

    /** The contacts and answers of the past year up to {@code at}, reservations that have not run out included. */
    ContactHistory history(SubjectId person, Instant at);

    /**
     * Reserves a contact if all caps still allow it; atomic against other reservations for the same person.
     *
     * @param person whom
     * @param contact the contact planned
     * @param caps the caps it falls under
     * @param zone the person's time zone
     * @param decision the decision that plans it
     * @param hold how long the reservation lasts unless confirmed
     * @return the contact's id, or empty when a cap has been exhausted meanwhile
     */
    Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold);

    /** Gives a contact back that was reserved and will not be made. */
    void release(String contact);
}
