package org.lotse.engine.planning.calls;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Someone who calls customers. */
public record Agent(String id, Set<String> skills, List<Shift> shifts) {
    public Agent {
        skills = Set.copyOf(skills);
        shifts = List.copyOf(shifts);
    }

    /** A time at work, from (included) to (excluded). */
    public record Shift(Instant from, Instant to) {}

    /** Whether the agent works through the whole slot. */
    public boolean worksThrough(Instant slot, long slotSeconds) {
        Instant end = slot.plusSeconds(slotSeconds);
        return shifts.stream().anyMatch(s -> !s.from().isAfter(slot) && !s.to().isBefore(end));
    }
}
