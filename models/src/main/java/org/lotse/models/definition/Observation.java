package org.lotse.models.definition;

import java.util.List;
import java.util.Map;
import org.lotse.engine.term.Period;

/** When in the stored history a subject is looked at. */
public sealed interface Observation {
    /** The target is a column, or the table already holds one row per observation; no horizon is claimed. */
    record Snapshot() implements Observation {}

    /**
     * At regular intervals.
     *
     * @param step the interval
     * @param again whether a subject is still observed after its first target event
     */
    record Every(Period step, boolean again) implements Observation {}

    /**
     * At events; {@code at decisions} stands for contacts that were really made.
     *
     * @param anchors any of these
     */
    record At(List<Anchor> anchors) implements Observation {
        public At {
            anchors = List.copyOf(anchors);
        }
    }

    /**
     * An event that is an observation.
     *
     * @param event its type
     * @param where fields it must have
     * @param unless fields that rule it out
     */
    record Anchor(String event, Map<String, String> where, Map<String, String> unless) {
        public Anchor {
            where = Map.copyOf(where);
            unless = Map.copyOf(unless);
        }
    }
}
