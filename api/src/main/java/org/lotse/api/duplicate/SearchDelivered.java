package org.lotse.api.duplicate;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.api.database.InstanceLock;
import org.lotse.api.subjects.SubjectsDelivered;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.models.duplicate.CustomerRecord;
import org.lotse.models.duplicate.FindDuplicates;
import org.lotse.models.duplicate.Found;
import org.lotse.models.duplicate.Linkage;
import org.lotse.models.training.Progress;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares customers soon after they are delivered with all others, by what the latest whole search learned; before the first
 * one nobody is compared. A delivery only notes who came: nobody waits for a comparison. Thread-safe.
 */
@Component
class SearchDelivered {
    private static final long LOCK = 4_441;

    private final JdbcClient database;
    private final JdbcSuspects suspects;
    private final JdbcStewardAnswers answers;
    private final ReadCustomers customers;
    private final TransactionTemplate transaction;
    private final InstanceLock lock;
    private final Clock clock;
    private final Set<TermKey> telling;

    SearchDelivered(
            JdbcClient database,
            JdbcSuspects suspects,
            JdbcStewardAnswers answers,
            ReadCustomers customers,
            DuplicateSettings settings,
            TransactionTemplate transaction,
            InstanceLock lock,
            Clock clock) {
        this.database = database;
        this.suspects = suspects;
        this.answers = answers;
        this.customers = customers;
        this.transaction = transaction;
        this.lock = lock;
        this.clock = clock;
        this.telling = settings.fields().values().stream()
                .flatMap(Collection::stream)
                .map(TermKey::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What a search came to.
     *
     * @param delivered who was compared
     * @param suspects pairs that may be one customer
     */
    record Result(int delivered, int suspects) {}

    /** Notes customers of whom something was delivered that tells who they are. */
    @EventListener
    void note(SubjectsDelivered delivered) {
        String[] ids = delivered.deliveries().stream()
                .filter(one -> one.subject().type().equals(SubjectType.CUSTOMER))
                .filter(one -> one.attributes().keySet().stream().anyMatch(telling::contains))
                .map(one -> one.subject().id())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        if (ids.length > 0) {
            database.sql("""
                            insert into duplicate_due (id) select id from unnest(?) as id
                            where exists (select 1 from duplicate_search)
                            on conflict (id) do update set noted = clock_timestamp()""").param(ids).update();
        }
    }

    @Scheduled(fixedDelayString = "${lotse.duplicates.look-every:1m}")
    void look() {
        lock.tryRun(LOCK, this::search);
    }

    /** Compares everybody noted. */
    Result search() {
        Map<String, Timestamp> noted = new HashMap<>();
        database.sql("select id, noted from duplicate_due").query(row -> {
            noted.put(row.getString("id"), row.getTimestamp("noted"));
        });
        Set<String> due = noted.keySet();
        Linkage linkage = suspects.linkage().orElse(null);
        if (due.isEmpty() || linkage == null) {
            return new Result(0, 0);
        }
        List<CustomerRecord> records = customers.all();
        Found found = new FindDuplicates(Progress.SILENT).findOf(due, records, linkage.learn(answers.learnable()));
        transaction.executeWithoutResult(status -> {
            suspects.add(found, records, clock.instant());
            // Who was delivered again meanwhile is noted later and stays.
            database.sql("delete from duplicate_due where id = any (?) and noted <= ?")
                    .param(due.toArray(String[]::new))
                    .param(Collections.max(noted.values()))
                    .update();
        });
        return new Result(due.size(), found.suspects().size());
    }
}
