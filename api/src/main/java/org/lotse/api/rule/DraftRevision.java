package org.lotse.api.rule;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;

/** The revision of a draft that somebody has read, as {@code If-Match} says it. */
final class DraftRevision {
    private DraftRevision() {}

    /**
     * The revision; {@code *} means whatever it is now.
     *
     * @throws ProblemException 428 without the header, 412 when it names no revision
     */
    static long of(@Nullable String ifMatch, LongSupplier now) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(ProblemKind.PRECONDITION_REQUIRED);
        }
        String tag = ifMatch.strip().replaceAll("^W/", "").replace("\"", "");
        if (tag.equals("*")) {
            return now.getAsLong();
        }
        try {
            return Long.parseLong(tag);
        } catch (NumberFormatException e) {
            throw ProblemException.of(ProblemKind.CHANGED_MEANWHILE, now.getAsLong());
        }
    }
}
