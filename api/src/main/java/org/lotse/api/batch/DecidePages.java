package org.lotse.api.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lotse.api.contact.InTurnLedger;
import org.lotse.api.contact.JdbcContactLedger;
import org.lotse.api.decision.DecideInBulk;
import org.lotse.api.decision.ReadAhead;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.segment.FindAudience;
import org.lotse.api.subjects.JdbcSubjects;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.SubjectId;

/**
 * Decides a batch's question page by page: what is stored of all customers of a page is read in a few questions, then
 * many are decided at a time, as most of the time of each goes into waiting for its record to be durable. The next page may
 * begin before the last customers of the one before are done.
 */
final class DecidePages implements AutoCloseable {
    static final int CUSTOMERS = 200;
    private static final int AT_ONCE = 128;
    /** Finding out who is meant may ask the database for each. */
    private static final int ASKING = 16;

    private static final int CONTENDED_TRIES = 3;

    private final Batch batch;
    private final Question question;
    private final DecideInBulk decide;
    private final JdbcSubjects subjects;
    private final JdbcContactLedger ledger;
    private final RuleSet rules;
    private final FindAudience audiences;
    private final JobRun run;
    private final Semaphore reserving = InTurnLedger.places();
    private final ExecutorService asking = threads(ASKING);
    private final ExecutorService workers = threads(AT_ONCE);
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    DecidePages(
            Batch batch,
            Question question,
            DecideInBulk decide,
            JdbcSubjects subjects,
            JdbcContactLedger ledger,
            RuleSet rules,
            FindAudience audiences,
            JobRun run) {
        this.run = run;
        this.batch = batch;
        this.question = question;
        this.decide = decide;
        this.subjects = subjects;
        this.ledger = ledger;
        this.rules = rules;
        this.audiences = audiences;
    }

    /** The orders of these customers, by which what they reserved is found again. */
    List<String> orders(List<String> ids) {
        return ids.stream().map(this::order).toList();
    }

    private String order(String customer) {
        return "batch:" + batch.batchId() + ":" + customer;
    }

    /** A page that is being decided. */
    final class Page {
        private final List<String> ids;
        private final List<Future<Optional<Result>>> results;

        private Page(List<String> ids, List<Future<Optional<Result>>> results) {
            this.ids = ids;
            this.results = results;
        }

        /** How many customers the page has, meant or not. */
        int size() {
            return ids.size();
        }

        /** The last of them. */
        String last() {
            return ids.getLast();
        }

        /** Waits for the results; of a cancelled batch only a part of them, which is not to be stored. */
        List<Result> results() {
            return outcomes(results);
        }
    }

    /**
     * Reads what is stored of a page and begins to decide for it.
     *
     * @param done what was reserved and recorded before the batch was stopped, by order
     */
    Page begin(List<String> ids, Map<String, Result> done) {
        Instant at = moment();
        List<String> meant =
                outcomes(each(asking, ids, id -> isMeant(id, at, done) ? Optional.of(id) : Optional.empty()));
        ReadAhead ahead = ReadAhead.of(
                meant.stream()
                        .filter(id -> !done.containsKey(order(id)))
                        .map(SubjectId::customer)
                        .toList(),
                at,
                subjects,
                ledger,
                customer -> order(customer.id()));
        return new Page(
                ids,
                each(
                        workers,
                        meant,
                        id -> Optional.of(
                                Optional.ofNullable(done.get(order(id))).orElseGet(() -> result(id, at, ahead)))));
    }

    /** Begins with nobody any more, and waits for those begun. */
    @Override
    public void close() {
        closed = true;
        asking.close();
        workers.close();
    }

    private static ExecutorService threads(int most) {
        return Executors.newFixedThreadPool(most, Thread.ofVirtual().factory());
    }

    private boolean isMeant(String id, Instant at, Map<String, Result> done) {
        return done.containsKey(order(id))
                || audiences.includes(question.audience(), SubjectId.customer(id), at, rules);
    }

