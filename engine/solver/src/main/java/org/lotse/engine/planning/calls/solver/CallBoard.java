package org.lotse.engine.planning.calls.solver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.calls.Agent;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.Candidate;

/**
 * A call problem as numbers: slots in order, agents with equal skills as one team, and a bin per team and slot that has
 * room for as many calls as the team can make.
 */
final class CallBoard {
    final CallProblem problem;
    final List<Instant> slots;
    final List<Set<String>> teams = new ArrayList<>();
    final List<List<Integer>> agentsOf = new ArrayList<>();
    final int[] teamOfAgent;
    /** Calls left per agent and slot. */
    final int[][] left;
    /** Value per candidate and slot; negative infinity where closed. */
    final double[][] values;

    /** Calls per bin before any promise is kept. */
    final int[] atWork;

    final int[] kindOf;
    final List<boolean[]> teamsOfKind = new ArrayList<>();
    /** What it is worth besides when somebody of the team calls a customer of the kind. */
    final List<double[]> bonusOfKind = new ArrayList<>();

    private final Set<String> asked;

    CallBoard(CallProblem problem) {
        this.problem = problem;
        SortedSet<Instant> known = new TreeSet<>(problem.slots());
        for (Candidate candidate : problem.candidates()) {
            Candidate.Promise promise = candidate.promised();
            if (promise != null) {
                known.add(slotOf(promise.at(), known, problem.slotSeconds()));
            }
        }
        this.slots = List.copyOf(known);
        this.asked = problem.candidates().stream()
                .flatMap(candidate -> Optional.ofNullable(candidate.preferredAgent()).stream())
                .collect(Collectors.toSet());
        this.teamOfAgent = new int[problem.agents().size()];
        this.left = new int[problem.agents().size()][slots.size()];
        agents();
        this.atWork = room();
        this.values = new double[problem.candidates().size()][slots.size()];
        this.kindOf = new int[problem.candidates().size()];
        candidates();
    }

    private static Instant slotOf(Instant at, SortedSet<Instant> known, long seconds) {
        SortedSet<Instant> before = known.headSet(at.plusNanos(1));
        if (!before.isEmpty()) {
            Instant last = before.last();
            return last.plusSeconds((at.getEpochSecond() - last.getEpochSecond()) / seconds * seconds);
        }
        if (known.isEmpty()) {
            return at;
        }
        long ahead = known.first().getEpochSecond() - at.getEpochSecond();
        return known.first().minusSeconds((ahead + seconds - 1) / seconds * seconds);
    }

    /** Agents who can take each other's place; whom a customer asks for by name is a team alone. */
    private record Team(Set<String> skills, Set<String> prefers, String alone) {}

    /** Customers who can take each other's place with every team. */
    private record Kind(
            Set<String> skills,
            @Nullable String region,
            @Nullable String preferred) {
        static Kind of(Candidate candidate) {
            return new Kind(candidate.skills(), candidate.region(), candidate.preferredAgent());
        }
    }

    private void agents() {
        Map<Team, Integer> teamOf = new HashMap<>();
        for (int a = 0; a < problem.agents().size(); a++) {
            Agent agent = problem.agents().get(a);
            String alone = asked.contains(agent.id()) ? agent.id() : "";
            int team = teamOf.computeIfAbsent(new Team(agent.skills(), agent.prefers(), alone), s -> {
                teams.add(s.skills());
                agentsOf.add(new ArrayList<>());
                return teams.size() - 1;
            });
            teamOfAgent[a] = team;
            agentsOf.get(team).add(a);
            for (int s = 0; s < slots.size(); s++) {
                left[a][s] = agent.worksThrough(slots.get(s), problem.slotSeconds()) ? problem.callsPerSlot() : 0;
            }
        }
    }

    private void candidates() {
        Map<Instant, Integer> slotAt = new HashMap<>();
        for (int s = 0; s < slots.size(); s++) {
            slotAt.put(slots.get(s), s);
        }
        Map<Kind, Integer> kinds = new HashMap<>();
        for (int c = 0; c < values.length; c++) {
            Candidate candidate = problem.candidates().get(c);
            kindOf[c] = kinds.computeIfAbsent(Kind.of(candidate), kind -> kind(candidate));
            Arrays.fill(values[c], Double.NEGATIVE_INFINITY);
            double whenReached = candidate.closing() * candidate.value();
            double[] row = values[c];
            candidate.reachability().forEach((slot, p) -> row[slotAt.getOrDefault(slot, 0)] = p * whenReached);
        }
    }

    private int kind(Candidate candidate) {
        boolean[] able = new boolean[teams.size()];
        double[] bonus = new double[teams.size()];
        for (int t = 0; t < able.length; t++) {
            able[t] = teams.get(t).containsAll(candidate.skills());
            bonus[t] = bonus(candidate, agentsOf.get(t).getFirst());
        }
        teamsOfKind.add(able);
        bonusOfKind.add(bonus);
        return teamsOfKind.size() - 1;
    }

    /** What it is worth besides that this agent calls this customer. */
    double bonus(Candidate candidate, int agent) {
        return problem.agents().get(agent).suits(candidate) ? problem.wishes().preference() : 0;
    }

    double bonus(int candidate, int team) {
        return bonusOfKind.get(kindOf[candidate])[team];
    }

    int bins() {
        return teams.size() * slots.size();
    }

    int bin(int team, int slot) {
        return team * slots.size() + slot;
    }

    int slotOfBin(int bin) {
        return bin % slots.size();
    }

    int teamOfBin(int bin) {
        return bin / slots.size();
    }

    boolean able(int candidate, int team) {
        return teamsOfKind.get(kindOf[candidate])[team];
    }

    /** Calls all agents can still make, per bin. */
    int[] room() {
        int[] room = new int[bins()];
        for (int a = 0; a < left.length; a++) {
            for (int s = 0; s < slots.size(); s++) {
                room[bin(teamOfAgent[a], s)] += left[a][s];
            }
        }
        return room;
    }

    /** Number of the slot a promise falls into, or -1 without one. */
    int promisedSlot(int candidate) {
        Candidate.Promise promise = problem.candidates().get(candidate).promised();
        if (promise == null) {
            return -1;
        }
        int slot = slots.size() - 1;
        while (slot > 0 && slots.get(slot).isAfter(promise.at())) {
            slot--;
        }
        return slot;
    }

    /** Number of the agent who promised, or -1. */
    int promisingAgent(int candidate) {
        Candidate.Promise promise = problem.candidates().get(candidate).promised();
        String agent = promise == null ? null : promise.agent();
        return agent == null ? -1 : indexOf(agent);
    }

    private int indexOf(@Nullable String agent) {
        for (int a = 0; a < problem.agents().size(); a++) {
            if (problem.agents().get(a).id().equals(agent)) {
                return a;
            }
        }
        throw new IllegalStateException("Agent " + agent + " is promised but not known; the check names it.");
    }
}
