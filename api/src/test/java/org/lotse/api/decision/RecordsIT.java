package org.lotse.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lotse.api.log.DecisionId;
import org.lotse.api.log.DecisionRows;
import org.lotse.api.log.LogEntry;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class RecordsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DecisionRows rows;

    @Autowired
    private PackRecords pack;

    @Autowired
    private RuleSets rules;

    @Test
    void replayIsIdentical() {
        Client admin = Client.of(port, "demo-admin");
        String id = decided(admin, "same-1");

        assertThat(replay(admin, id).at("/state")).isEqualTo("IDENTICAL");
    }

    @Test
    void recordThatSaysOtherwiseIsDifferentAndTheDifferenceNamed() {
        Client admin = Client.of(port, "demo-admin");
        String id = decided(admin, "other-1");
        DecisionRows.Kept kept = rows.find(id).orElseThrow();
        PackRecords.Packed packed =
                pack.unpack(id, kept.at(), kept.rules(), kept.record().orElseThrow());
        // The record's own decision is empty: packed as it stands it says that nothing was concluded.
        String other = DecisionId.make(packed.record().inputs().at(), new SecureRandom());
        append(other, packed.record().inputs().at(), pack.pack(packed.record(), rules.active()));

        Client.Answer replay = replay(admin, other);

        assertThat(replay.at("/state")).isEqualTo("DIFFERENT");
        assertThat(replay.json().at("/differences")).isNotEmpty();
        assertThat(replay.body()).contains("/concluded/");
    }

    @Test
    void decisionPastItsRetentionHasExpired() {
        Client admin = Client.of(port, "demo-admin");
        database.sql("insert into decision_expired (kept, month, records, expired_at)"
                        + " values ('SERVICE', '2021-05-01', 7, now()) on conflict do nothing")
                .update();
        String id = DecisionId.make(Instant.parse("2021-05-17T09:00:00Z"), new SecureRandom());

        assertThat(replay(admin, id).at("/state")).isEqualTo("EXPIRED");
        assertThat(admin.get("/v1/decisions/" + id).status()).isEqualTo(410);
        assertThat(admin.get("/v1/decisions/" + id).at("/type")).endsWith("past-retention");
        assertThat(replay(admin, DecisionId.make(Instant.now(), new SecureRandom()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void oneIdempotencyKeyIsOneDecisionHoweverManyAskAtOnce() throws Exception {
        Client admin = Client.of(port, "demo-admin");
        admin.put("/v1/customers/idem-1", "{\"attributes\": {}}");
        Client keyed = admin.with("Idempotency-Key", "log-1");
        Set<String> ids = new HashSet<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Client.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                answers.add(
                        many.submit(() -> keyed.post("/v1/decisions/service-level", "{\"customerId\": \"idem-1\"}")));
            }
            for (Future<Client.Answer> answer : answers) {
                if (answer.get().status() == 200) {
                    ids.add(answer.get().at("/decisionId"));
                } else {
                    assertThat(answer.get().status()).isEqualTo(409);
                }
            }
        }

        assertThat(ids).hasSize(1);
        assertThat(rows.about(SubjectId.customer("idem-1"), 10)).containsExactlyElementsOf(ids);
    }

    private void append(String id, Instant at, byte[] record) {
        rows.append(
                new LogEntry(
                        id,
                        "service-level",
                        SubjectId.customer("other-1"),
                        at,
                        "INBOUND",
                        null,
                        null,
                        1,
                        rules.active().version(),
                        Purpose.SERVICE,
                        record),
                () -> {});
    }

    private static Client.Answer replay(Client admin, String id) {
        return admin.post("/v1/decisions/" + id + "/replay", "");
    }

    private static String decided(Client admin, String customer) {
        admin.put("/v1/customers/" + customer, "{\"attributes\": {}}");
        Client.Answer answer = admin.post("/v1/decisions/service-level", "{\"customerId\": \"" + customer + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.at("/decisionId");
    }
}
