package org.lotse.engine.planning.calls.solver;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.Candidate;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/**
 * OptaPlanner on a whole call list: every rule at once, each call at its very seat. It begins with a plan and answers one that
 * is at least as good. Promised call-backs are no part of it: their places are taken.
 */
final class JudgeCalls {
    private static final int LATE_SIZE = 400;
    private static final double MICRO = 1e6;
    private final CallBoard board;
    private final Promises promises;

    JudgeCalls(CallBoard board, Promises promises) {
        this.board = board;
        this.promises = promises;
    }

    Seats improve(Seats first, Duration time, Limits limits, Watch<CallPlan> watch) {
        SeatingPlan plan = plan(first);
        if (plan.getCalls().isEmpty()) {
            return first;
        }
        Solver<SeatingPlan> solver =
                SolverFactory.<SeatingPlan>create(config(time, limits)).buildSolver();
        Thread watcher = Thread.ofVirtual().start(() -> {
            try {
                while (!watch.cancelled()) {
                    Thread.sleep(Duration.ofMillis(200));
                }
                solver.terminateEarly();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            SeatingPlan best = solver.solve(plan);
            HardSoftLongScore score = best.getScore();
            return score != null && score.hardScore() == 0 ? seats(best, first) : first;
        } finally {
            watcher.interrupt();
        }
    }

    private SolverConfig config(Duration time, Limits limits) {
        long fairness = Math.round(board.problem.wishes().fairness() * MICRO);
        Integer steps = limits.steps();
        TerminationConfig end = new TerminationConfig().withSpentLimit(time);
        return new SolverConfig()
                .withSolutionClass(SeatingPlan.class)
                .withEntityClassList(List.of(SeatedCall.class))
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(CallConstraints.class)
                        .withConstraintProviderCustomProperties(Map.of("fairness", String.valueOf(fairness)))
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))
                .withRandomSeed(limits.seed())
                .withTerminationConfig(steps == null ? end : end.withStepCountLimit(steps))
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(new UnionMoveSelectorConfig(
                                List.of(new ChangeMoveSelectorConfig(), new SwapMoveSelectorConfig())))
                        .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_SIZE))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }

    private SeatingPlan plan(Seats first) {
        int slots = board.slots.size();
        int[][] room = new int[board.left.length][];
        for (int a = 0; a < room.length; a++) {
            room[a] = board.left[a].clone();
        }
        int calls = 0;
        for (int c = 0; c < board.values.length; c++) {
            calls += first.of(c).length;
            boolean placed = promises.slotOf(c) >= 0 && promises.agentOf(c) < 0;
            for (int seat : placed ? first.of(c) : new int[0]) {
                room[seat / slots][seat % slots]--;
            }
        }
        int[] fair = FairShare.most(board, calls);
        @Nullable Seat[] at = new Seat[room.length * slots];
        List<Seat> seats = new ArrayList<>();
        for (int a = 0; a < room.length; a++) {
            for (int s = 0; s < slots; s++) {
                if (room[a][s] > 0) {
                    long second = board.slots.get(s).getEpochSecond();
                    Seat seat = new Seat(a, s, second, board.teamOfAgent[a], room[a][s], fair[a]);
                    at[a * slots + s] = seat;
                    seats.add(seat);
                }
            }
        }
        List<SeatedCall> seated = new ArrayList<>();
        for (int c = 0; c < board.values.length; c++) {
            if (promises.slotOf(c) >= 0) {
                continue;
            }
            CallCustomer customer = customer(c);
            int attempts = board.problem.candidates().get(c).repeats().attempts();
            for (int k = 0; k < attempts; k++) {
                int[] own = first.of(c);
                seated.add(new SeatedCall(seated.size(), customer, k < own.length ? at[own[k]] : null));
            }
        }
        return new SeatingPlan(seats, seated);
    }

    private CallCustomer customer(int c) {
        Candidate candidate = board.problem.candidates().get(c);
        ZoneId zone = candidate.zone() == null ? board.problem.zone() : candidate.zone();
        long[] day = new long[board.slots.size()];
        for (int s = 0; s < day.length; s++) {
            day[s] = board.slots.get(s).atZone(zone).toLocalDate().toEpochDay();
        }
        return new CallCustomer(
                c,
                board,
                day,
                candidate.closing() * candidate.value(),
                candidate.repeats().spacing().toSeconds());
    }

    private Seats seats(SeatingPlan plan, Seats first) {
        int slots = board.slots.size();
        List<List<Integer>> own = new ArrayList<>();
        for (int c = 0; c < board.values.length; c++) {
            own.add(new ArrayList<>());
        }
        for (SeatedCall call : plan.getCalls()) {
            Seat seat = call.getSeat();
            if (seat != null) {
                own.get(call.getCustomer().number()).add(seat.agent() * slots + seat.slot());
            }
        }
        int[][] seats = new int[own.size()][];
        for (int c = 0; c < seats.length; c++) {
            seats[c] = promises.slotOf(c) >= 0
                    ? Arrays.copyOf(first.of(c), first.of(c).length)
                    : own.get(c).stream()
                            .sorted(Comparator.comparingInt((Integer seat) -> seat % slots))
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
        return new Seats(seats);
    }
}
