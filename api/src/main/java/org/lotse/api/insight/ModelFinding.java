package org.lotse.api.insight;

import java.time.Instant;
import java.util.Optional;

/**
 * Something the watch over a serving model found.
 *
 * @param version the version that answered then
 * @param name what changed: an input, or the model's name
 * @param size how much, see {@link DriftReport.Watched}
 * @param p the probability of so large a difference by chance alone
 * @param endedAt when it was found no more; empty while it lasts
 */
public record ModelFinding(
        String model,
        String version,
        DriftReport.Kind kind,
        String name,
        double size,
        double p,
        Instant firstSeen,
        Instant lastSeen,
        Optional<Instant> endedAt) {}
