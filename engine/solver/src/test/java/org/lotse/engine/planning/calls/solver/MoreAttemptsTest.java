package org.lotse.engine.planning.calls.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.Agent;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.Candidate;

/** Plans in which a customer may be tried again, agents have likings and the load is to be fair. */
class MoreAttemptsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant EIGHT = Instant.parse("2026-11-23T07:00:00Z");
    private static final Limits QUICK = Limits.ofSeconds(0.8, 7);

    @Test
    void aSecondAttemptCountsAsFarAsTheFirstReachesNobody() {
        CallPlan plan = plan(problem(
                1,
                List.of(agent("anna", 0, 10)),
                List.of(candidate("c", 100, Map.of(0, 0.5, 6, 0.4), 2, 4)),
                CallProblem.Wishes.NONE));

        assertThat(plan.calls()).extracting(CallPlan.Call::attempt).containsExactly(1, 2);
        assertThat(plan.calls()).extracting(CallPlan.Call::expectedValue).containsExactly(50.0, 20.0);
        assertThat(plan.expectedValue()).isCloseTo(70, within(1e-9));
        assertThat(plan.gap()).isLessThan(1e-6);
    }

    @Test
    void attemptsLieApart() {
        CallPlan plan = plan(problem(
                1,
                List.of(agent("anna", 0, 10)),
                List.of(candidate("c", 100, Map.of(0, 0.5, 3, 0.5), 2, 4)),
                CallProblem.Wishes.NONE));

        assertThat(plan.calls()).hasSize(1);
    }

    @Test
    void fairnessSharesTheCallsOut() {
        Agent early = agent("early", 0, 4);
        Agent late = agent("late", 0, 4);
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            candidates.add(candidate("c" + c, 10, Map.of(c, 0.5), 1, 0));
        }

        CallPlan plan = plan(problem(1, List.of(early, late), candidates, new CallProblem.Wishes(0, 1)));

        assertThat(plan.calls().stream().collect(Collectors.groupingBy(CallPlan.Call::agent, Collectors.counting())))
                .isEqualTo(Map.of("early", 2L, "late", 2L));
        assertThat(plan.gap()).isZero();
    }

    @Test
    void aCustomerSpeaksWithWhomItLikes() {
        Agent anna = agent("anna", 0, 1);
        Agent ben = agent("ben", 0, 1);
        Candidate liking = new Candidate(
                "c", 100, 1, Set.of(), null, null, null, null, Candidate.Repeats.NONE, "ben", Map.of(at(0), 0.5));

        CallPlan plan = plan(problem(1, List.of(anna, ben), List.of(liking), new CallProblem.Wishes(3, 0)));

        assertThat(plan.calls()).extracting(CallPlan.Call::agent).containsExactly("ben");
        assertThat(plan.wishes()).isEqualTo(3);
        assertThat(plan.gap()).isZero();
    }

    @Test
    void randomPlansKeepEveryRuleAndLieWithinOnePercentOfTheBound() {
        double gaps = 0;
        int seeds = 3;
        for (int seed = 0; seed < seeds; seed++) {
            CallProblem problem = random(new Random(seed));

            CallPlan plan = new FlowPlanCalls().plan(problem, Limits.ofSeconds(1.2, seed), Watch.none());

            keepsEveryRule(problem, plan, seed);
            assertThat(plan.expectedValue() + plan.wishes())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(plan.upperBound() + 1e-6);
            gaps += plan.gap();
        }
        assertThat(gaps / seeds).as("mean gap").isLessThan(0.01);
    }

    /** Agents who are asked for by name have places of their own; most customers do not mind who calls. */
    @Test
    void theBoundHoldsTightWhenAgentsStandInForEachOther() {
        Random random = new Random(11);
        List<Agent> agents = new ArrayList<>();
        for (int a = 0; a < 12; a++) {
            agents.add(agent("a" + a, 0, 8));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < 500; c++) {
            Map<Integer, Double> open = new HashMap<>();
            for (int s = 0; s < 8; s++) {
                open.put(s, 0.1 + 0.6 * random.nextDouble());
            }
            candidates.add(likes(
                    candidate("c" + c, 20 + random.nextInt(200), open, 2, 3),
                    c % 10 == 0 ? "a" + (c / 10 % 12) : null));
        }

        CallPlan plan = new FlowPlanCalls()
                .plan(
                        problem(2, agents, candidates, new CallProblem.Wishes(2, 0)),
                        Limits.ofSeconds(1.5, 3),
                        Watch.none());

        assertThat(plan.gap()).isLessThan(0.01);
    }

    /** Two agents, one of them liked, in every way there is. */
    @Test
    void noPlanOfTwoAgentsIsWorthMoreThanTheBound() {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(100 + seed);
            List<Candidate> candidates = new ArrayList<>();
            for (int c = 0; c < 3; c++) {
                Map<Integer, Double> open = new HashMap<>();
                for (int s = 0; s < 3; s++) {
                    open.put(s * 3, random.nextDouble());
                }
                candidates.add(likes(candidate("c" + c, 10 + random.nextInt(90), open, 2, 4), c == 0 ? "ben" : null));
            }
            List<Agent> agents = List.of(agent("anna", 0, 9), agent("ben", 0, 9));

            CallPlan plan = new FlowPlanCalls()
                    .plan(
                            problem(1, agents, candidates, new CallProblem.Wishes(5, 0)),
                            Limits.ofSeconds(0.25, seed),
                            Watch.none());

            double best = bestOfTwo(candidates, new int[6], 0);
            assertThat(plan.upperBound()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
            assertThat(plan.expectedValue() + plan.wishes()).as("seed %d", seed).isGreaterThanOrEqualTo(best * 0.97);
        }
    }

    private static double bestOfTwo(List<Candidate> candidates, int[] taken, int seat) {
        if (seat == taken.length) {
            double sum = 0;
            for (int c = 0; c < candidates.size(); c++) {
                int[] own = new int[3];
                for (int s = 0; s < 3; s++) {
                    if (taken[s] == c + 1 && taken[s + 3] == c + 1) {
                        return Double.NEGATIVE_INFINITY;
                    }
                    own[s] = taken[s] == c + 1 || taken[s + 3] == c + 1 ? c + 1 : 0;
                    sum += taken[s + 3] == c + 1 && c == 0 ? 5 : 0;
                }
                sum += worth(candidates.get(c), own, c + 1);
            }
            return sum;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int c = 0; c <= candidates.size(); c++) {
            taken[seat] = c;
            best = Math.max(best, bestOfTwo(candidates, taken, seat + 1));
        }
        taken[seat] = 0;
        return best;
    }

    private static Candidate likes(Candidate candidate, @Nullable String agent) {
        return new Candidate(
                candidate.customerId(),
                candidate.value(),
                candidate.closing(),
                candidate.skills(),
                null,
                null,
                null,
                null,
                candidate.repeats(),
                agent,
                candidate.reachability());
    }

    @Test
    void noPlanOfASmallProblemIsWorthMoreThanTheBound() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<Candidate> candidates = new ArrayList<>();
            for (int c = 0; c < 3; c++) {
                Map<Integer, Double> open = new HashMap<>();
                for (int s = 0; s < 4; s++) {
                    open.put(s * 3, random.nextDouble());
                }
                candidates.add(candidate("c" + c, 10 + random.nextInt(90), open, 2, 4));
            }
            CallProblem problem = problem(1, List.of(agent("anna", 0, 12)), candidates, CallProblem.Wishes.NONE);

            CallPlan plan = new FlowPlanCalls().plan(problem, Limits.ofSeconds(0.25, seed), Watch.none());

            double best = best(candidates, new int[4], 0);
            assertThat(plan.upperBound()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
            assertThat(plan.expectedValue()).as("seed %d", seed).isGreaterThanOrEqualTo(best * 0.97);
        }
    }

    /** Every way to give four places to three customers. */
    private static double best(List<Candidate> candidates, int[] taken, int slot) {
        if (slot == taken.length) {
            double sum = 0;
            for (int c = 0; c < candidates.size(); c++) {
                sum += worth(candidates.get(c), taken, c + 1);
            }
            return sum;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int c = 0; c <= candidates.size(); c++) {
            taken[slot] = c;
            best = Math.max(best, best(candidates, taken, slot + 1));
        }
        taken[slot] = 0;
        return best;
    }

    private static double worth(Candidate candidate, int[] taken, int number) {
        double miss = 1;
        int last = Integer.MIN_VALUE / 2;
        int attempts = 0;
        for (int slot = 0; slot < taken.length; slot++) {
            if (taken[slot] == number) {
                if (slot * 3 - last < 4 || ++attempts > 2) {
                    return Double.NEGATIVE_INFINITY;
                }
                last = slot * 3;
                miss *= 1 - candidate.reachability().getOrDefault(at(slot * 3), 0.0);
            }
        }
        return (1 - miss) * candidate.value();
    }

    private static void keepsEveryRule(CallProblem problem, CallPlan plan, int seed) {
        Map<String, Candidate> candidates = new HashMap<>();
        problem.candidates().forEach(candidate -> candidates.put(candidate.customerId(), candidate));
        Map<String, Agent> agents = new HashMap<>();
        problem.agents().forEach(agent -> agents.put(agent.id(), agent));
        Map<String, Integer> inSeat = new HashMap<>();
        Map<String, List<Instant>> tried = new HashMap<>();
        for (CallPlan.Call call : plan.calls()) {
            Candidate candidate = candidates.get(call.customerId());
            Agent agent = agents.get(call.agent());
            assertThat(candidate).isNotNull();
            assertThat(agent).isNotNull();
            if (candidate == null || agent == null) {
                return;
            }
            assertThat(agent.skills()).as("seed %d", seed).containsAll(candidate.skills());
            assertThat(agent.worksThrough(call.slot(), problem.slotSeconds())).isTrue();
            assertThat(candidate.reachability()).containsKey(call.slot());
            inSeat.merge(call.agent() + call.slot(), 1, Integer::sum);
            tried.computeIfAbsent(call.customerId(), id -> new ArrayList<>()).add(call.slot());
        }
        assertThat(inSeat.values()).allSatisfy(calls -> assertThat(calls).isLessThanOrEqualTo(problem.callsPerSlot()));
        tried.forEach((id, slots) -> {
            Candidate candidate = candidates.get(id);
            if (candidate != null) {
                assertThat(slots.size()).isLessThanOrEqualTo(candidate.repeats().attempts());
                Map<LocalDate, Integer> perDay = new HashMap<>();
                for (int i = 0; i < slots.size(); i++) {
                    perDay.merge(slots.get(i).atZone(problem.zone()).toLocalDate(), 1, Integer::sum);
                    for (int j = 0; j < i; j++) {
                        assertThat(Duration.between(slots.get(j), slots.get(i)).abs())
                                .as("attempts on %s, seed %d", id, seed)
                                .isGreaterThanOrEqualTo(candidate.repeats().spacing());
                    }
                }
                assertThat(perDay.values())
                        .allSatisfy(calls -> assertThat(calls)
                                .isLessThanOrEqualTo(candidate.repeats().perDay()));
            }
        });
        Set<String> all = new HashSet<>(tried.keySet());
        plan.left().forEach(left -> all.add(left.customerId()));
        assertThat(all).hasSize(problem.candidates().size());
    }

    private static CallProblem random(Random random) {
        List<String> skills = List.of("de", "fr");
        List<Agent> agents = new ArrayList<>();
        for (int a = 0; a < 4; a++) {
            agents.add(new Agent(
                    "a" + a,
                    a == 0 ? Set.copyOf(skills) : Set.of(skills.get(a % 2)),
                    Set.of(skills.get(random.nextInt(2))),
                    List.of(new Agent.Shift(at(0), at(8)), new Agent.Shift(at(24), at(24 + 4 + random.nextInt(5))))));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < 150; c++) {
            Map<Integer, Double> open = new HashMap<>();
            for (int s = 0; s < 32; s++) {
                if (random.nextInt(4) > 0) {
                    open.put(s, 0.05 + 0.6 * random.nextDouble());
                }
            }
            candidates.add(new Candidate(
                    "c" + c,
                    20 + random.nextInt(200),
                    0.05 + 0.3 * random.nextDouble(),
                    Set.of(skills.get(random.nextInt(2))),
                    null,
                    null,
                    null,
                    null,
                    new Candidate.Repeats(1 + random.nextInt(3), Duration.ofHours(3), 2),
                    random.nextInt(10) == 0 ? "a1" : null,
                    slots(open)));
        }
        return new CallProblem(60, 15, ZONE, agents, candidates, new CallProblem.Wishes(0.2, 0.1));
    }

    private static CallPlan plan(CallProblem problem) {
        return new FlowPlanCalls().plan(problem, QUICK, Watch.none());
    }

    private static CallProblem problem(
            int callsPerSlot, List<Agent> agents, List<Candidate> candidates, CallProblem.Wishes wishes) {
        return new CallProblem(60, 60.0 / callsPerSlot, ZONE, agents, candidates, wishes);
    }

    private static Agent agent(String id, int from, int to) {
        return new Agent(id, Set.of(), List.of(new Agent.Shift(at(from), at(to))));
    }

    private static Candidate candidate(
            String id, double value, Map<Integer, Double> open, int attempts, int spacingHours) {
        return new Candidate(
                id,
                value,
                1,
                Set.of(),
                null,
                null,
                null,
                null,
                new Candidate.Repeats(attempts, Duration.ofHours(spacingHours), Integer.MAX_VALUE),
                null,
                slots(open));
    }

    private static Map<Instant, Double> slots(Map<Integer, Double> open) {
        Map<Instant, Double> slots = new HashMap<>();
        open.forEach((hour, p) -> slots.put(at(hour), p));
        return slots;
    }

    private static Instant at(int hour) {
        return EIGHT.plusSeconds(hour * 3_600L);
    }
}
