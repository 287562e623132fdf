package org.lotse.api.log;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** An entry on its way into the log, and the request that waits for it. Thread-safe. */
final class Queued {
    private enum State {
        WAITING,
        TAKEN,
        GIVEN_UP
    }

    private final LogEntry entry;
    private final CompletableFuture<Void> durable = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    Queued(LogEntry entry) {
        this.entry = entry;
    }

    LogEntry entry() {
        return entry;
    }

    /** A writer takes it; false when its request no longer waits. */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    void committed() {
        durable.complete(null);
    }

    void failed(Exception reason) {
        durable.completeExceptionally(reason);
    }

    /**
     * Returns when the entry is durable.
     *
     * @throws LogUnavailable when it is not, or it cannot be known in time
     */
    void await(Duration patience) {
        try {
            durable.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LogUnavailable("The decision " + entry.id() + " could not be recorded", e);
        } catch (TimeoutException e) {
            state.compareAndSet(State.WAITING, State.GIVEN_UP);
            throw new LogUnavailable("The decision " + entry.id() + " was not recorded within " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("Interrupted while the decision " + entry.id() + " was recorded", e);
        }
    }
}
