package org.lotse.api.batch;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.contact.JdbcContactLedger;
import org.lotse.api.decision.DecideInBulk;
import org.lotse.api.jobs.Job;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.segment.FindAudience;
import org.lotse.api.subjects.JdbcSubjects;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Decides one question for all stored customers as a job. Each page is stored with a checkpoint; a batch that was cancelled
 * or killed goes on there. What was reserved behind the last checkpoint is found again by its order, so that nobody is
 * contacted twice.
 */
@Component
public class RunBatches {
    /** So many pages are begun before the first of them is waited for: the log never lacks records to commit together. */
    private static final int BEGUN = 3;

    private static final ProblemKind UNKNOWN_BATCH = new ProblemKind("unknown-batch", HttpStatus.NOT_FOUND);
    private static final ProblemKind COMPLETE = new ProblemKind("batch-complete", HttpStatus.CONFLICT);
    private static final ProblemKind UNKNOWN_DECISION = new ProblemKind("unknown-decision", HttpStatus.NOT_FOUND);

    private final JdbcBatches batches;
    private final DecideInBulk decide;
    private final JdbcSubjects subjects;
    private final JdbcContactLedger ledger;
    private final RuleSets ruleSets;
    private final FindAudience audiences;
    private final Jobs jobs;
    private final Clock clock;

    RunBatches(
            JdbcBatches batches,
            DecideInBulk decide,
            JdbcSubjects subjects,
            JdbcContactLedger ledger,
            RuleSets ruleSets,
            FindAudience audiences,
            Jobs jobs,
            Clock clock) {
        this.batches = batches;
        this.decide = decide;
        this.subjects = subjects;
        this.ledger = ledger;
        this.ruleSets = ruleSets;
        this.audiences = audiences;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Starts a batch; what is wrong with the question is said at once. */
    Batch start(String decision, JsonNode body, Caller caller, Locale locale) {
        if (!decide.isDeclared(decision)) {
            throw ProblemException.of(
                    UNKNOWN_DECISION,
                    decision,
                    String.join(", ", ruleSets.active().vocabulary().decisions().keySet()));
        }
        Question question = Question.read(body);
        audiences.check(question.audience(), ruleSets.active());
        decide.request(decision, question.request(), new SubjectId(SubjectType.CUSTOMER, "check"), decide.now(), 0);
        UUID id = UUID.randomUUID();
        batches.add(id, id, decision, body, decide.now(), caller.name());
        submit(id, caller, locale);
        return find(id);
    }

    /** Goes on with a batch behind its last checkpoint; a job that should still work on it gives up. */
    Batch resume(UUID id, Caller caller, Locale locale) {
        Batch batch = find(id);
        if (batch.complete()) {
            throw ProblemException.of(COMPLETE, id);
        }
        jobs.cancel(batch.job());
        submit(id, caller, locale);
        return find(id);
    }

    /** @throws ProblemException 404 when there is no such batch */
    Batch find(UUID id) {
        return batches.find(id).orElseThrow(() -> ProblemException.of(UNKNOWN_BATCH, id));
    }

    Optional<Job> job(Batch batch) {
        return jobs.find(batch.job());
    }

    void cancel(Batch batch) {
        jobs.cancel(batch.job());
    }

    /** Some results after a customer. */
    List<Result> results(UUID id, String after, int most) {
        return batches.results(id, after, most);
    }

    @EventListener
    void forget(SubjectErased erased) {
        if (erased.subject().type().equals(SubjectType.CUSTOMER)) {
            batches.forget(erased.subject().id());
        }
    }

    private void submit(UUID id, Caller caller, Locale locale) {
        UUID job = jobs.submit("batch", caller.name(), locale, run -> work(id, run));
        batches.claim(id, job);
    }

    private Object work(UUID id, JobRun run) {
        batches.claim(id, run.id());
        Batch batch = find(id);
        Question question = Question.read(batch.request());
        long total = batch.customers() + batches.countAfter(batch.lastId());
        long done = batch.customers();
        try (DecidePages pages =
                new DecidePages(batch, question, decide, subjects, ledger, ruleSets.active(), audiences, run)) {
            Deque<DecidePages.Page> begun = new ArrayDeque<>();
            begin(pages, batch.lastId(), begun);
            while (!begun.isEmpty()) {
                while (begun.size() < BEGUN && begin(pages, begun.getLast().last(), begun)) {
                    // Reading what is stored of a page goes on while earlier ones are decided.
                }
                DecidePages.Page page = begun.remove();
                List<Result> results = page.results();
                run.progress(share(done, total), done + " / " + total);
                if (!batches.checkpoint(id, run.id(), page.last(), page.size(), results, clock.instant())) {
                    return Map.of("batchId", id, "takenOver", true);
                }
                done += page.size();
                run.progress(share(done, total), done + " / " + total);
            }
        }
        batches.complete(id, run.id());
        Batch complete = find(id);
        return Map.of(
                "batchId", id,
                "customers", complete.customers(),
                "decided", complete.decided(),
                "reserved", complete.reserved(),
                "refused", complete.refused());
    }

    private static double share(long done, long total) {
        return Math.min(1, (double) done / Math.max(1, total));
    }

    /** Begins with the page behind a customer; false when there is none. */
    private boolean begin(DecidePages pages, String last, Deque<DecidePages.Page> begun) {
        List<String> ids = batches.customersAfter(last, DecidePages.CUSTOMERS);
        if (!ids.isEmpty()) {
            begun.add(pages.begin(ids, batches.done(pages.orders(ids))));
        }
        return !ids.isEmpty();
    }
}
