package org.lotse.api.database;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;

/** Asks the database without waiting for it longer than agreed. */
public final class InTime {
    private InTime() {}

    /**
     * Asks on a virtual thread of its own, which is interrupted when it is late.
     *
     * @throws QueryTimeoutException when there is no answer in time
     */
    public static <T> T ask(Duration patience, Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().name("asking").start(() -> {
            try {
                answer.complete(question.get());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asking.interrupt();
            throw new QueryTimeoutException("The database did not answer within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            asking.interrupt();
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("Interrupted while the database was asked", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The database could not be asked", e.getCause());
        }
    }
}
