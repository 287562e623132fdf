package org.lotse.api.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.jobs.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the retention periods: every night on one of the instances, or when somebody asks. */
@Component
class RetentionRuns {
    private static final String NIGHTLY = "nightly";
    private static final Duration A_NIGHT = Duration.ofHours(20);
    private static final int SHOWN = 30;

    private final KeepPeriods periods;
    private final Jobs jobs;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    RetentionRuns(
            KeepPeriods periods,
            Jobs jobs,
            JdbcClient database,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        this.periods = periods;
        this.jobs = jobs;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a run has deleted.
     *
     * @param counts rows by kind; empty while it runs
     */
    record Run(Instant at, String by, JsonNode counts) {}

    /** Starts a run as a job. */
    UUID start(String by, Locale language) {
        return jobs.submit("retention", by, language, run -> {
            long number = begin(by);
            Map<String, Long> counts = periods.apply(kind -> run.progress(0.5, kind));
            end(number, counts);
            return counts;
        });
    }

    List<Run> latest() {
        return database.sql("select * from retention_run order by seq desc limit ?")
                .param(SHOWN)
                .query((row, number) -> new Run(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_whom"),
                        json.readTree(row.getString("counts"))))
                .list();
    }

    @Scheduled(cron = "${lotse.privacy.nightly:0 30 2 * * *}")
    void nightly() {
        claimNight().ifPresent(number -> end(number, periods.apply(kind -> {})));
    }

    /** One instance takes the night, the others see that it is taken. */
    private Optional<Long> claimNight() {
        Optional<Long> claimed = transaction.execute(status -> {
            boolean first = database.sql("select pg_try_advisory_xact_lock(hashtextextended('retention', 0))")
                            .query(Boolean.class)
                            .single()
                    && !database.sql("select exists (select 1 from retention_run where by_whom = ? and at > ?)")
                            .params(NIGHTLY, Timestamp.from(clock.instant().minus(A_NIGHT)))
                            .query(Boolean.class)
                            .single();
            return first ? Optional.of(begin(NIGHTLY)) : Optional.<Long>empty();
        });
        return claimed == null ? Optional.empty() : claimed;
    }

    private long begin(String by) {
        return database.sql("insert into retention_run (at, by_whom, counts) values (?, ?, '{}') returning seq")
                .params(Timestamp.from(clock.instant()), by)
                .query(Long.class)
                .single();
    }

    private void end(long number, Map<String, Long> counts) {
        database.sql("update retention_run set counts = ?::jsonb where seq = ?")
                .params(json.writeValueAsString(counts), number)
                .update();
    }
}
