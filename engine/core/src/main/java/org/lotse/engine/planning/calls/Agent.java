package org.lotse.engine.planning.calls;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Someone who calls customers.
 *
 * @param prefers skills and regions of customers the agent likes to speak with
 */
public record Agent(String id, Set<String> skills, Set<String> prefers, List<Shift> shifts) {
    public Agent {
        skills = Set.copyOf(skills);
        prefers = Set.copyOf(prefers);
        shifts = List.copyOf(shifts);
    }

    /** Someone who likes all customers alike. */
    public Agent(String id, Set<String> skills, List<Shift> shifts) {
        this(id, skills, Set.of(), shifts);
    }

    /** Whether a call to this customer is one the agent, or the customer, would choose. */
    public boolean suits(Candidate candidate) {
        return id.equals(candidate.preferredAgent())
                || (candidate.region() != null && prefers.contains(candidate.region()))
                || candidate.skills().stream().anyMatch(prefers::contains);
    }

    /** A time at work, from (included) to (excluded). */
    public record Shift(Instant from, Instant to) {}

    /** Whether the agent works through the whole slot. */
    public boolean worksThrough(Instant slot, long slotSeconds) {
        Instant end = slot.plusSeconds(slotSeconds);
        return shifts.stream().anyMatch(s -> !s.from().isAfter(slot) && !s.to().isBefore(end));
    }
}
