package org.lotse.engine.decision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Keeps a time budget: the decision runs on a virtual thread while its caller waits. When two thirds of the time left have
 * passed, the part that is just being read is left out, its thread interrupted, and the rest tried again with what had
 * been read; so one slow part costs two thirds of the budget and three leave time to record. What has begun to reserve
 * and record is waited for until the end; longer, if everything that was read answered in time, because what is being
 * recorded by a healthy database is better answered late than not. Time spent on rules and weighing is not limited: there is nothing to leave out.
 *
 * <p>As long as nothing is slow this costs one virtual thread per decision, a few microseconds.
 */
final class OnVirtualThreads extends TimeBudget {
    /** How many budgets more are waited for a record when nothing else was late. */
    private static final int GRACE = 4;

    private static final Duration AGAIN = Duration.ofMillis(2);

    private final Optional<Duration> instead;

    OnVirtualThreads(Optional<Duration> instead) {
        this.instead = instead;
    }

    @Override
    Answer keep(
            Duration budget, Attempt.Memory memory, Function<Attempt, Answer> work, Function<Attempt, Answer> tooLate) {
        long end = System.nanoTime() + instead.orElse(budget).toNanos();
        while (true) {
            Attempt attempt = new Attempt(memory);
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            Thread thread = Thread.ofVirtual().name("decision").start(() -> run(work, attempt, answer));
            long patience = (end - System.nanoTime()) * 2 / 3;
            Optional<Answer> inTime = await(answer, patience);
            while (inTime.isEmpty() && attempt.current().isEmpty() && !attempt.isCommitting()) {
                inTime = await(answer, AGAIN.toNanos());
            }
            if (inTime.isPresent()) {
                return inTime.get();
            }
            if (attempt.giveUp()) {
                attempt.current().ifPresent(part -> memory.leaveOut(part, new Incidents.Cause.TooSlow()));
                thread.interrupt();
            } else {
                long grace =
                        memory.isComplete() ? GRACE * instead.orElse(budget).toNanos() : 0;
                Optional<Answer> recorded = await(answer, end - System.nanoTime() + grace);
                thread.interrupt();
                return recorded.orElseGet(() -> {
                    memory.leaveOut(Part.DECISION_LOG, new Incidents.Cause.TooSlow());
                    return tooLate.apply(new Attempt(memory));
                });
            }
        }
    }

    private static void run(Function<Attempt, Answer> work, Attempt attempt, CompletableFuture<Answer> answer) {
        try {
            answer.complete(work.apply(attempt));
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    private static Optional<Answer> await(CompletableFuture<Answer> answer, long nanos) {
        try {
            return Optional.of(answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a decision was being taken.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A decision failed.", e.getCause());
        }
    }
}
