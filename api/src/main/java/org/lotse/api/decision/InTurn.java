package org.lotse.api.decision;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;

/**
 * Lets requests decide in the order they came, a few at a time. With more at once than the processors can work on each takes
 * longer and none ends sooner, and time budgets run out on waiting for a processor. Who would wait too long is sent away and
 * told so. Thread-safe.
 */
final class InTurn {
    private final Semaphore places;
    private final Duration patience;

    /**
     * A queue.
     *
     * @param atOnce how many may decide at the same time; at least 1
     * @param patience how long a request waits for its turn
     */
    InTurn(int atOnce, Duration patience) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("At least one decision at a time is needed, not " + atOnce
                    + ". Maybe set LOTSE_DECISIONS_AT_ONCE to 16.");
        }
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Decides when it is the caller's turn.
     *
     * @throws ProblemException when too many wait already, or the waiting was interrupted
     */
    <T> T decide(Supplier<T> decision) {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return decision.get();
        } finally {
            places.release();
        }
    }

    private static ProblemException busy() {
        return ProblemException.of(ProblemKind.UNAVAILABLE).withHeader("Retry-After", "1");
    }
}
