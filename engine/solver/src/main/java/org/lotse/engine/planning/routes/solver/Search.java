package org.lotse.engine.planning.routes.solver;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.RoutePlan;

/**
 * One search: chains propose plans, OptaPlanner judges them by the constraint streams, and the caller's thread reports the
 * best judged one and watches the clock.
 */
final class Search {
    private static final long LOOK_MILLIS = 20;
    private static final long REPORT_NANOS = 500_000_000L;
    private static final long TOO_SHORT_NANOS = 30_000_000L;

    private final RouteModel model;
    private final Limits limits;
    private final Watch<RoutePlan> watch;
    private final LongSupplier nanos;
    private final long start;
    private final long end;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Search(RouteModel model, Limits limits, Watch<RoutePlan> watch, LongSupplier nanos, long start, long end) {
        this.model = model;
        this.limits = limits;
        this.watch = watch;
        this.nanos = nanos;
        this.start = start;
        this.end = end;
    }

    RoutePlan improve(Draft first, RoutePlan firstPlan) {
        if (end - nanos.getAsLong() < TOO_SHORT_NANOS) {
            return firstPlan;
        }
        Judge judge = Judge.start(first, limits.seed());
        Chains chains = new Chains(first, limits.seed());
        Chains.End until = new Chains.End(nanos, nanos.getAsLong(), end, limits.steps(), stopped::get);
        FutureTask<Draft> search = new FutureTask<>(() -> chains.search(until, judge::look));
        Thread.ofPlatform().daemon().name("route-search").start(search);
        Draft found = watchOver(search, judge);
        return new PlanSheet(judge.verdict(found)).plan();
    }

    private Draft watchOver(FutureTask<Draft> search, Judge judge) {
        long reported = nanos.getAsLong();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return search.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopped.set(true);
                } catch (TimeoutException stillSearching) {
                    long now = nanos.getAsLong();
                    if (watch.cancelled()) {
                        stopped.set(true);
                    }
                    if (now - reported > REPORT_NANOS && end - now > REPORT_NANOS) {
                        reported = now;
                        double share = limits.steps() == null ? (double) (now - start) / (end - start) : 0.5;
                        watch.progress(new PlanSheet(judge.best()).plan(), share, Duration.ofNanos(now - start));
                    }
                } catch (ExecutionException e) {
                    throw new IllegalStateException("The search for routes failed: " + e.getCause(), e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
