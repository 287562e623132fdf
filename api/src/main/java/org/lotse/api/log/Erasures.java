package org.lotse.api.log;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.lotse.api.log.ErasureList.Erasure;
import org.lotse.api.subjects.StoreSubjects;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Erasing a subject destroys its key, so that no decision about it can be read again, and notes that it happened, in the
 * database and beside it. A database older than the note, a restored backup, is brought up to date at the start: who was
 * erased since is erased again, unless delivered anew after the erasure.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Erasures implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final JdbcClient database;
    private final SubjectKeys keys;
    private final StoreSubjects subjects;
    private final SecretKey hashing;
    private final ErasureList list;
    private final Clock clock;

    Erasures(
            JdbcClient database,
            SubjectKeys keys,
            StoreSubjects subjects,
            MasterKey master,
            ErasureList list,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.subjects = subjects;
        this.hashing = master.derived("erasures");
        this.list = list;
        this.clock = clock;
    }

    @EventListener
    void forget(SubjectErased erased) {
        destroyKey(erased.subject());
        Erasure erasure = new Erasure(hash(erased.subject()), clock.instant().truncatedTo(ChronoUnit.MICROS));
        note(erasure);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    keys.forget(erased.subject());
                    list.add(erasure);
                }
            });
        } else {
            list.add(erasure);
        }
    }

    /** Brings list and database together: each learns what only the other knows. */
    @Override
    public void run(ApplicationArguments arguments) {
        Set<Erasure> written = list.all();
        Set<Erasure> stored = stored();
        stored.stream().filter(erasure -> !written.contains(erasure)).forEach(list::add);
        int again = apply(written);
        if (again > 0) {
            LOG.warn("The database is older than the list of erasures: {} subjects were erased again", again);
        }
    }

    /** All erasures the database knows, oldest first. */
    Set<Erasure> stored() {
        return database
                .sql("select hash, erased_at from erasure order by number")
                .query((row, number) -> new Erasure(
                        HexFormat.of().formatHex(row.getBytes(1)),
                        row.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Erases again whom the database still, or again, knows although the list says that they were erased.
     *
     * @return how many subjects
     */
    int apply(Collection<Erasure> erasures) {
        Set<Erasure> known = stored();
        Map<String, Instant> missing = new HashMap<>();
        erasures.stream()
                .filter(erasure -> !known.contains(erasure))
                .forEach(erasure -> missing.merge(erasure.hash(), erasure.at(), (a, b) -> a.isAfter(b) ? a : b));
        if (missing.isEmpty()) {
            return 0;
        }
        List<SubjectId> again = new ArrayList<>();
        List<SubjectId> keyOnly = new ArrayList<>();
        database.sql("""
                        select coalesce(s.type, k.subject_type), coalesce(s.id, k.subject_id),
                            coalesce(s.created_at, k.created_at), s.id is null
                        from subject s full join subject_key k on k.subject_type = s.type and k.subject_id = s.id
                        """).query(row -> {
            SubjectId subject = new SubjectId(new SubjectType(row.getString(1)), row.getString(2));
            Instant erased = missing.get(hash(subject));
            if (erased != null && !row.getTimestamp(3).toInstant().isAfter(erased)) {
                (row.getBoolean(4) ? keyOnly : again).add(subject);
            }
        });
        again.forEach(subject -> subjects.erase(subject, StoreSubjects.VersionExpected.ANY));
        keyOnly.forEach(this::destroyKey);
        erasures.stream().filter(erasure -> !known.contains(erasure)).forEach(this::note);
        return again.size() + keyOnly.size();
    }

    private void note(Erasure erasure) {
        database.sql("insert into erasure (hash, erased_at) values (?, ?) on conflict do nothing")
                .params(HexFormat.of().parseHex(erasure.hash()), Timestamp.from(erasure.at()))
                .update();
    }

    private void destroyKey(SubjectId subject) {
        database.sql("delete from subject_key where subject_type = ? and subject_id = ?")
                .params(subject.type().value(), subject.id())
                .update();
        keys.forget(subject);
    }

    private String hash(SubjectId subject) {
        return HexFormat.of()
                .formatHex(MasterKey.hash(hashing, subject.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
