package org.lotse.rules.promise;

import java.util.List;

/** Whether a condition holds; unknown where a term it needs is missing. */
enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** True when all are, false when one is. */
    static Truth all(List<Truth> parts) {
        return parts.stream().reduce(TRUE, (a, b) -> a.compareTo(b) < 0 ? a : b);
    }

    /** True when one is, false when all are. */
    static Truth any(List<Truth> parts) {
        return parts.stream().reduce(FALSE, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
}
