package org.lotse.engine.planning.calls;

import java.time.Instant;
import java.util.List;

/**
 * A call list.
 *
 * @param calls who is called by whom and when
 * @param left who is not called, and why
 * @param expectedValue sum over the calls
 * @param wishes what the team's wishes add: preferences met less unfair load
 * @param upperBound no plan that keeps the same promises can be worth more, expectation and wishes together
 * @param slotPrice what one call more in an hour of the plan would be worth, on average over its hours
 * @param feasible false when a promised call-back could not be kept; its reason is in {@code left}
 */
public record CallPlan(
        List<Call> calls,
        List<LeftOut> left,
        double expectedValue,
        double wishes,
        double upperBound,
        double slotPrice,
        boolean feasible) {
    public CallPlan {
        calls = List.copyOf(calls);
        left = List.copyOf(left);
    }

    /** How far the plan may be from the best one, as a share of it; 0 when it is proven to be the best. */
    public double gap() {
        double reached = expectedValue + wishes;
        return upperBound <= 0 ? 0 : Math.max(0, (upperBound - reached) / upperBound);
    }

    /**
     * One call in the slot that starts at {@code slot}.
     *
     * @param attempt 1 for the first; the second is made only when the first has reached nobody
     * @param expectedValue what it adds: the chance that it comes to this attempt is in it
     */
    public record Call(String customerId, String agent, Instant slot, int attempt, double expectedValue) {
        /** The first attempt. */
        public Call(String customerId, String agent, Instant slot, double expectedValue) {
            this(customerId, agent, slot, 1, expectedValue);
        }
    }

    /** A customer who is not called. */
    public record LeftOut(String customerId, CallReason reason) {}
}
