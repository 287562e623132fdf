package org.lotse.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ErasuresIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Erasures erasures;

    @Test
    void restoredBackupDoesNotBringBackWhoWasErased() {
        Client admin = Client.of(port, "demo-admin");
        String decision = decided(admin, "back-1");
        backup("back-1");
        assertThat(admin.send("DELETE", "/v1/customers/back-1", "").status()).isEqualTo(204);
        restore();
        assertThat(admin.get("/v1/customers/back-1").status()).isEqualTo(200);
        assertThat(replayed(admin, decision)).isEqualTo("IDENTICAL");

        erasures.run(new DefaultApplicationArguments());

        assertThat(admin.get("/v1/customers/back-1").status()).isEqualTo(404);
        assertThat(replayed(admin, decision)).isEqualTo("ERASED");
    }

    @Test
    void whoWasDeliveredAnewAfterTheErasureStays() {
        Client admin = Client.of(port, "demo-admin");
        decided(admin, "anew-1");
        admin.send("DELETE", "/v1/customers/anew-1", "");
        decided(admin, "anew-1");
        database.sql("delete from erasure").update();

        erasures.run(new DefaultApplicationArguments());

        assertThat(admin.get("/v1/customers/anew-1").status()).isEqualTo(200);
    }

    @Test
    void listCanBeCarriedElsewhereAndApplied() {
        Client admin = Client.of(port, "demo-admin");
        decided(admin, "carried-1");
        backup("carried-1");
        admin.send("DELETE", "/v1/customers/carried-1", "");
        String list = admin.get("/v1/decision-log/erasures").body();
        restore();

        Client.Answer applied = admin.with("Content-Type", "text/plain").post("/v1/decision-log/erasures", list);

        assertThat(list).doesNotContain("carried-1");
        assertThat(applied.at("/erased")).isEqualTo("1");
        assertThat(admin.get("/v1/customers/carried-1").status()).isEqualTo(404);
    }

    @Test
    void otherTextIsNoList() {
        Client admin = Client.of(port, "demo-admin").with("Content-Type", "text/plain");

        assertThat(admin.post("/v1/decision-log/erasures", "hello world").status())
                .isEqualTo(400);
        assertThat(Client.of(port, "demo-agent")
                        .get("/v1/decision-log/erasures")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void administratorVerifiesTheLog() throws InterruptedException {
        Client admin = Client.of(port, "demo-admin");
        decided(admin, "sound-1");

        Client.Answer started = admin.post("/v1/decision-log/verification", "");
        assertThat(started.status()).isEqualTo(202);
        Client.Answer job = admin.get(started.header("Location"));
        while (!List.of("DONE", "FAILED").contains(job.at("/state"))) {
            Thread.sleep(100);
            job = admin.get(started.header("Location"));
        }

        assertThat(job.at("/result/state")).as("%s", job).isEqualTo("SOUND");
        assertThat(job.json().at("/result/records").asInt()).isPositive();
    }

    private static String decided(Client admin, String customer) {
        admin.put("/v1/customers/" + customer, "{\"attributes\": {}}");
        Client.Answer answer = admin.post("/v1/decisions/service-level", "{\"customerId\": \"" + customer + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.at("/decisionId");
    }

    private static String replayed(Client admin, String decision) {
        return admin.post("/v1/decisions/" + decision + "/replay", "").at("/state");
    }

    private void backup(String customer) {
        for (String table : new String[] {"backup_subject", "backup_version", "backup_key", "backup_erasure"}) {
            database.sql("drop table if exists " + table).update();
        }
        database.sql("create table backup_subject as select * from subject where id = '" + customer + "'")
                .update();
        database.sql("create table backup_version as select * from subject_version where id = '" + customer + "'")
                .update();
        database.sql("create table backup_key as select * from subject_key where subject_id = '" + customer + "'")
                .update();
        database.sql("create table backup_erasure as select * from erasure").update();
    }

    private void restore() {
        database.sql("delete from erasure").update();
        database.sql("insert into erasure overriding system value select * from backup_erasure")
                .update();
        database.sql("insert into subject select * from backup_subject").update();
        database.sql("insert into subject_version select * from backup_version").update();
        database.sql("insert into subject_key overriding system value select * from backup_key")
                .update();
    }
}
