package org.lotse.engine.planning.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may be called, by whom and when.
 *
 * @param slotMinutes length of a slot; agents' time is planned slot by slot
 * @param callMinutes length of one call; an agent makes {@code slotMinutes / callMinutes} calls in a slot, rounded down
 * @param zone in which slots are written
 * @param wishes what the team would like besides
 */
public record CallProblem(
        double slotMinutes,
        double callMinutes,
        ZoneId zone,
        List<Agent> agents,
        List<Candidate> candidates,
        Wishes wishes) {
    public CallProblem {
        agents = List.copyOf(agents);
        candidates = List.copyOf(candidates);
    }

    /** A problem without wishes. */
    public CallProblem(
            double slotMinutes, double callMinutes, ZoneId zone, List<Agent> agents, List<Candidate> candidates) {
        this(slotMinutes, callMinutes, zone, agents, candidates, Wishes.NONE);
    }

    /**
     * What the team would like, as money.
     *
     * @param preference what it is worth that a call is made by an agent it suits
     * @param fairness what a call costs that an agent makes above the fair share: the team's load times the agent's time
     */
    public record Wishes(double preference, double fairness) {
        /** Nothing besides. */
        public static final Wishes NONE = new Wishes(0, 0);
    }

    /** The same problem about other candidates. */
    public CallProblem with(List<Candidate> others) {
        return new CallProblem(slotMinutes, callMinutes, zone, agents, others, wishes);
    }

    /** Whether there is more to it than one call each. */
    public boolean isMoreThanAssigning() {
        return wishes.fairness() > 0
                || candidates.stream().anyMatch(candidate -> candidate.repeats().attempts() > 1);
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
        Set<Instant> slots = new HashSet<>();
        for (Candidate candidate : candidates) {
            slots.addAll(candidate.reachability().keySet());
        }
        return new TreeSet<>(slots);
    }
}
