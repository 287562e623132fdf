package org.lotse.api.log;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lotse.api.database.InstanceLock;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.Retention;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a partition of the log ready for each purpose and month, this one and the next two, and drops those whose
 * retention period ({@code retention} in settings.yaml) is over.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeepPartitions implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(KeepPartitions.class);
    private static final long LOCK = 5_201;
    private static final int AHEAD = 2;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstanceLock lock;
    private final RuleSets rules;
    private final Clock clock;

    KeepPartitions(
            JdbcClient database,
            PlatformTransactionManager transactions,
            InstanceLock lock,
            RuleSets rules,
            Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.lock = lock;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.run(LOCK, () -> make(clock.instant()));
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void keep() {
        Instant now = clock.instant();
        lock.tryRun(LOCK, () -> {
            make(now);
            drop(now, rules.active().settings());
        });
    }

    /** Makes the partitions of this month, the one before (for clocks that go slow) and the next ones. */
    void make(Instant now) {
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        for (Purpose purpose : Purpose.values()) {
            for (int ahead = -1; ahead <= AHEAD; ahead++) {
                make(new Partition(purpose, month.plusMonths(ahead)));
            }
        }
    }

    /** Drops what is past its time, and remembers that it has expired. */
    void drop(Instant now, Settings settings) {
        for (Partition partition : all()) {
            Retention retention = settings.retention().get(partition.purpose());
            if (retention != null
                    && !retention.keep().after(partition.end(), settings.zone()).isAfter(now)) {
                transaction.executeWithoutResult(status -> drop(partition, now));
            }
        }
    }

    private void make(Partition partition) {
        if (exists(partition)) {
            return;
        }
        database.sql("create table if not exists " + partition.table() + " partition of " + partition.parent()
                        + " for values from ('" + partition.month().atDay(1) + "T00:00:00Z') to ('"
                        + partition.month().plusMonths(1).atDay(1) + "T00:00:00Z')")
                .update();
    }

    private boolean exists(Partition partition) {
        return database.sql("select to_regclass(?) is not null")
                .param(partition.table())
                .query(Boolean.class)
                .single();
    }

    private void drop(Partition partition, Instant now) {
        database.sql("set local lock_timeout = '2s'").update();
        long records = database.sql("select count(*) from " + partition.table())
                .query(Long.class)
                .single();
        database.sql("insert into decision_expired (kept, month, records, expired_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(partition.purpose().name(), partition.month().atDay(1), records, java.sql.Timestamp.from(now))
                .update();
        database.sql("drop table " + partition.table()).update();
        LOG.info("Dropped {} with {} decisions: their time is over", partition.table(), records);
    }

    private List<Partition> all() {
        return database.sql("""
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent in ('decision_log_service'::regclass, 'decision_log_marketing'::regclass)
                        order by c.relname
                        """).query((row, number) -> Partition.parse(row.getString(1))).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The decisions of one purpose in one month (UTC). */
    record Partition(Purpose purpose, YearMonth month) {
        static Optional<Partition> parse(String table) {
            for (Purpose purpose : Purpose.values()) {
                String parent = parent(purpose) + "_";
                if (table.startsWith(parent) && table.length() == parent.length() + 7) {
                    return Optional.of(new Partition(
                            purpose,
                            YearMonth.parse(table.substring(parent.length()).replace('_', '-'))));
                }
            }
            return Optional.empty();
        }

        String parent() {
            return parent(purpose);
        }

        String table() {
            return parent() + "_" + month.toString().replace('-', '_');
        }

        Instant end() {
            return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        LocalDate begin() {
            return month.atDay(1);
        }

        private static String parent(Purpose purpose) {
            return "decision_log_" + purpose.name().toLowerCase(Locale.ROOT);
        }
    }
}
