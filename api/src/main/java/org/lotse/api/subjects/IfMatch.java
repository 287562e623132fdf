package org.lotse.api.subjects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;

/** The header {@code If-Match}: one or more ETags, or {@code *} for any that exists. */
final class IfMatch {
    private IfMatch() {}

    static StoreSubjects.VersionExpected of(@Nullable String header) {
        if (header == null) {
            return StoreSubjects.VersionExpected.ANY;
        }
        return present -> {
            String etag = "\"" + present + "\"";
            boolean matches = "*".equals(header.strip())
                    ? present > 0
                    : Arrays.stream(header.split(",")).map(String::strip).anyMatch(etag::equals);
            if (!matches) {
                throw ProblemException.of(ProblemKind.CHANGED_MEANWHILE, etag);
            }
        };
    }
}
