package org.lotse.api.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** The customer's card in the CRM: its attributes, version by version. */
final class Card {
    private final Person person;
    private final List<Version> versions = new ArrayList<>();
    private final Map<String, Value> last = new TreeMap<>();

    Card(Person person) {
        this.person = person;
    }

    /** Writes what has changed since the last version. */
    void update(Account account, Instant at) {
        Map<String, Value> changes = attributes(account);
        changes.entrySet().removeIf(entry -> entry.getValue().equals(last.get(entry.getKey())));
        if (!changes.isEmpty()) {
            last.putAll(changes);
            Instant after =
                    versions.isEmpty() ? at : versions.getLast().validFrom().plusSeconds(1);
            versions.add(new Version(at.isBefore(after) ? after : at, keyed(changes)));
        }
    }

    List<Version> versions() {
        return List.copyOf(versions);
    }

    private Map<String, Value> attributes(Account account) {
        Map<String, Value> card = new TreeMap<>();
        who(card);
        contract(card, account);
        packages(card, account);
        return card;
    }

    private void who(Map<String, Value> card) {
        put(card, "name", Value.text(person.name()));
        put(card, "kind", Value.choice(person.business() ? "BUSINESS" : "PRIVATE"));
        if (person.business()) {
            put(card, "employees", Value.of(person.employees()));
            put(card, "deal-value", Value.of(person.dealValue()));
        } else {
            put(card, "gender", Value.choice(person.gender()));
            put(card, "age", Value.of(person.age()));
            put(card, "senior", Value.of(person.senior()));
            put(card, "partner", Value.of(person.partner()));
            put(card, "dependents", Value.of(person.dependents()));
        }
        put(card, "postal-code", Value.text(person.town().postalCode()));
        put(card, "town", Value.text(person.town().name()));
        put(card, "region", Value.text(person.town().region()));
        put(card, "latitude", Value.of(person.latitude()));
        put(card, "longitude", Value.of(person.longitude()));
        put(card, "language", Value.choice(person.language()));
        put(card, "preferred-channel", Value.choice(person.preferredChannel()));
    }

    private static void contract(Map<String, Value> card, Account account) {
        put(card, "tenure", Value.of(account.tenure));
        put(card, "contract", Value.choice(account.contract));
        put(card, "months-to-end", Value.of(account.monthsToEnd));
        put(card, "monthly-charge", Value.of(account.charge()));
        put(card, "total-charges", Value.of(Math.round(100 * account.totalCharges) / 100.0));
        put(card, "payment-method", Value.choice(account.payment));
        put(card, "paperless", Value.of(account.paperless));
        put(card, "open-complaints", Value.of(account.openComplaints));
        put(card, "device-age", Value.of(account.deviceAge));
        put(card, "data-usage", Value.of(account.usage));
    }

    private static void packages(Map<String, Value> card, Account account) {
        put(card, "phone-service", Value.of(account.phone));
        put(card, "multiple-lines", Value.of(account.lines));
        put(card, "internet", Value.choice(account.internet));
        put(card, "fibre-available", Value.of(account.fibreAvailable));
        put(card, "online-security", Value.of(account.security));
        put(card, "online-backup", Value.of(account.backup));
        put(card, "device-protection", Value.of(account.protection));
        put(card, "tech-support", Value.of(account.support));
        put(card, "streaming-tv", Value.of(account.tv));
        put(card, "streaming-movies", Value.of(account.movies));
    }

    private static void put(Map<String, Value> card, String key, Value value) {
        card.put(key, value);
    }

    private static Map<TermKey, Value> keyed(Map<String, Value> changes) {
        Map<TermKey, Value> keyed = new TreeMap<>();
        changes.forEach((key, value) -> keyed.put(new TermKey(key), value));
        return keyed;
    }
}
