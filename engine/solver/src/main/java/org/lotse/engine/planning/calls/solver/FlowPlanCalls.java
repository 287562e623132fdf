package org.lotse.engine.planning.calls.solver;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.CheckCallProblem;
import org.lotse.engine.planning.calls.PlanCalls;

/**
 * Plans calls to the proven optimum: promises of a named agent are kept first, then everyone else is assigned by minimum
 * cost flow. What a flow cannot express - second attempts, fair load - is improved from there. When the time is over or the watcher cancels, those not yet looked at go where room is left. Without state,
 * safe for several threads.
 */
public final class FlowPlanCalls implements PlanCalls {
    private static final long REPORT_NANOS = 400_000_000L;
    private final LongSupplier nanos;

    public FlowPlanCalls() {
        this(System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds. */
    public FlowPlanCalls(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public CallPlan plan(CallProblem problem, Limits limits, Watch<CallPlan> watch) {
        long start = nanos.getAsLong();
        UnsoundProblem.throwIfAny(CheckCallProblem.check(problem));
        CallBoard board = new CallBoard(problem);
        Promises promises = Promises.keep(board);
        Transport transport = new Transport(board.values.length, board.room(), promises::worth);
        int[] order = order(board, promises);
        long reported = start;
        boolean stopped = false;
        for (int done = 0; done < order.length; done++) {
            if (stopped) {
                transport.addWithoutMoving(order[done]);
                continue;
            }
            transport.add(order[done]);
            long now = (done & 15) == 0 ? nanos.getAsLong() : reported;
            stopped = now - start > limits.time().toNanos() * (problem.isMoreThanAssigning() ? 0.35 : 0.98)
                    || ((done & 15) == 0 && watch.cancelled());
            if (now - reported > REPORT_NANOS) {
                reported = now;
                watch.progress(
                        new CallSheet(board, promises, transport).plan(),
                        (double) done / order.length,
                        Duration.ofNanos(now - start));
            }
        }
        CallPlan plan = new CallSheet(board, promises, transport).plan();
        if (problem.isMoreThanAssigning() && !watch.cancelled()) {
            plan = new ImproveCalls(board, promises, transport, nanos, start, limits, watch).improve(plan);
        }
        watch.progress(plan, 1, Duration.ofNanos(nanos.getAsLong() - start));
        return plan;
    }

    /** Promises first, then whoever brings most; those already placed by a promise are not in it. */
    private static int[] order(CallBoard board, Promises promises) {
        double[] most = new double[board.values.length];
        for (int c = 0; c < most.length; c++) {
            most[c] = Arrays.stream(board.values[c]).max().orElse(0)
                    + (board.promisedSlot(c) >= 0 ? promises.bonus() : 0);
        }
        List<Integer> order = IntStream.range(0, most.length)
                .filter(c -> !promises.settled(c))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -most[c]))
                .toList();
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
