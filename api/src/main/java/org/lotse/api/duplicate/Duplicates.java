package org.lotse.api.duplicate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.person.MergePersons.PersonChanged;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.models.duplicate.CustomerRecord;
import org.lotse.models.duplicate.FindDuplicates;
import org.lotse.models.duplicate.Found;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers stored more than once: searched for by a job, listed, and put before a steward one by one. */
@Component
public class Duplicates {
    private static final ProblemKind UNKNOWN_PAIR = new ProblemKind("unknown-duplicate", HttpStatus.NOT_FOUND);

    private final Jobs jobs;
    private final ReadCustomers customers;
    private final JdbcSuspects suspects;
    private final JdbcStewardAnswers answers;
    private final LearnFromStewards learn;
    private final SearchDelivered delivered;
    private final DuplicateSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Duplicates(
            Jobs jobs,
            ReadCustomers customers,
            JdbcSuspects suspects,
            JdbcStewardAnswers answers,
            LearnFromStewards learn,
            SearchDelivered delivered,
            DuplicateSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jobs = jobs;
        this.customers = customers;
        this.suspects = suspects;
        this.answers = answers;
        this.learn = learn;
        this.delivered = delivered;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a search came to, as its job's result.
     *
     * @param pairs compared
     * @param suspects pairs that may be one customer
     * @param leftOut suspects beyond those kept
     * @param customersStoredMoreThanOnce groups of records that probably are one customer
     * @param decisions of stewards it was corrected by
     */
    public record SearchResult(
            int records, int pairs, int suspects, int leftOut, int customersStoredMoreThanOnce, int decisions) {}

    /**
     * How things stand.
     *
     * @param at when was searched last; null before
     * @param states how many pairs are in each state
     * @param decisions of stewards that were learned from
     */
    public record Standing(
            @Nullable Instant at, int records, int suspects, int leftOut, Map<String, Integer> states, int decisions) {}

    /** Starts a search; a cancelled one changes nothing. */
    public UUID search(Caller caller, Locale language) {
        return jobs.submit("duplicates", caller.name(), language, run -> search(run, caller.name()));
    }

    private SearchResult search(JobRun run, String by) {
        run.progress(0.02, "read customers");
        List<CustomerRecord> records = customers.all();
        Found found = new FindDuplicates((step, share) -> run.progress(0.1 + 0.75 * share, step))
                .find(records, answers.learnable());
        run.progress(0.9, "keep " + Math.min(settings.most(), found.suspects().size()) + " pairs");
        transaction.executeWithoutResult(
                status -> suspects.keep(run.id(), found, records, settings.most(), by, clock.instant()));
        return new SearchResult(
                found.records(),
                found.pairs(),
                found.suspects().size(),
                Math.max(0, found.suspects().size() - settings.most()),
                found.groups().size(),
                found.linkage().decisions());
    }

    /** Starts a search among all for those that were delivered since they were last compared. */
    public UUID searchDelivered(Caller caller, Locale language) {
        return jobs.submit("duplicates", caller.name(), language, run -> delivered.search());
    }

    /** How things stand. */
    @Transactional(readOnly = true)
    public Standing standing() {
        Optional<JdbcSuspects.Search> latest = suspects.latest();
        return new Standing(
                latest.map(JdbcSuspects.Search::at).orElse(null),
                latest.map(JdbcSuspects.Search::records).orElse(0),
                latest.map(JdbcSuspects.Search::suspects).orElse(0),
                latest.map(JdbcSuspects.Search::leftOut).orElse(0),
                suspects.counts(),
                answers.learnable().size());
    }

    /** A place in a list. */
    public record After(double probability, long id) {
        /** Before the first. */
        public static final After START = new After(2, 0);
    }

    /**
     * The pairs in a state, the most probable first.
     *
     * @param below only pairs at most this probable: merged ones that are doubtful by now
     */
    @Transactional(readOnly = true)
    public List<SuspectedPair> list(SuspectedPair.State state, double below, After after, int limit) {
        return suspects.page(state, below, after.probability(), after.id(), limit);
    }

    /** @throws ProblemException 404 when there is no such pair, or no longer */
    @Transactional(readOnly = true)
    public SuspectedPair find(long id) {
        return suspects.find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * The open pair whose answer teaches most.
     *
     * @param but a pair not to ask about
     */
    @Transactional(readOnly = true)
    public Optional<SuspectedPair> question(Optional<Long> but) {
        return learn.question(but);
    }

    /** What is known of a customer that tells who it is; empty when it is gone. */
    @Transactional(readOnly = true)
    public CustomerRecord customer(String id) {
        return customers.one(id).orElseGet(() -> new CustomerRecord(id, Map.of()));
    }

    /** What else is known of a record and helps to decide which of two leads. */
    @Transactional(readOnly = true)
    public ReadCustomers.Context context(String id) {
        return customers.context(id);
    }

    @EventListener
    void follow(PersonChanged changed) {
        suspects.followPersons();
    }

    static ProblemException unknown(Object id) {
        return ProblemException.of(UNKNOWN_PAIR, id);
    }
}
