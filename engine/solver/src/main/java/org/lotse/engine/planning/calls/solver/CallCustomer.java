package org.lotse.engine.planning.calls.solver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as the rules see one: what attempts bring, and which may stand together. */
public final class CallCustomer {
    static final CallCustomer NOBODY = new CallCustomer(-1, null, new long[0], 0, 0);
    private static final double MICRO = 1e6;

    private final int number;
    private final @Nullable CallBoard board;
    private final long[] day;
    private final double whenReached;
    private final long spacing;

    CallCustomer(int number, @Nullable CallBoard board, long[] day, double whenReached, long spacing) {
        this.number = number;
        this.board = board;
        this.day = day;
        this.whenReached = whenReached;
        this.spacing = spacing;
    }

    int number() {
        return number;
    }

    /** Whether the seat's agent may call in the seat's slot. */
    boolean takes(Seat seat) {
        CallBoard known = known();
        return known.able(number, seat.team()) && known.values[number][seat.slot()] >= 0;
    }

    /** Whether two attempts lie far enough apart. */
    boolean apart(Seat one, Seat other) {
        return Math.abs(one.second() - other.second()) >= spacing && one.slot() != other.slot();
    }

    long day(Seat seat) {
        return day[seat.slot()];
    }

    int perDay() {
        return known().problem.candidates().get(number).repeats().perDay();
    }

    /** What the attempts bring together, in millionths. */
    long brings(List<Seat> seats) {
        double missed = 1;
        for (Seat seat : seats) {
            double value = Math.max(0, known().values[number][seat.slot()]);
            missed *= whenReached > 0 ? 1 - value / whenReached : 1;
        }
        return Math.round((1 - missed) * whenReached * MICRO);
    }

    /** What it is worth besides that this agent calls, in millionths. */
    long likes(Seat seat) {
        return Math.round(known().bonus(known().problem.candidates().get(number), seat.agent()) * MICRO);
    }

    private CallBoard known() {
        CallBoard known = board;
        if (known == null) {
            throw new IllegalStateException("Nobody has no slots.");
        }
        return known;
    }
}
