package org.lotse.api.rule;

import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.trial.TryPromises;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tries whether bundles keep their promises. Trying begins while a draft is being edited, so that whoever submits it need
 * not wait, on half of the processors; what has been tried lately is not tried again, and
 * files that no promise depends on do not count. Thread-safe.
 */
@Component
class PromiseTrials {
    private static final Logger LOG = LoggerFactory.getLogger(PromiseTrials.class);
    private static final int REMEMBERED = 50;

    private final RuleWorkshop workshop;
    private final TriedPromises known;
    private final Map<String, PromiseTrial> tried = new LinkedHashMap<>();
    private final AtomicReference<@Nullable RuleBundle> next = new AtomicReference<>();
    private final ForkJoinPool pool = new ForkJoinPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            PromiseTrials::named,
            PromiseTrials::failed,
            true);

    PromiseTrials(RuleWorkshop workshop, TriedPromises known) {
        this.workshop = workshop;
        this.known = known;
    }

    /** Begins to try files without errors; of several waiting only the latest are tried. */
    void begin(RuleBundle bundle) {
        if (next.getAndSet(bundle) == null) {
            pool.execute(() -> {
                RuleBundle latest = next.getAndSet(null);
                if (latest != null) {
                    trial(latest).run();
                }
            });
        }
    }

    /** What trying finds. */
    List<Finding> broken(RuleBundle bundle) {
        return broken(bundle, TryPromises.Progress.UNHEARD);
    }

    /**
     * What trying finds.
     *
     * @param progress hears how far it is, and ends waiting by throwing; trying ends when nobody waits any more
     */
    List<Finding> broken(RuleBundle bundle, TryPromises.Progress progress) {
        while (true) {
            PromiseTrial trial = trial(bundle);
            try {
                return trial.await(pool, progress);
            } catch (CancellationException leftByAnother) {
                LOG.debug("A trial ended when its last waiter left; trying anew");
            }
        }
    }

    /** Whether the answer is there at once. */
    boolean isTried(RuleBundle bundle) {
        PromiseTrial trial = trial(bundle);
        return trial.isDone() || known.find(promised(bundle).version()).isPresent();
    }

    private PromiseTrial trial(RuleBundle bundle) {
        RuleBundle promised = promised(bundle);
        synchronized (tried) {
            PromiseTrial trial = tried.compute(
                    promised.version(),
                    (version, before) -> before == null || before.isOver()
                            ? new PromiseTrial(progress -> tryUnlessKnown(version, bundle, progress))
                            : before);
            if (tried.size() > REMEMBERED) {
                tried.remove(tried.keySet().iterator().next());
            }
            return trial;
        }
    }

    /** What another instance found is not looked for again. */
    private List<Finding> tryUnlessKnown(String version, RuleBundle bundle, TryPromises.Progress progress) {
        return known.find(version).orElseGet(() -> {
            List<Finding> found = workshop.prove(bundle, progress);
            known.keep(version, found);
            return found;
        });
    }

    /** Examples, texts and triggers decide nothing that a promise could speak about. */
    private static RuleBundle promised(RuleBundle bundle) {
        RuleBundle promised = bundle;
        for (String path : List.copyOf(bundle.files().keySet())) {
            if (path.startsWith("tests/") || path.equals("replies.csv") || path.equals("triggers.csv")) {
                promised = promised.without(path);
            }
        }
        return promised;
    }

    private static ForkJoinWorkerThread named(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("promises-" + thread.getPoolIndex());
        return thread;
    }

    private static void failed(Thread thread, Throwable failure) {
        LOG.warn("Promises could not be tried: {}", failure.getMessage());
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
