package org.lotse.engine.planning.routes.solver;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.AcceptorType;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.solver.SolverConfig;

/**
 * OptaPlanner in a thread of its own: scores each plan proposed by the constraint streams and keeps the best. What breaks a
 * hard rule is never kept, whoever proposed it.
 */
final class Judge {
    private static final long PATIENCE_MILLIS = 10;
    private final RouteModel model;
    private final Proposals proposals = new Proposals();
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<RoutesSolution> best;

    private Judge(Draft first) {
        this.model = first.model;
        this.best = new AtomicReference<>(RoutesSolution.of(first, proposals));
    }

    static Judge start(Draft first, long seed) {
        Judge judge = new Judge(first);
        Thread.ofPlatform().daemon().name("route-judge").start(() -> judge.judge(seed));
        return judge;
    }

    private void judge(long seed) {
        try {
            var solver = SolverFactory.<RoutesSolution>create(config(seed)).buildSolver();
            proposals.atEnd(solver::terminateEarly);
            solver.addEventListener(event -> best.set(event.getNewBestSolution()));
            solver.solve(best.get());
        } finally {
            done.countDown();
        }
    }

    static SolverConfig config(long seed) {
        return new SolverConfig()
                .withSolutionClass(RoutesSolution.class)
                .withEntityClassList(List.of(Tour.class))
                .withConstraintProviderClass(RouteConstraints.class)
                .withConstraintStreamImplType(ConstraintStreamImplType.BAVET)
                .withRandomSeed(seed)
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(
                                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(ProposedPlans.class))
                        .withAcceptorConfig(new LocalSearchAcceptorConfig()
                                .withAcceptorTypeList(List.of(AcceptorType.HILL_CLIMBING)))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }

    /** Looks at one more plan. */
    void look(Draft plan) {
        proposals.propose(plan.sequences());
    }

    /** The best plan judged so far. */
    Draft best() {
        Draft draft = new Draft(model);
        best.get().into(draft);
        return draft;
    }

    /**
     * The last word about the last plan proposed. A judge who has not been ready in time, because the search was short, is
     * stood in for by the measures the constraints are made of.
     */
    Draft verdict(Draft last) {
        proposals.end();
        boolean interrupted = Thread.interrupted();
        try {
            if (done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return best();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return keepsHardRules(last) ? last : best();
    }

    private boolean keepsHardRules(Draft plan) {
        HardMediumSoftLongScore sum = HardMediumSoftLongScore.ZERO;
        for (int k = 0; k < model.vans; k++) {
            Figures figures = Figures.of(model, k, plan.sequence(k));
            sum = sum.add(HardMediumSoftLongScore.ofHard(figures.late()
                    + figures.overload()
                    + figures.wrongSkill()
                    + figures.missedAppointments()
                    + figures.missedBreaks()));
        }
        return sum.hardScore() == 0;
    }
}
