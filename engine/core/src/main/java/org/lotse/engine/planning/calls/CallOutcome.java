package org.lotse.engine.planning.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a planned call ended, or why it was not made.
 *
 * @param agent who called
 * @param slot in which slot the call was planned
 * @param at when that was said
 * @param callBack when the customer wants to be called, for {@link Kind#CALL_BACK}
 */
public record CallOutcome(
        String customerId,
        String agent,
        Instant slot,
        Kind kind,
        Instant at,
        @Nullable Instant callBack) {
    /** What can happen to a planned call. */
    public enum Kind {
        /** The customer answered; whatever else was planned for the customer is off. */
        REACHED,
        /** Nobody answered; the customer may be tried again after a while. */
        NOT_REACHED,
        /** The customer asked to be called at another time; that is promised. */
        CALL_BACK,
        /** The agent passed the customer over, with a reason; nobody was called. */
        SKIPPED
    }

    /** Whether a call was made, so that it took the agent's time and counts as an attempt. */
    public boolean isCall() {
        return kind != Kind.SKIPPED;
    }
}
