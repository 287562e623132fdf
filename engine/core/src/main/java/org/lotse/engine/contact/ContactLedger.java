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

    /**
     * The contacts and answers that the contact policy can still count at {@code at}: those made, and those reserved
     * or planned, later ones included, unless they have run out.
     */
    ContactHistory history(SubjectId person, Instant at);

    /**
     * The record that stands for the person: of records that were merged the leading one, else the record itself. What
     * must stay the same for a person (the control group) is drawn by this id.
     */
    default SubjectId person(SubjectId record) {
        return record;
    }

    /**
     * Permissions, history and the leading record in one question, for a ledger that can answer them together in less time
     * than one after the other; empty for one that cannot.
     */
    default Optional<Standing> standing(SubjectId person, Instant at) {
        return Optional.empty();
    }

    /**
     * Reserves a contact if the person has not refused it meanwhile and all caps still allow it; atomic against other
     * reservations and refusals of the same person.
     *
     * @param person whom
     * @param contact the contact planned
     * @param caps the caps it falls under
     * @param zone the person's time zone
     * @param decision the decision that plans it
     * @param hold how long the reservation lasts unless confirmed
     * @return the contact's id, or empty when the person has refused or a cap has been exhausted meanwhile
     */
    Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold);

    /** Gives a contact back that was reserved and will not be made; a ledger that holds nothing has nothing to do. */
    default void release(String contact) {}
}
