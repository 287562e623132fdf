package org.lotse.api.rule;

import java.time.Instant;
import java.util.Optional;

/**
 * A bundle becoming the active one.
 *
 * @param version its content hash
 * @param kind how it came to it
 * @param by who decided it
 * @param reason why, if said
 * @param recordedAt when it was decided
 * @param activeFrom when it begins
 */
public record Activation(
        String version, Kind kind, String by, Optional<String> reason, Instant recordedAt, Instant activeFrom) {
    /** How a bundle became active. */
    public enum Kind {
        /** Came with the product or with the start's own rules folder; nobody decided it. */
        SHIPPED,
        /** An approved draft. */
        DRAFT,
        /** An older version once more. */
        ROLLBACK
    }
}
