package org.lotse.engine.planning.calls.solver;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.CallPlan;

/**
 * From the flow's plan of one call each to one with second attempts, fair load and agents who suit: first prices of places and
 * a bound, then customers who change places while that gains, then OptaPlanner, which knows all rules and has the last word.
 */
final class ImproveCalls {
    private static final double FOR_FIRST_PLACES = 0.5;
    private static final double FOR_PRICES = 0.7;
    private static final double FOR_PLACES = 0.88;
    private static final double FOR_ALL = 0.97;
    /** Beyond so many calls another search would not pay any more. */
    private static final double CLOSE_ENOUGH = 1e-6;

    private final CallBoard board;
    private final Promises promises;
    private final Transport transport;
    private final LongSupplier nanos;
    private final long start;
    private final Limits limits;
    private final Watch<CallPlan> watch;

    ImproveCalls(
            CallBoard board,
            Promises promises,
            Transport transport,
            LongSupplier nanos,
            long start,
            Limits limits,
            Watch<CallPlan> watch) {
        this.board = board;
        this.promises = promises;
        this.transport = transport;
        this.nanos = nanos;
        this.start = start;
        this.limits = limits;
        this.watch = watch;
    }

    CallPlan improve(CallPlan flow) {
        PriceBound bound = new PriceBound(board, promises, transport);
        Places places = new Places(board, promises, transport);
        places.choose(bound.prices(), over(FOR_FIRST_PLACES));
        places.improve(over(FOR_FIRST_PLACES));
        bound.consider(places.prices());
        bound.tighten(places.worth(), over(FOR_PRICES));
        Places anew = new Places(board, promises, transport);
        anew.choose(bound.prices(), over(FOR_PLACES));
        anew.improve(over(FOR_PLACES));
        Places best = anew.worth() > places.worth() ? anew : places;
        Seats seats = new SeatPlan(board, promises).seats(best);
        CallPlan plan = sheet(seats, bound);
        report(plan);
        if (plan.gap() > CLOSE_ENOUGH && !watch.cancelled()) {
            Duration left = Duration.ofMillis((Math.round(limits.time().toNanos() * FOR_ALL) - elapsed()) / 1_000_000);
            if (left.compareTo(Duration.ofMillis(100)) > 0) {
                CallPlan judged = sheet(new JudgeCalls(board, promises).improve(seats, left, limits, watch), bound);
                plan = worth(judged) > worth(plan) ? judged : plan;
            }
        }
        return worth(plan) >= worth(flow) ? plan : flow;
    }

    private CallPlan sheet(Seats seats, PriceBound bound) {
        return new CallSheet(board, promises, transport).plan(seats, bound.bound());
    }

    private static double worth(CallPlan plan) {
        return plan.expectedValue() + plan.wishes();
    }

    private void report(CallPlan plan) {
        watch.progress(plan, Math.min(1, elapsed() / (double) limits.time().toNanos()), Duration.ofNanos(elapsed()));
    }

    private long elapsed() {
        return nanos.getAsLong() - start;
    }

    private BooleanSupplier over(double share) {
        return () -> elapsed() > limits.time().toNanos() * share
                || Thread.currentThread().isInterrupted();
    }
}
