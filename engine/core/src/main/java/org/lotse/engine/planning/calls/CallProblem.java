package org.lotse.engine.planning.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may be called, by whom and when.
 *
 * @param slotMinutes length of a slot; agents' time is planned slot by slot
 * @param callMinutes length of one call; an agent makes {@code slotMinutes / callMinutes} calls in a slot, rounded down
 * @param zone in which slots are written
 */
public record CallProblem(
        double slotMinutes, double callMinutes, ZoneId zone, List<Agent> agents, List<Candidate> candidates) {
    public CallProblem {
        agents = List.copyOf(agents);
        candidates = List.copyOf(candidates);
    }

    /** Calls one agent makes in one slot. */
    public int callsPerSlot() {
        return (int) Math.floor(slotMinutes / callMinutes + 1e-9);
    }

    /** Length of a slot in seconds, rounded to whole ones. */
    public long slotSeconds() {
        return Math.round(slotMinutes * 60);
    }

    /** Every slot some customer can be reached in, earliest first. */
    public SortedSet<Instant> slots() {
        SortedSet<Instant> slots = new TreeSet<>();
        for (Candidate candidate : candidates) {
            slots.addAll(candidate.reachability().keySet());
        }
        return slots;
    }
}
