package org.lotse.api.jobs;

import java.util.UUID;

/** A job's work tells how far it is, and learns whether it is still wanted. Safe for use by several threads. */
public final class JobRun {
    private final UUID id;
    private volatile double share;
    private volatile String step = "";
    private volatile boolean cancelled;

    JobRun(UUID id) {
        this.id = id;
    }

    /** The job's id. */
    public UUID id() {
        return id;
    }

    /**
     * Says how far the work is; cheap, may be called often.
     *
     * @param done 0 to 1
     * @param what what is being done, a few words or a count
     * @throws JobCancelled when somebody cancelled
     */
    public void progress(double done, String what) {
        share = Math.clamp(done, 0.0, 1.0);
        step = what;
        if (cancelled) {
            throw new JobCancelled();
        }
    }

    /** Whether somebody cancelled, for work that ends gracefully and keeps what it has. */
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    double share() {
        return share;
    }

    String step() {
        return step;
    }
}
