package org.lotse.api.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is sent (RFC 9457).
 *
 * @param type stable address of the kind
 * @param title what kind of problem, in the caller's language
 * @param detail this occurrence: the thing, its value, the way out
 * @param instance the path that was asked for
 * @param errors the places that are wrong
 * @param traceId under which the logs know the request
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Place> errors,
        @Nullable String traceId) {
    /** One wrong place. */
    public record Place(String pointer, String code, String message) {}
}
