package org.lotse.api.decision;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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

    /** A decision being taken. */
    interface Turn {
        /** The rest takes no processor for a while: the next may begin. */
        void end();
    }

    /**
     * Decides when it is the caller's turn. The turn ends with the decision, or earlier when told.
     *
     * @throws ProblemException when too many wait already, or the waiting was interrupted
     */
    <T> T decide(Function<Turn, T> decision) {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        AtomicBoolean over = new AtomicBoolean();
        Turn turn = () -> {
            if (over.compareAndSet(false, true)) {
                places.release();
            }
        };
        try {
            return decision.apply(turn);
        } finally {
            turn.end();
        }
    }

    private static ProblemException busy() {
        return ProblemException.of(ProblemKind.UNAVAILABLE).withHeader("Retry-After", "1");
    }
}
