package org.lotse.models.definition;

import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.Period;

/** What is predicted. */
public sealed interface Target {
    /**
     * A column of the table.
     *
     * @param name the column
     * @param positive the value whose probability is predicted; empty for a regression or where it is evident
     */
    record Column(String name, Optional<String> positive) implements Target {}

    /**
     * Whether an event follows the observation.
     *
     * @param events one of these counts
     * @param within how soon
     * @param wanted false where the wanted outcome is that none of them follows ({@code no-event})
     */
    record Happens(Set<String> events, Period within, boolean wanted) implements Target {
        public Happens {
            events = Set.copyOf(events);
        }
    }

    /**
     * A field of the observed event itself: the result of a call.
     *
     * @param field the data field
     * @param is its wanted value
     */
    record Field(String field, String is) implements Target {}
}
