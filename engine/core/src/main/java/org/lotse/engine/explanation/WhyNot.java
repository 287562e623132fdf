package org.lotse.engine.explanation;

import java.util.List;
import org.lotse.engine.decision.Decision;

/**
 * What stood in a candidate's way, and what would have had it chosen.
 *
 * @param loser the candidate and its first obstacle
 * @param needs how many of the changes in {@code flip} are needed
 * @param flip the smallest single change, or all that are needed together, in the order of the obstacles
 * @param others further single changes, each sufficing alone, the smallest first; one per term
 */
public record WhyNot(Decision.NotChosen loser, Needs needs, List<Change> flip, List<Change> others) {
    public WhyNot {
        flip = List.copyOf(flip);
        others = List.copyOf(others);
    }

    /** How many changes it takes. */
    public enum Needs {
        /** One suffices. */
        ONE,
        /** All of the changes named are needed together. */
        ALL,
        /** No change of what was read is known to suffice. */
        NONE
    }
}
