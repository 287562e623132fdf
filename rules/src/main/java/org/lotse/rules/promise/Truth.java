package org.lotse.rules.promise;

/** Whether a condition holds; unknown where a term it needs is missing. */
enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }
}
