package org.lotse.api.jobs;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.problem.WordProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts long work and keeps its state where all instances see it. A few jobs run at once, the others wait; a job whose
 * instance dies is shown as failed within a minute. Thread-safe.
 */
@Component
public class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int AT_ONCE = 3;
    private static final Duration SILENT = Duration.ofSeconds(60);

    private final JdbcJobs store;
    private final WordProblems words;
    private final Clock clock;
    private final Map<UUID, JobRun> running = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("job-", 1).daemon().factory());

    Jobs(JdbcJobs store, WordProblems words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Starts work, or queues it.
     *
     * @param kind what it does, a short key: {@code import}
     * @param owner who asks for it
     * @param language in which a failure is worded
     * @return the job's id, under which it is found at once
     */
    public UUID submit(String kind, String owner, Locale language, JobWork work) {
        UUID id = UUID.randomUUID();
        store.add(id, kind, owner, clock.instant());
        JobRun run = new JobRun(id);
        running.put(id, run);
        workers.execute(() -> run(run, work, kind, language));
        return id;
    }

    /** A job by its id. */
    public Optional<Job> find(UUID id) {
        return store.find(id);
    }

    /** The jobs of a kind that have not ended, the oldest first. */
    public List<Job> unfinished(String kind) {
        return store.unfinished(kind);
    }

    /** Asks a job to stop; it does so at its next step, on whichever instance it runs. */
    public void cancel(UUID id) {
        store.requestCancel(id);
        Optional.ofNullable(running.get(id)).ifPresent(JobRun::cancel);
    }

    private void run(JobRun run, JobWork work, String kind, Locale language) {
        try {
            run.progress(0, "");
            store.start(run.id(), clock.instant());
            Object result = work.run(run);
            store.finish(
                    run.id(), run.isCancelled() ? Job.State.CANCELLED : Job.State.DONE, result, null, clock.instant());
        } catch (JobCancelled e) {
            store.finish(run.id(), Job.State.CANCELLED, null, null, clock.instant());
        } catch (ProblemException e) {
            fail(run, e, language);
        } catch (Exception e) {
            LOG.error("Job {} ({}) failed", run.id(), kind, e);
            fail(run, ProblemException.of(ProblemKind.INTERNAL), language);
        } catch (Error e) {
            fail(run, ProblemException.of(ProblemKind.INTERNAL), language);
            throw e;
        } finally {
            running.remove(run.id());
        }
    }

    private void fail(JobRun run, ProblemException problem, Locale language) {
        store.finish(
                run.id(),
                Job.State.FAILED,
                null,
                words.word(problem, "/v1/jobs/" + run.id(), run.id().toString(), language),
                clock.instant());
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void showThatWeLive() {
        running.values().forEach(run -> {
            if (store.alive(run.id(), run.share(), run.step(), clock.instant())) {
                run.cancel();
            }
        });
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void endAbandoned() {
        Object problem = words.word(ProblemException.of(ProblemKind.UNAVAILABLE), "/v1/jobs", null, Locale.ENGLISH);
        store.abandon(clock.instant().minus(SILENT), problem, clock.instant())
                .forEach(id -> LOG.warn("Job {} was abandoned by its instance", id));
    }

    @PreDestroy
    void stop() {
        running.values().forEach(JobRun::cancel);
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
