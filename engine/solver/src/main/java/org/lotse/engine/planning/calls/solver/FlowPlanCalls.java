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
    private static final long REPORT_NANOS = 1_000_000_000L;
    /** Reports take at most one part in so many of the time. */
    private static final long SHARE = 20;

    /** Of the time, when second attempts and wishes are to be planned after it. */
    private static final double FOR_FLOW = 0.15;

    /** From so many customers times places on, looking for prices to begin with pays. */
    private static final long LARGE = 100_000;

    /** By how many steps prices to begin with are lowered, and lowered again if that was too little. */
    private static final double[] LOWER = {3, 10, 40};

    private final LongSupplier nanos;
    private final long large;

    public FlowPlanCalls() {
        this(System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds. */
    public FlowPlanCalls(LongSupplier nanos) {
        this(nanos, LARGE);
    }

    FlowPlanCalls(LongSupplier nanos, long large) {
        this.nanos = nanos;
        this.large = large;
    }

    @Override
    public CallPlan plan(CallProblem problem, Limits limits, Watch<CallPlan> watch) {
        long start = nanos.getAsLong();
        UnsoundProblem.throwIfAny(CheckCallProblem.check(problem));
        CallBoard board = new CallBoard(problem);
        Promises promises = Promises.keep(board);
        Transport transport = flow(board, promises, new Filling(board, promises, start, limits, watch));
        CallPlan plan = new CallSheet(board, promises, transport).plan();
        if (problem.isMoreThanAssigning() && !watch.cancelled()) {
            plan = new ImproveCalls(board, promises, transport, nanos, start, limits, watch).improve(plan);
        }
        watch.progress(plan, 1, Duration.ofNanos(nanos.getAsLong() - start));
        return plan;
    }

    /** From prices that are a little too low, or from nothing when they were not low enough anywhere. */
    private Transport flow(CallBoard board, Promises promises, Filling filling) {
        if ((long) board.values.length * board.bins() >= large) {
            StartPrices start = new StartPrices(board, promises);
            start.find();
            for (double steps : LOWER) {
                start.lower(steps);
                Transport transport = new Transport(board.values.length, board.room(), promises::worth);
                int[] rest = transport.begin(start.prices(), start.wishes(), start.order());
                int[] promised = IntStream.range(0, board.values.length)
                        .filter(c -> promises.slotOf(c) >= 0 && !promises.settled(c))
                        .toArray();
                boolean inTime = filling.add(
                        transport,
                        IntStream.concat(Arrays.stream(promised), Arrays.stream(rest))
                                .toArray());
                if (!inTime || !transport.leavesDearPlacesEmpty()) {
                    return transport;
                }
            }
        }
        Transport transport = new Transport(board.values.length, board.room(), promises::worth);
        filling.add(transport, order(board, promises));
        return transport;
    }

    /** Adds customers while there is time. */
    private final class Filling {
        private final CallBoard board;
        private final Promises promises;
        private final long start;
        /** Asked for once: the question goes through all customers. */
        private final double most;

        private final Watch<CallPlan> watch;
        private long reported;
        private long reporting;

        Filling(CallBoard board, Promises promises, long start, Limits limits, Watch<CallPlan> watch) {
            this.board = board;
            this.promises = promises;
            this.start = start;
            this.reported = start;
            this.most = limits.time().toNanos() * (board.problem.isMoreThanAssigning() ? FOR_FLOW : 0.98);
            this.watch = watch;
        }

        /** Whether all were added in time; the others go where room is left. */
        boolean add(Transport transport, int[] order) {
            boolean stopped = false;
            for (int done = 0; done < order.length; done++) {
                if (stopped) {
                    transport.addWithoutMoving(order[done]);
                    continue;
                }
                transport.add(order[done]);
                long now = (done & 15) == 0 ? nanos.getAsLong() : reported;
                stopped = now - start > most || ((done & 15) == 0 && watch.cancelled());
                if (now - reported > Math.max(REPORT_NANOS, SHARE * reporting)) {
                    watch.progress(
                            new CallSheet(board, promises, transport).plan(),
                            (double) done / order.length,
                            Duration.ofNanos(now - start));
                    reported = nanos.getAsLong();
                    reporting = reported - now;
                }
            }
            return !stopped;
        }
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
