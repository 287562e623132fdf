package org.lotse.engine.planning.calls.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.Agent;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.CallReason;
import org.lotse.engine.planning.calls.Candidate;

class FlowPlanCallsTest {
    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
    private final FlowPlanCalls calls = new FlowPlanCalls();

    @Test
    void everyPlanHoldsAndIsProvenBest() {
        for (long seed = 0; seed < 300; seed++) {
            CallProblem problem = random(new Random(seed), seed % 2 == 0);
            try {
                CallPlan plan = plan(problem);
                check(problem, plan);
                assertThat(plan.expectedValue()).isCloseTo(plan.upperBound(), within(1e-6));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Seed " + seed, e);
            }
        }
    }

    /** Large problems begin at prices that are guessed; what comes out is the best plan all the same. */
    @Test
    void isProvenBestFromPricesToBeginWith() {
        FlowPlanCalls guessing = new FlowPlanCalls(System::nanoTime, 0);
        for (long seed = 0; seed < 300; seed++) {
            CallProblem problem = random(new Random(seed), seed % 2 == 0);

            CallPlan plan = guessing.plan(problem, Limits.ofSeconds(20, 1), Watch.none());

            check(problem, plan);
            assertThat(plan.expectedValue())
                    .as("seed %d", seed)
                    .isCloseTo(plan.upperBound(), within(1e-6))
                    .isCloseTo(plan(problem).expectedValue(), within(1e-6));
        }
    }

    @Test
    void findsWhatTryingEverythingFinds() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            CallProblem problem = random(random, false);
            CallProblem small = new CallProblem(
                    60,
                    60,
                    problem.zone(),
                    problem.agents().subList(0, Math.min(2, problem.agents().size())),
                    problem.candidates()
                            .subList(0, Math.min(5, problem.candidates().size())));

