package org.lotse.models.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * All that is stored about one subject.
 *
 * @param id who
 * @param attributes what was delivered, by when; the first counts for all times before it, too
 * @param events everything that happened, in order of time
 * @param links linked subjects
 */
public record Story(SubjectId id, List<Version> attributes, List<Event> events, Map<String, SubjectId> links) {
    public Story {
        attributes =
                attributes.stream().sorted(Comparator.comparing(Version::from)).toList();
        events = events.stream().sorted(Comparator.comparing(Event::time)).toList();
        links = Map.copyOf(links);
    }

    /**
     * The attributes from a moment on.
     *
     * @param from when they were delivered
     * @param values all of them
     */
    public record Version(Instant from, Map<TermKey, Value> values) {
        public Version {
            values = Map.copyOf(values);
        }
    }

    /** A story of which only today's attributes are known. */
    public static Story of(SubjectState state) {
        return new Story(
                state.id(), List.of(new Version(Instant.MIN, state.attributes())), state.events(), state.links());
    }

    /** The subject as it was known at a moment; its events are all there, the aggregates leave later ones out. */
    SubjectState at(Instant moment) {
        Map<TermKey, Value> values =
                attributes.isEmpty() ? Map.of() : attributes.getFirst().values();
        for (Version version : attributes) {
            if (!version.from().isAfter(moment)) {
                values = version.values();
            }
        }
        return new SubjectState(id, values, events, links);
    }

    /** When it begins: with the first event, or with the first delivery where that is earlier. */
    Optional<Instant> begin() {
        return Stream.concat(
                        events.stream().limit(1).map(Event::time),
                        attributes.stream().map(Version::from).filter(from -> from.isAfter(Instant.MIN)))
                .min(Comparator.naturalOrder());
    }
}
