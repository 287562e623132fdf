package org.lotse.api.decision;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The seeds decisions draw with where the request names none: whom exploration tries something on. Nobody can guess them,
 * unless {@code lotse.seed} fixes one for all decisions: for rehearsals that have to turn out the same every time. Thread-safe.
 */
@Component
public class Seeds {
    /** Whole numbers of this many bits come back from JSON as they were. */
    private static final int EXACT_IN_JSON = 53;

    private final SecureRandom random = new SecureRandom();
    private final @Nullable Long fixed;

    Seeds(@Value("${lotse.seed:#{null}}") @Nullable Long fixed) {
        this.fixed = fixed;
    }

    /** A seed for one decision. */
    public long next() {
        return fixed == null ? random.nextLong() >>> Long.SIZE - EXACT_IN_JSON : fixed;
    }
}
