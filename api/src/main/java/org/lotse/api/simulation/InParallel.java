package org.lotse.api.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.lotse.api.jobs.JobRun;

/** Counts batches on all processors and adds them up in their order, so that the sums do not depend on who was first. */
final class InParallel {
    private static final int BATCH = 200;
    private static final int MOST_THREADS = 8;

    private final JobRun run;

    InParallel(JobRun run) {
        this.run = run;
    }

    /** @throws org.lotse.api.jobs.JobCancelled when somebody cancelled */
    Tally count(List<String> ids, Function<List<String>, Tally> counting) {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("simulate-", 1).daemon().factory());
        try {
            Deque<Future<Tally>> open = new ArrayDeque<>();
            Tally sum = new Tally();
            int begun = 0;
            int done = 0;
            while (done < ids.size()) {
                while (begun < ids.size() && open.size() < 2 * threads) {
                    List<String> batch = ids.subList(begun, Math.min(ids.size(), begun + BATCH));
                    open.add(workers.submit(() -> counting.apply(batch)));
                    begun += batch.size();
                }
                sum.add(open.remove().get());
                done = Math.min(ids.size(), done + BATCH);
                run.progress((double) done / ids.size(), done + " / " + ids.size());
            }
            return sum;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while decisions were taken again.", e);
        } finally {
            workers.shutdownNow();
        }
    }
}
