package org.lotse.engine.planning.calls;

import java.time.Instant;
import java.util.List;

/**
 * A call list.
 *
 * @param calls who is called by whom and when
 * @param left who is not called, and why
 * @param expectedValue sum over the calls
 * @param upperBound no plan that keeps the same promises can expect more than this
 * @param slotPrice what one call more in an hour of the plan would be worth, on average over its hours
 * @param feasible false when a promised call-back could not be kept; its reason is in {@code left}
 */
public record CallPlan(
        List<Call> calls,
        List<LeftOut> left,
        double expectedValue,
        double upperBound,
        double slotPrice,
        boolean feasible) {
    public CallPlan {
        calls = List.copyOf(calls);
        left = List.copyOf(left);
    }

    /** One call in the slot that starts at {@code slot}. */
    public record Call(String customerId, String agent, Instant slot, double expectedValue) {}

    /** A customer who is not called. */
    public record LeftOut(String customerId, CallReason reason) {}
}