    /** Works on many at a time; once the batch is cancelled, or one of them has failed, nobody else is begun with. */
    private <T> List<Future<Optional<T>>> each(
            ExecutorService threads, List<String> ids, Function<String, Optional<T>> work) {
        List<Future<Optional<T>>> begun = new ArrayList<>(ids.size());
        for (String id : ids) {
            begun.add(threads.submit(() -> one(id, work)));
        }
        return begun;
    }

    private <T> Optional<T> one(String id, Function<String, Optional<T>> work) {
        RuntimeException before = failure;
        if (before != null) {
            throw before;
        }
        try {
            return closed || run.isCancelled() ? Optional.empty() : work.apply(id);
        } catch (RuntimeException failed) {
            failure = failed;
            throw failed;
        }
    }

    private <T> List<T> outcomes(List<Future<Optional<T>>> begun) {
        try {
            List<T> outcomes = new ArrayList<>(begun.size());
            for (Future<Optional<T>> one : begun) {
                one.get().ifPresent(outcomes::add);
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A page of the batch " + batch.batchId() + " failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The batch " + batch.batchId() + " was interrupted.", e);
        }
    }

    private Result result(String id, Instant at, ReadAhead ahead) {
        SubjectId customer = SubjectId.customer(id);
        DecisionRequest request = decide.request(batch.decision(), question.request(), customer, at, seed(id));
        Answer answer = decide.decide(request, ahead, ledger(customer, Optional.of(ahead)));
        for (int tries = 1; answer instanceof Answer.Contended && tries < CONTENDED_TRIES; tries++) {
            answer = decide.decide(request, ledger(customer, Optional.empty()));
        }
        return switch (answer) {
            case Answer.Decided(DecisionRecord record) -> result(id, record);
            case Answer.UnknownSubject ignored -> problem(id, "UNKNOWN_SUBJECT");
            case Answer.TermsRefused ignored -> problem(id, "TERM_MISSING");
            case Answer.Contended ignored -> problem(id, "CONTENDED");
            case Answer.UnknownDecision ignored -> problem(id, "UNKNOWN_DECISION");
            case Answer.WrongSubjectType ignored -> problem(id, "WRONG_SUBJECT_TYPE");
            case Answer.Unavailable ignored -> throw unrecorded(id);
            case Answer.Unrecorded ignored -> throw unrecorded(id);
            case Answer.NoLegalBasis ignored -> problem(id, "NO_LEGAL_BASIS");
        };
    }

    private ContactLedger ledger(SubjectId customer, Optional<ReadAhead> ahead) {
        String order = order(customer.id());
        return new InTurnLedger(
                ahead.flatMap(read -> read.standing(customer))
                        .map(standing -> ledger.forOrder(order, question.hold(), standing))
                        .orElseGet(() -> ledger.forOrder(order, question.hold())),
                reserving);
    }

    /** A batch waits for the database instead of going on without records: resuming it decides the rest. */
    private static IllegalStateException unrecorded(String id) {
        return new IllegalStateException("The decision about " + id + " could not be recorded.");
    }

    /** Deciding goes on long after the batch was started: contacts are made from now on. */
    private Instant moment() {
        Instant now = decide.now();
        return Duration.between(batch.at(), now).compareTo(Duration.ofMinutes(1)) < 0 ? batch.at() : now;
    }

    private long seed(String id) {
        return Integer.toUnsignedLong((batch.batchId() + id).hashCode());
    }

    private static Result result(String id, DecisionRecord record) {
        Optional<Decision.Ranked> first = record.decision().ranked().stream().findFirst();
        return new Result(
                id,
                record.id(),
                first.map(ranked -> ranked.candidate().toString()).orElse(null),
                first.flatMap(Decision.Ranked::channel).map(ChannelKey::value).orElse(null),
                record.contactId().orElse(null),
                null);
    }

    private static Result problem(String id, String code) {
        return new Result(id, null, null, null, null, code);
    }
}
