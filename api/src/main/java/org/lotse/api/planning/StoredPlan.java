package org.lotse.api.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A plan as it is kept.
 *
 * @param id the job that makes it
 * @param day for which day, when it was made from what is stored
 * @param complete whether the search has ended, by itself or because somebody stopped it
 * @param score expected value of calls, cost of routes; empty before the first plan
 * @param plan the best so far, in the reader's language; empty before the first plan
 */
public record StoredPlan(
        UUID id,
        Kind kind,
        Optional<LocalDate> day,
        String owner,
        Instant createdAt,
        boolean complete,
        Optional<Double> score,
        Optional<JsonNode> plan) {
    /** What is planned. */
    public enum Kind {
        CALLS,
        ROUTES
    }
}
