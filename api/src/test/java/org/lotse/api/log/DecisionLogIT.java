package org.lotse.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lotse.api.log.VerifySeals.Finding;
import org.lotse.api.log.VerifySeals.Kind;
import org.lotse.engine.term.SubjectId;

class DecisionLogIT {
    @TempDir
    private Path data;

    private LogFixture log;

    @BeforeEach
    void open() {
        log = new LogFixture(data);
    }

    @AfterEach
    void close() throws InterruptedException {
        log.close();
    }

    @Test
    void whatWasAppendedByManyAtOnceIsThereAndSealed() throws Exception {
        List<String> ids = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> appended = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                String customer = "c-" + i % 70;
                appended.add(many.submit(() -> log.append(customer)));
            }
            for (Future<String> one : appended) {
                ids.add(one.get());
            }
        }

        VerifySeals.Report report = log.verify();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(log.rows.find(id)).isPresent());
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(600);
        assertThat(report.seals()).as("commits carry several decisions").isLessThan(400);
        assertThat(log.database
                        .sql("select count(*) from subject_key")
                        .query(Long.class)
                        .single())
                .isEqualTo(70);
    }

    @Test
    void recordComesBackAsWritten() {
        String id = log.append("c-1");

        DecisionRows.Kept kept = log.rows.find(id).orElseThrow();

        assertThat(kept.subject()).contains(SubjectId.customer("c-1"));
        assertThat(new String(kept.record().orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo("about c-1");
        assertThat(log.rows.about(SubjectId.customer("c-1"), 10)).containsExactly(id);
        assertThat(log.rows.find("d-nonsense")).isEmpty();
    }

    @Test
    void nothingPersonalStandsInTheClear() {
        log.append("hans.meier@example.com");

        String row = log.database
                .sql("select decision_log::text from decision_log")
                .query(String.class)
                .single();

        assertThat(row).doesNotContain("meier").doesNotContain("about");
    }

    @Test
    void changedRecordIsNamed() {
        String changed = log.append("c-1");
        log.append("c-2");

        log.update("update decision_log set action = 'other' where id = ?", changed);

        assertThat(log.verify().findings()).containsExactly(new Finding(Kind.RECORD_CHANGED, changed));
    }

    @Test
    void recordGivenToAnotherSubjectIsNamed() {
        String changed = log.append("c-1");
        log.append("c-22");

        log.update(
                "update decision_log set subject = (select number from subject_key where subject_id = 'c-22')"
                        + " where id = ?",
                changed);

        assertThat(log.verify().findings()).containsExactly(new Finding(Kind.RECORD_CHANGED, changed));
        assertThatThrownBy(() -> log.rows.find(changed)).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void removedRecordIsNamed() {
        log.append("c-1");
        String removed = log.append("c-2");

        log.update("delete from decision_log where id = ?", removed);

        assertThat(log.verify().findings()).containsExactly(new Finding(Kind.RECORD_MISSING, removed));
    }

    @Test
    void recordSlippedInIsNamed() {
        String original = log.append("c-1");
        String copy = log.entry("c-1").id();

        log.update(
                "insert into decision_log select (jsonb_populate_record(d, jsonb_build_object('id', ?))).* from"
                        + " decision_log d where id = ?",
                copy,
                original);

        assertThat(log.verify().findings()).containsExactly(new Finding(Kind.RECORD_UNSEALED, copy));
    }

    @Test
    void recordRemovedTogetherWithItsSealIsNoticed() {
        for (int i = 0; i < 10; i++) {
            log.append("c-" + i);
        }
        int writer = log.database
                .sql("select writer from decision_seal group by writer having count(*) > 1 limit 1")
                .query(Integer.class)
                .single();

        log.update("delete from decision_log where sealed_by = ? and seal = 1", writer);
        log.update("delete from decision_seal where writer = ? and seal = 1", writer);

        assertThat(log.verify().findings()).containsExactly(new Finding(Kind.SEAL_MISSING, writer + "/1"));
    }

    @Test
    void changedSealIsNamed() {
        log.append("c-1");

        log.update("update decision_seal set sealed_at = sealed_at + interval '1 second'");

        assertThat(log.verify().findings()).extracting(Finding::kind).containsExactly(Kind.SEAL_CHANGED);
    }

    @Test
    void endOfAChainCannotBeCutOffAfterItsDay() {
        for (int i = 0; i < 6; i++) {
            log.append("c-" + i);
        }
        assertThat(log.makeRoots(Instant.now().plus(Duration.ofDays(2)))).isEqualTo(1);
        assertThat(log.verify().isSound()).isTrue();

        log.update(
                "delete from decision_log where (sealed_by, seal) in (select max(writer), max(seal) from decision_seal"
                        + " where writer = (select max(writer) from decision_seal))");
        log.update("delete from decision_seal where (writer, seal) in (select max(writer), max(seal) from decision_seal"
                + " where writer = (select max(writer) from decision_seal))");

        assertThat(log.verify().findings()).extracting(Finding::kind).containsExactly(Kind.ROOT_BROKEN);
    }

    @Test
    void rootsRewrittenInTheDatabaseDifferFromTheirCopyOutside() {
        log.append("c-1");
        log.makeRoots(Instant.now().plus(Duration.ofDays(2)));
        assertThat(Files.exists(data.resolve("seal-roots.log"))).isTrue();

        log.update("delete from decision_root");

        assertThat(log.verify().findings()).extracting(Finding::kind).containsExactly(Kind.ROOT_BROKEN);
    }

    @Test
    void destroyedKeyBreaksNoSealAndLeavesTheCountableRest() {
        String id = log.append("c-1");
        String other = log.append("c-22");

        log.update("delete from subject_key where subject_id = 'c-1'");

        assertThat(log.verify().isSound()).isTrue();
        assertThat(log.rows.find(id).orElseThrow().record()).isEmpty();
        assertThat(log.rows.find(id).orElseThrow().subject()).isEmpty();
        assertThat(log.rows.find(other).orElseThrow().record()).isPresent();
        assertThat(log.database
                        .sql("select count(*) from decision where action = 'tip'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aSubjectErasedElsewhereAndDeliveredAnewGetsANewKey() {
        String before = log.append("c-1");
        log.update("delete from subject_key where subject_id = 'c-1'");
        log.update("insert into erasure (hash, erased_at) values ('\\x00', now())");

        String after = log.append("c-1");

        assertThat(log.rows.find(before).orElseThrow().record()).isEmpty();
        assertThat(log.rows.find(after).orElseThrow().record()).isPresent();
        assertThat(log.verify().isSound()).isTrue();
    }

    @Test
    void aRowThatCannotBeStoredFailsAlone() throws Exception {
        Instant now = Instant.now();
        List<Future<?>> appended = new ArrayList<>();
        int failed = 0;
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                String action = i == 50 ? "no\0text" : "tip";
                String customer = "c-" + i;
                appended.add(many.submit(() -> log.rows.append(log.entry(customer, now, action), () -> {})));
            }
            for (Future<?> one : appended) {
                try {
                    one.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(LogUnavailable.class);
                    failed++;
                }
            }
        }

        assertThat(failed).isEqualTo(1);
        assertThat(log.verify().records()).isEqualTo(99);
        assertThat(log.verify().isSound()).isTrue();
    }

    @Test
    void saysWhenOnlyTheDurableRowIsWaitedFor() throws Exception {
        log.append("c-1");
        LogEntry entry = log.entry("c-2");
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        Future<?> appended;
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = log.connections.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table decision_log in share mode");
            appended = one.submit(() -> log.rows.append(entry, () -> waiting.complete(null)));

            waiting.get(10, TimeUnit.SECONDS);

            assertThat(appended).as("while no row can be written").isNotDone();
            other.rollback();
        }
        appended.get();
        assertThat(log.rows.find(entry.id())).isPresent();
    }

    @Test
    void goesOnAfterItsConnectionsWereCut() {
        log.append("c-1");

        log.database
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                        + " and datname = current_database()")
                .query(Boolean.class)
                .list();

        assertThat(eventuallyAppends("c-22")).isTrue();
        assertThat(log.verify().isSound()).isTrue();
    }

    @Test
    void expiredMonthsAreDroppedAndKnownToHaveExpired() {
        Instant old = Instant.parse("2023-02-10T10:00:00Z");
        log.partition(old);
        LogEntry entry = log.entry("c-1", old, "tip");
        log.rows.append(entry, () -> {});
        String young = log.append("c-1");

        log.update("insert into decision_expired (kept, month, records, expired_at)"
                + " values ('SERVICE', '2023-02-01', 1, now()), ('MARKETING', '2023-02-01', 1, now())");
        log.update("drop table decision_log_service_2023_02, decision_log_marketing_2023_02");

        assertThat(log.rows.find(entry.id())).isEmpty();
        assertThat(log.rows.isExpired(entry.id())).isTrue();
        assertThat(log.rows.isExpired(young)).isFalse();
        assertThat(log.verify().isSound()).isTrue();
        assertThat(log.verify().expired()).isEqualTo(1);
    }

    private boolean eventuallyAppends(String customer) {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                log.append(customer);
                return true;
            } catch (LogUnavailable notYet) {
                pause();
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
