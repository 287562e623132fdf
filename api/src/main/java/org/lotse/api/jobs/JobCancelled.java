package org.lotse.api.jobs;

/** Ends the work of a cancelled job. */
public final class JobCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobCancelled() {
        super("cancelled", null, false, false);
    }
}
