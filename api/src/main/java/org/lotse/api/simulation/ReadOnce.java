package org.lotse.api.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;

/** What is stored of a customer, read once for both versions of the rules, and forgotten then. Thread-safe. */
final class ReadOnce implements Subjects, ContactLedger {
    private final Subjects subjects;
    private final ContactLedger ledger;
    private final Map<SubjectId, Optional<SubjectState>> states = new ConcurrentHashMap<>();
    private final Map<SubjectId, Permissions> permissions = new ConcurrentHashMap<>();
    private final Map<SubjectId, ContactHistory> histories = new ConcurrentHashMap<>();

    ReadOnce(Subjects subjects, ContactLedger ledger) {
        this.subjects = subjects;
        this.ledger = ledger;
    }

    void forget() {
        states.clear();
        permissions.clear();
        histories.clear();
    }

    @Override
    public Optional<SubjectState> find(SubjectId id, Instant at) {
        return states.computeIfAbsent(id, key -> subjects.find(key, at));
    }

    @Override
    public List<SubjectState> all(SubjectType type, Instant at) {
        return subjects.all(type, at);
    }

    @Override
    public Permissions permissions(SubjectId person, Instant at) {
        return permissions.computeIfAbsent(person, key -> ledger.permissions(key, at));
    }

    @Override
    public ContactHistory history(SubjectId person, Instant at) {
        return histories.computeIfAbsent(person, key -> ledger.history(key, at));
    }

    @Override
    public SubjectId person(SubjectId record) {
        return ledger.person(record);
    }

    @Override
    public Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold) {
        throw new IllegalStateException(
                "A simulation reserves nothing, yet a contact with " + person + " was asked for.");
    }
}
