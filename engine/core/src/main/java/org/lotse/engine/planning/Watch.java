package org.lotse.engine.planning;

import java.time.Duration;

/**
 * Whoever waits for a plan: hears at least once a second how far the search is, and may stop it. Called from the thread
 * that asked for the plan.
 *
 * @param <P> the kind of plan
 */
public interface Watch<P> {
    /**
     * The search goes on.
     *
     * @param best the best plan so far; may be shown and kept, it is feasible in itself
     * @param share how much of the allowed search has passed, 0..1
     * @param elapsed time since the search began
     */
    void progress(P best, double share, Duration elapsed);

    /** Whether the search is to stop now and answer with its best plan so far. */
    boolean cancelled();

    /** Looks away: no progress, never cancelled. */
    static <P> Watch<P> none() {
        return new Watch<>() {
            @Override
            public void progress(P best, double share, Duration elapsed) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
