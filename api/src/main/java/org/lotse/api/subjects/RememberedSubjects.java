package org.lotse.api.subjects;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;

/**
 * What was read of the subjects asked for most recently. Never trusted by itself: each reading asks the database what is
 * new since. Bounded by the number of events held. Thread-safe.
 */
final class RememberedSubjects {
    private static final int MOST_EVENTS = 200_000;
    /** What an entry without events weighs. */
    private static final int OWN_WEIGHT = 4;

    private final Map<SubjectId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    /**
     * What is known of a subject.
     *
     * @param vocabulary by which it was read
     * @param createdAt tells it from another subject that later got the same id
     * @param changed how often events of the person had been changed or removed, or records had joined or left
     * @param seen transactions before this one had ended: their events are here
     * @param version of the attributes
     */
    record Entry(
            Vocabulary vocabulary,
            Instant createdAt,
            long changed,
            long seen,
            List<Event> events,
            long version,
            Map<TermKey, Value> attributes,
            Map<String, SubjectId> links) {
        private int weight() {
            return OWN_WEIGHT + events.size();
        }
    }

    synchronized @Nullable Entry get(SubjectId id, Vocabulary vocabulary) {
        Entry entry = entries.get(id);
        return entry != null && entry.vocabulary() == vocabulary ? entry : null;
    }

    synchronized void put(SubjectId id, Entry entry) {
        remove(id);
        entries.put(id, entry);
        weight += entry.weight();
        for (Iterator<Entry> oldest = entries.values().iterator(); weight > MOST_EVENTS && oldest.hasNext(); ) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
    }

    synchronized void remove(SubjectId id) {
        Entry before = entries.remove(id);
        if (before != null) {
            weight -= before.weight();
        }
    }
}
