package org.lotse.api.rule;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.trial.TryPromises;

/** The trial of some files, which runs once however many wait for it; it stops when the last of them leaves. Thread-safe. */
final class PromiseTrial {
    private static final long TELL_MILLIS = 100;

    private final FutureTask<List<Finding>> task;
    private volatile double share;
    private volatile int tried;
    private volatile boolean unwanted;
    private int waiting;

    /** @param trying tries the promises, telling how far it is */
    PromiseTrial(Function<TryPromises.Progress, List<Finding>> trying) {
        this.task = new FutureTask<>(() -> trying.apply(this::at));
    }

    /** Whether asking again would have to try anew. */
    boolean isOver() {
        return unwanted || task.state() == Future.State.FAILED;
    }

    /** Whether the result is there. */
    boolean isDone() {
        return task.state() == Future.State.SUCCESS;
    }

    void run() {
        task.run();
    }

    /**
     * What trying finds.
     *
     * @param progress hears how far it is, and ends waiting by throwing
     */
    List<Finding> await(ForkJoinPool pool, TryPromises.Progress progress) {
        join(1);
        try {
            pool.execute(task);
            while (true) {
                try {
                    return task.get(TELL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    progress.at(share, tried);
                }
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException why
                    ? why
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the promises any more.", stopped);
        } finally {
            join(-1);
        }
    }

    private synchronized void join(int one) {
        waiting += one;
        unwanted = waiting == 0 && !task.isDone();
    }

    private void at(double share, int tried) {
        this.share = share;
        this.tried = tried;
        if (unwanted) {
            throw new CancellationException("Nobody waits for the promises any more.");
        }
    }
}
