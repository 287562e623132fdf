package org.lotse.api.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * A customer of the demo company with the whole story.
 *
 * @param id {@code c-1}, {@code c-2}, ...
 * @param versions the attributes as they were delivered, oldest first
 * @param events what happened, oldest first; a CHURNED event is the last one
 * @param consents the consent ledger, oldest first per channel
 * @param objections objections to marketing
 * @param churnedAt when the customer left, if so
 * @param truth what is really so
 */
public record DemoCustomer(
        SubjectId id,
        List<Version> versions,
        List<Event> events,
        List<DemoConsent> consents,
        List<DemoObjection> objections,
        Optional<Instant> churnedAt,
        Truth truth) {

    public DemoCustomer {
        versions = List.copyOf(versions);
        events = List.copyOf(events);
        consents = List.copyOf(consents);
        objections = List.copyOf(objections);
    }

    /** Whether the customer is still one. */
    public boolean active() {
        return churnedAt.isEmpty();
    }

    /** The attributes as of now; of a customer who left as of then. */
    public Map<TermKey, Value> attributes() {
        Map<TermKey, Value> attributes = new TreeMap<>();
        versions.forEach(version -> attributes.putAll(version.attributes()));
        return attributes;
    }

    /** Everything as it would be stored now. */
    public SubjectState state() {
        return new SubjectState(id, attributes(), events, Map.of());
    }
}
