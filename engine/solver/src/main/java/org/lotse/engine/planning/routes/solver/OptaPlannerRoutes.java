package org.lotse.engine.planning.routes.solver;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.CheckRouteProblem;
import org.lotse.engine.planning.routes.PlanRoutes;
import org.lotse.engine.planning.routes.RouteFigures;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RoutesInForce;

/** Plans routes with OptaPlanner. Without state, safe for several threads; a search takes one thread of its own. */
public final class OptaPlannerRoutes implements PlanRoutes {
    private static final Duration FINISH = Duration.ofMillis(15);
    private final LongSupplier nanos;

    public OptaPlannerRoutes() {
        this(System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds. */
    public OptaPlannerRoutes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public RoutePlan plan(RouteProblem problem, Limits limits, Watch<RoutePlan> watch) {
        long start = nanos.getAsLong();
        UnsoundProblem.throwIfAny(CheckRouteProblem.check(problem));
        RouteModel model = new RouteModel(problem);
        Draft draft = new Draft(model);
        long deadline = start + limits.time().toNanos();
        FirstPlan.fill(draft, () -> nanos.getAsLong() > deadline - FINISH.toNanos());
        RoutePlan plan = new PlanSheet(draft).plan();
        watch.progress(plan, 0, Duration.ofNanos(nanos.getAsLong() - start));
        if (model.visits > 0 && limits.steps() != null && limits.steps() == 0) {
            return plan;
        }
        if (model.visits > 0 && !watch.cancelled()) {
            plan = new Search(model, limits, watch, nanos, start, deadline - FINISH.toNanos()).improve(draft, plan);
        }
        watch.progress(plan, 1, Duration.ofNanos(nanos.getAsLong() - start));
        return plan;
    }

    @Override
    public RoutesInForce inForce(RouteProblem problem, RoutePlan plan) {
        return LiveRoutes.of(problem, plan, nanos);
    }

    @Override
    public RouteFigures inOrderGiven(RouteProblem problem) {
        UnsoundProblem.throwIfAny(CheckRouteProblem.check(problem));
        return new Comparisons(problem).inOrderGiven();
    }

    @Override
    public RouteFigures asBefore(RouteProblem problem) {
        return problem.previous() == null ? new RouteFigures(0, 0, 0.0, 0, 0) : new Comparisons(problem).asBefore();
    }

    @Override
    public double hourPrice(RouteProblem problem, RoutePlan plan) {
        return HourPrice.of(problem, plan);
    }
}
