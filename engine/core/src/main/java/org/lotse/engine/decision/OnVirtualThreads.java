package org.lotse.engine.decision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a time budget: the decision runs on a virtual thread while its caller waits. When two thirds of the time left have
 * passed, the part that is just being read is left out, its thread interrupted a second later, and the rest tried again
 * with what had been read; so one slow part costs two thirds of the budget and three leave time to record. What has begun to reserve
 * and record is waited for until the end; longer, if everything that was read answered in time, because what is being
 * recorded by a healthy database is better answered late than not. Time spent on rules and weighing is not limited: there
 * is nothing to leave out.
 *
 * <p>Time is counted in short slices, each for its nominal length: when this process was not given a processor meanwhile,
 * or collected garbage, the part was not late, and leaving it out would help nobody.
 *
 * <p>As long as nothing is slow this costs one virtual thread per decision, a few microseconds.
 */
final class OnVirtualThreads extends TimeBudget {
    /** How many budgets more are waited for a record when nothing else was late. */
    private static final int GRACE = 4;

    /** How long the reading of what nobody waits for may go on. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final long SLICE = Duration.ofMillis(10).toNanos();

    private final Optional<Duration> instead;

    OnVirtualThreads(Optional<Duration> instead) {
        this.instead = instead;
    }

    @Override
    Answer keep(
            Duration budget, Attempt.Memory memory, Function<Attempt, Answer> work, Function<Attempt, Answer> tooLate) {
        long whole = instead.orElse(budget).toNanos();
        long left = whole;
        while (true) {
            Attempt attempt = new Attempt(memory);
            BlockingQueue<Outcome> answer = new ArrayBlockingQueue<>(1);
            Thread thread = Thread.ofVirtual().name("decision").start(() -> run(work, attempt, answer));
            long patience = Math.max(SLICE, left * 2 / 3);
            Optional<Answer> inTime = await(answer, patience);
            while (inTime.isEmpty() && attempt.current().isEmpty() && !attempt.isCommitting()) {
                inTime = await(answer, SLICE);
            }
            if (inTime.isPresent()) {
                return inTime.get();
            }
            left -= patience;
            if (attempt.giveUp()) {
                attempt.current().ifPresent(part -> memory.leaveOut(part, new Incidents.Cause.TooSlow()));
                interruptLater(thread);
            } else {
                Optional<Answer> recorded = await(answer, left + (memory.isComplete() ? GRACE * whole : 0));
                thread.interrupt();
                return recorded.orElseGet(() -> {
                    memory.leaveOut(Part.DECISION_LOG, new Incidents.Cause.TooSlow());
                    return tooLate.apply(new Attempt(memory));
                });
            }
        }
    }

    /**
     * Ends what nobody waits for any more, but not at once: interrupting closes the connection it reads from, and a
     * service that closes its connections whenever it is busy is busy with opening others.
     */
    private static void interruptLater(Thread thread) {
        CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(thread::interrupt);
    }

    /** How a try ended. */
    private sealed interface Outcome {
        record Answered(Answer answer) implements Outcome {}

        record Failed(Throwable failure) implements Outcome {}
    }

    private static void run(Function<Attempt, Answer> work, Attempt attempt, BlockingQueue<Outcome> answer) {
        Outcome outcome;
        try {
            outcome = new Outcome.Answered(work.apply(attempt));
        } catch (Throwable failure) {
            outcome = new Outcome.Failed(failure);
        }
        answer.add(outcome);
    }

    /** Waits for so much time in slices; each that ends without an answer is no exception, but usual under load. */
    private static Optional<Answer> await(BlockingQueue<Outcome> answer, long nanos) {
        for (long waited = 0; waited < nanos; waited += SLICE) {
            Outcome outcome = poll(answer, Math.min(SLICE, nanos - waited));
            if (outcome != null) {
                return Optional.of(
                        switch (outcome) {
                            case Outcome.Answered(Answer answered) -> answered;
                            case Outcome.Failed(RuntimeException failure) -> throw failure;
                            case Outcome.Failed(Throwable failure) ->
                                throw new IllegalStateException("A decision failed.", failure);
                        });
            }
        }
        return Optional.empty();
    }

    private static @Nullable Outcome poll(BlockingQueue<Outcome> answer, long nanos) {
        try {
            return answer.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a decision was being taken.", e);
        }
    }
}
