package org.lotse.api.batch;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A batch as it is now.
 *
 * @param batchId stays the same when it is resumed
 * @param job the job that works on it, or did last
 * @param request what is asked for every customer
 * @param at the moment it decides for
 * @param owner who asked for it
 * @param lastId everybody up to this customer is done
 * @param customers who were looked at
 * @param decided for whom was decided
 * @param reserved how many contacts it holds
 * @param refused for whom could not be decided
 * @param complete whether everybody is done
 */
public record Batch(
        UUID batchId,
        UUID job,
        String decision,
        JsonNode request,
        Instant at,
        String owner,
        String lastId,
        long customers,
        long decided,
        long reserved,
        long refused,
        boolean complete) {}
