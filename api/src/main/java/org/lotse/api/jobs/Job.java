package org.lotse.api.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as it is now.
 *
 * @param kind what it does: {@code import}, {@code training}
 * @param owner who asked for it
 * @param progress 0 to 1
 * @param step what is being done
 * @param result what came of it
 * @param problem why it failed
 */
public record Job(
        UUID id,
        String kind,
        String owner,
        State state,
        double progress,
        String step,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable JsonNode result,
        @Nullable JsonNode problem) {
    /** The life of a job. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isFinal() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