            assertThat(plan(small).expectedValue())
                    .as("seed " + seed)
                    .isCloseTo(bestByTrying(small, 0, new HashSet<>()), within(1e-9));
        }
    }

    private static double bestByTrying(CallProblem problem, int candidate, Set<String> taken) {
        if (candidate == problem.candidates().size()) {
            return 0;
        }
        double best = bestByTrying(problem, candidate + 1, taken);
        Candidate who = problem.candidates().get(candidate);
        for (Agent agent : problem.agents()) {
            for (Instant slot : who.reachability().keySet()) {
                if (agent.skills().containsAll(who.skills())
                        && agent.worksThrough(slot, 3600)
                        && taken.add(agent.id() + slot)) {
                    best = Math.max(best, who.expectedValue(slot) + bestByTrying(problem, candidate + 1, taken));
                    taken.remove(agent.id() + slot);
                }
            }
        }
        return best;
    }

    @Test
    void keepsAPromiseBeforeAnythingThatBringsMore() {
        Candidate rich = candidate("rich", 1000, Set.of(), null, 0.9);
        Candidate promised =
                candidate("promised", 1, Set.of(), new Candidate.Promise("ann", EIGHT.plusSeconds(900)), 0.1);

        CallPlan plan = plan(new CallProblem(60, 60, ZoneOffset.UTC, List.of(agent("ann")), List.of(rich, promised)));

        assertThat(plan.calls()).extracting(CallPlan.Call::customerId).containsExactly("promised");
        assertThat(plan.left().getFirst().reason()).isInstanceOf(CallReason.TakenByMoreValuable.class);
    }

    @Test
    void saysWhyACustomerIsNotCalled() {
        assertThat(reason(candidate("c", 1, Set.of("fr"), null, 0.5))).isInstanceOf(CallReason.NoAgentHasSkills.class);
        assertThat(reason(candidate("c", 0, Set.of(), null, 0.5))).isInstanceOf(CallReason.NothingExpected.class);
        assertThat(reason(new Candidate(
                        "c", 1, 1, Set.of(), null, null, null, null, Map.of(EIGHT.plusSeconds(36_000), 0.5))))
                .isInstanceOf(CallReason.ClosedWhenAgentsWork.class);
        assertThat(reason(candidate("c", 1, Set.of(), new Candidate.Promise("ann", EIGHT.plusSeconds(36_000)), 0.5)))
                .isInstanceOf(CallReason.PromisedAgentOff.class);
    }

    @Test
    void namesAnUnknownAgentAndAnImpossibleProbability() {
        CallProblem problem = new CallProblem(
                60,
                90,
                ZoneOffset.UTC,
                List.of(agent("ann")),
                List.of(candidate("c", 1, Set.of(), new Candidate.Promise("bob", EIGHT), 1.5)));

        assertThatThrownBy(() -> plan(problem))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        e -> assertThat(e.flaws())
                                .extracting(Flaw::code)
                                .containsExactly(
                                        Flaw.Code.CALL_LONGER_THAN_SLOT,
                                        Flaw.Code.OUT_OF_RANGE,
                                        Flaw.Code.UNKNOWN_AGENT));
    }

    @Test
    void cancelStillGivesAPlanThatHolds() {
        CallProblem problem = random(new Random(4), true);
        Watch<CallPlan> cancelled = new Watch<>() {
            @Override
            public void progress(CallPlan best, double share, Duration elapsed) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        check(problem, calls.plan(problem, Limits.ofSeconds(9, 1), cancelled));
    }

    private CallReason reason(Candidate candidate) {
        CallProblem problem = new CallProblem(60, 10, ZoneOffset.UTC, List.of(agent("ann")), List.of(candidate));
        return plan(problem).left().getFirst().reason();
    }

    private CallPlan plan(CallProblem problem) {
        return calls.plan(problem, Limits.ofSeconds(20, 1), Watch.none());
    }

    private static Agent agent(String id) {
        return new Agent(id, Set.of("de"), List.of(new Agent.Shift(EIGHT, EIGHT.plusSeconds(3600))));
    }

    private static Candidate candidate(
            String id, double value, Set<String> skills, Candidate.@Nullable Promise promise, double reach) {
        return new Candidate(id, value, 0.5, skills, null, null, null, promise, Map.of(EIGHT, reach));
    }

    private static CallProblem random(Random random, boolean promises) {
        List<String> skills = List.of("de", "en", "fr");
        List<Agent> agents = new ArrayList<>();
        for (int a = 0; a < 1 + random.nextInt(4); a++) {
            Instant from = EIGHT.plusSeconds(3600L * random.nextInt(3));
            agents.add(new Agent(
                    "a" + a,
                    random.nextBoolean() ? Set.of("de") : Set.of("de", "en"),
                    List.of(new Agent.Shift(from, from.plusSeconds(3600L * (1 + random.nextInt(4)))))));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < random.nextInt(40); c++) {
            Map<Instant, Double> open = new HashMap<>();
            for (int s = 0; s < 6; s++) {
                if (random.nextInt(4) > 0) {
                    open.put(EIGHT.plusSeconds(3600L * s), random.nextDouble());
                }
            }
            Candidate.Promise promise = promises && random.nextInt(9) == 0
                    ? new Candidate.Promise(
                            random.nextBoolean() ? "a0" : null, EIGHT.plusSeconds(600L * random.nextInt(40)))
                    : null;
            candidates.add(new Candidate(
                    "c" + c,
                    random.nextInt(100),
                    random.nextDouble(),
                    Set.of(skills.get(random.nextInt(3))),
                    null,
                    null,
                    null,
                    promise,
                    open));
        }
        return new CallProblem(60, 25, ZoneOffset.UTC, agents, candidates);
    }

    private static void check(CallProblem problem, CallPlan plan) {
        Map<String, Integer> load = new HashMap<>();
        Set<String> seen = new HashSet<>();
        double sum = 0;
        for (CallPlan.Call call : plan.calls()) {
            Candidate candidate = problem.candidates().stream()
                    .filter(c -> c.customerId().equals(call.customerId()))
                    .findFirst()
                    .orElseThrow();
            Agent agent = problem.agents().stream()
                    .filter(a -> a.id().equals(call.agent()))
                    .findFirst()
                    .orElseThrow();
            assertThat(seen.add(call.customerId())).isTrue();
            assertThat(agent.skills()).containsAll(candidate.skills());
            assertThat(agent.worksThrough(call.slot(), 3600)).isTrue();
            assertThat(load.merge(call.agent() + call.slot(), 1, Integer::sum)).isLessThanOrEqualTo(2);
            Candidate.Promise promise = candidate.promised();
            if (promise == null) {
                assertThat(candidate.reachability()).containsKey(call.slot());
            } else {
                assertThat(promise.at()).isBetween(call.slot(), call.slot().plusSeconds(3599));
                assertThat(promise.agent() == null || promise.agent().equals(call.agent()))
                        .isTrue();
            }
            sum += candidate.expectedValue(call.slot());
        }
        plan.left().forEach(l -> assertThat(seen.add(l.customerId())).isTrue());
        assertThat(seen).hasSize(problem.candidates().size());
        assertThat(plan.expectedValue()).isCloseTo(sum, within(1e-9));
    }
}
