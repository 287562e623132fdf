package org.lotse.engine.planning.routes.solver;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.RoutePlan;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** One run of OptaPlanner: it searches in a thread of its own while the caller's thread reports and watches the clock. */
final class Search {
    private static final long LOOK_MILLIS = 20;
    private static final long REPORT_NANOS = 500_000_000L;
    /** Starting temperature as a share of the mean cost of one leg. */
    private static final double HEAT = 0.3;

    private final RouteModel model;
    private final Limits limits;
    private final Watch<RoutePlan> watch;
    private final LongSupplier nanos;
    private final long start;
    private final long end;

    Search(RouteModel model, Limits limits, Watch<RoutePlan> watch, LongSupplier nanos, long start, long end) {
        this.model = model;
        this.limits = limits;
        this.watch = watch;
        this.nanos = nanos;
        this.start = start;
        this.end = end;
    }

    RoutePlan improve(Draft first, RoutePlan firstPlan) {
        long left = (end - nanos.getAsLong()) / 1_000_000;
        if (left < 100) {
            return firstPlan;
        }
        RoutesSolution initial = RoutesSolution.of(first);
        AtomicReference<RoutesSolution> best = new AtomicReference<>(initial);
        SolverConfig config = config(firstPlan);
        Solver<RoutesSolution> solver = SolverFactory.<RoutesSolution>create(
                        config.withTerminationConfig(termination((end - nanos.getAsLong()) / 1_000_000)))
                .buildSolver();
        solver.addEventListener(event -> best.set(event.getNewBestSolution()));
        CountDownLatch done = new CountDownLatch(1);
        FutureTask<RoutesSolution> task = new FutureTask<>(solving(solver, initial, done));
        Thread.ofPlatform().daemon().name("route-search").start(task);
        watchOver(solver, best, done);
        return written(result(task));
    }

    private static Callable<RoutesSolution> solving(
            Solver<RoutesSolution> solver, RoutesSolution initial, CountDownLatch done) {
        return () -> {
            try {
                return solver.solve(initial);
            } finally {
                done.countDown();
            }
        };
    }

    private void watchOver(Solver<RoutesSolution> solver, AtomicReference<RoutesSolution> best, CountDownLatch done) {
        long reported = nanos.getAsLong();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            long now = nanos.getAsLong();
            if (!ended && (interrupted || now > end || watch.cancelled())) {
                solver.terminateEarly();
            }
            if (!ended && now - reported > REPORT_NANOS && end - now > REPORT_NANOS) {
                reported = now;
                double share = limits.steps() == null ? (double) (now - start) / (end - start) : 0.5;
                watch.progress(written(best.get()), share, Duration.ofNanos(now - start));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RoutesSolution result(FutureTask<RoutesSolution> task) {
        boolean interrupted = Thread.interrupted();
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("The search ended, yet waiting for it was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The search for routes failed: " + e.getCause(), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RoutePlan written(RoutesSolution solution) {
        Draft draft = new Draft(model);
        solution.into(draft);
        return new PlanSheet(draft).plan();
    }

    private SolverConfig config(RoutePlan firstPlan) {
        return new SolverConfig()
                .withSolutionClass(RoutesSolution.class)
                .withEntityClassList(List.of(Tour.class))
                .withConstraintProviderClass(RouteConstraints.class)
                .withConstraintStreamImplType(ConstraintStreamImplType.BAVET)
                .withRandomSeed(limits.seed())
                .withPhases(phase(firstPlan));
    }

    private LocalSearchPhaseConfig phase(RoutePlan firstPlan) {
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(RuinMoves.class))
                .withAcceptorConfig(new LocalSearchAcceptorConfig()
                        .withSimulatedAnnealingStartingTemperature(temperature(firstPlan)))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    }

    private String temperature(RoutePlan firstPlan) {
        int legs = firstPlan.routes().size();
        double cost = 0;
        for (RoutePlan.Route route : firstPlan.routes()) {
            legs += route.stops().size();
            cost += model.problem.objective().perMinute() * route.travelMinutes()
                    + (route.kilometres() == null
                            ? 0
                            : model.problem.objective().perKilometre() * route.kilometres());
        }
        long heat = legs == 0 ? 1 : Math.max(1, Figures.exact(HEAT * cost / legs));
        return HardMediumSoftLongScore.of(0, 0, heat).toString();
    }

    private TerminationConfig termination(long millis) {
        Integer steps = limits.steps();
        TerminationConfig termination = new TerminationConfig().withMillisecondsSpentLimit(Math.max(1, millis));
        return steps == null ? termination : termination.withScoreCalculationCountLimit(steps.longValue());
    }
}
