package org.lotse.engine.planning.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Closes the slots in which a customer must not be called. A candidate of no named country is taken as it is; one of a
 * country nobody knows the law of is not called at all. A call-back that was promised was asked for and stays.
 */
public final class KeepCallLaw {
    private final Map<String, CallLaw> laws;
    private final CallLaw.Holidays holidays;

    /** @param laws by country */
    public KeepCallLaw(Map<String, CallLaw> laws, CallLaw.Holidays holidays) {
        this.laws = Map.copyOf(laws);
        this.holidays = holidays;
    }

    /**
     * What is left to plan.
     *
     * @param without those of a country without a law
     */
    public record Lawful(CallProblem problem, List<CallPlan.LeftOut> without) {
        public Lawful {
            without = List.copyOf(without);
        }

        /** The plan of the lawful problem, with everybody who could not be part of it. */
        public CallPlan complete(CallPlan plan) {
            if (without.isEmpty()) {
                return plan;
            }
            List<CallPlan.LeftOut> left = new ArrayList<>(plan.left());
            left.addAll(without);
            return new CallPlan(
                    plan.calls(),
                    left,
                    plan.expectedValue(),
                    plan.wishes(),
                    plan.upperBound(),
                    plan.slotPrice(),
                    plan.feasible());
        }
    }

    /** The problem without what must not be. */
    public Lawful keep(CallProblem problem) {
        Duration length = Duration.ofSeconds(problem.slotSeconds());
        Map<Group, Set<Instant>> closed = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        List<CallPlan.LeftOut> without = new ArrayList<>();
        SortedSet<Instant> slots = new TreeSet<>(problem.slots());
        for (Candidate candidate : problem.candidates()) {
            String country = candidate.country();
            CallLaw law = country == null ? null : laws.get(country);
            if (country == null || (law == null && candidate.promised() != null)) {
                candidates.add(candidate);
            } else if (law == null) {
                without.add(new CallPlan.LeftOut(candidate.customerId(), new CallReason.NoRuleForCountry(country)));
            } else {
                ZoneId zone = zone(candidate.zone(), problem.zone());
                String region = candidate.region() == null ? "" : candidate.region();
                Set<Instant> shut = closed.computeIfAbsent(
                        new Group(country, region, zone), group -> shut(law, group, slots, length));
                Candidate open = shut.isEmpty() ? candidate : candidate.without(shut);
                candidates.add(
                        open.with(open.repeats().atMost(Math.min(law.perWeek(), law.perCampaign()), law.perDay())));
            }
        }
        return new Lawful(problem.with(candidates), without);
    }

    /** Candidates for whom the same hours are open. */
    private record Group(String country, String region, ZoneId zone) {}

    private static ZoneId zone(@Nullable ZoneId own, ZoneId otherwise) {
        return own == null ? otherwise : own;
    }

    private Set<Instant> shut(CallLaw law, Group group, SortedSet<Instant> slots, Duration length) {
        Set<Instant> shut = new HashSet<>();
        for (Instant slot : slots) {
            if (!law.allows(slot.atZone(group.zone()), length, group.region(), holidays)) {
                shut.add(slot);
            }
        }
        return shut;
    }
}
