package org.lotse.api.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A call-centre agent.
 *
 * @param id {@code agent-1}, ...
 * @param name invented
 * @param skills {@code retention}, {@code sales}, {@code business}, {@code english}
 * @param shifts of the coming five working days
 */
public record DemoAgent(String id, String name, Set<String> skills, List<Shift> shifts) {
    public DemoAgent {
        skills = Set.copyOf(skills);
        shifts = List.copyOf(shifts);
    }

    /** From when to when somebody works. */
    public record Shift(Instant from, Instant to) {}
}
