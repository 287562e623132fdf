package org.lotse.api.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a company uses what it knows, phase by phase of a customer's journey.
 *
 * @param phases in the order of the journey
 */
public record MaturityMap(List<Phase> phases) {
    public MaturityMap {
        phases = List.copyOf(phases);
    }

    /** The steps of using data, each built on the one before. */
    public enum Stage {
        STORAGE,
        ANALYSIS,
        DESCRIPTIVE,
        PREDICTIVE,
        SELF_LEARNING;

        /** What comes next; null at the last. */
        public @Nullable Stage next() {
            return this == SELF_LEARNING ? null : values()[ordinal() + 1];
        }
    }

    /**
     * A phase.
     *
     * @param stage the last step reached without leaving one out; null when nothing is stored
     * @param next the next step; null at the end
     * @param evidence what speaks for each step, in their order
     * @param text where the phase stands and what to do next, in words
     */
    public record Phase(
            String key,
            String title,
            @Nullable Stage stage,
            @Nullable Stage next,
            List<Evidence> evidence,
            String text) {
        public Phase {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What speaks for a step.
     *
     * @param there whether it does
     * @param text what was found, or is missing, in words
     */
    public record Evidence(Stage stage, boolean there, String text) {}

    /** The last step reached without leaving one out; null when not even the first is. */
    static @Nullable Stage reached(List<Evidence> evidence) {
        Stage reached = null;
        for (Evidence one : evidence) {
            if (!one.there()) {
                return reached;
            }
            reached = one.stage();
        }
        return reached;
    }

    static @Nullable Stage after(@Nullable Stage reached) {
        return reached == null ? Stage.STORAGE : reached.next();
    }
}
