package org.lotse.api.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision somebody wants a human being to look at.
 *
 * @param subject about whom: {@code customer/c-1}
 * @param wish what the person says about the decision
 * @param language in which the person is answered
 * @param correction what was decided instead: an action, {@code nothing}, or {@code term=value} pairs
 * @param reason why the reviewer decided so
 * @param answer what the person is told
 * @param learned whether the correction is an outcome that learning sees
 */
public record Review(
        String reviewId,
        String decisionId,
        String subject,
        String wish,
        String language,
        String requestedBy,
        Instant requestedAt,
        State state,
        @Nullable String claimedBy,
        @Nullable Instant claimedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String correction,
        @Nullable String reason,
        @Nullable String answer,
        boolean learned) {
    /** How far it is. */
    public enum State {
        OPEN,
        CLAIMED,
        CONFIRMED,
        CORRECTED;

        public boolean isSettled() {
            return this == CONFIRMED || this == CORRECTED;
        }
    }
}
