package org.lotse.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lotse.api.contact.JdbcContactLedger;
import org.lotse.api.decision.DecideInBulk;
import org.lotse.api.jobs.Job;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.segment.FindAudience;
import org.lotse.api.subjects.JdbcSubjects;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.decision.DecisionLog;
import org.lotse.engine.decision.Incidents;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class BatchIT {
    private static final int CUSTOMERS = 450;
    private static final String EMAILS = "{\"channel\": \"EMAIL\", \"segment\": {\"country\": \"%s\"}}";

    @LocalServerPort
    private int port;

    @Autowired
    private RunBatches run;

    @Autowired
    private JdbcBatches batches;

    @Autowired
    private JdbcContactLedger ledger;

    @Autowired
    private RuleSets ruleSets;

    @Autowired
    private FindAudience audiences;

    @Autowired
    private JdbcSubjects subjects;

    @Autowired
    private ServingModels models;

    @Autowired
    private DecisionLog log;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Clock clock;

    @Test
    void killedInTheMiddleAndResumedItContactsNobodyTwice() throws InterruptedException {
        deliver("kill");
        UUID id = UUID.randomUUID();
        batches.add(id, id, "next-best-action", json.readTree(EMAILS.formatted("kill")), clock.instant(), "demo-admin");
        AtomicInteger recorded = new AtomicInteger();
        DecisionLog dyingLog = (record, waiting) -> {
            if (recorded.incrementAndGet() > 250) {
                throw new IllegalStateException("killed between the reservation and the record");
            }
            log.append(record, waiting);
        };
        RunBatches dying = new RunBatches(
                batches,
                new DecideInBulk(ruleSets, subjects, models, Prices.DECLARED, dyingLog, Incidents.UNNOTICED, clock),
                subjects,
                ledger,
                ruleSets,
                audiences,
                jobs,
                clock);

        dying.resume(id, admin(), Locale.ENGLISH);
        Job killed = finished(id);
        long reservedThen = orders(id).size();
        run.resume(id, admin(), Locale.ENGLISH);
        Job resumed = finished(id);

        Batch complete = batches.find(id).orElseThrow();
        List<Result> results = results(id);
        Set<String> customers =
                new HashSet<>(results.stream().map(Result::customerId).toList());
        assertThat(killed.state()).isEqualTo(Job.State.FAILED);
        assertThat(reservedThen).as("it was killed in the middle").isBetween(200L, 449L);
        assertThat(resumed.state()).isEqualTo(Job.State.DONE);
        assertThat(complete.decided()).isEqualTo(CUSTOMERS);
        assertThat(customers).hasSize(CUSTOMERS);
        assertThat(orders(id))
                .as("one contact for each customer, however often the batch was started")
                .hasSize(CUSTOMERS)
                .allSatisfy((customer, contacts) -> assertThat(contacts).isEqualTo(1));
        assertThat(results)
                .allSatisfy(result -> assertThat(decisionExists(result.decisionId()))
                        .as("the record of %s", result)
                        .isTrue());
    }

    @Test
    void aCancelledBatchGoesOnWhereItStopped() throws InterruptedException {
        deliver("cancel");
        Client.Answer started = client().post("/v1/decisions/next-best-action/batches", EMAILS.formatted("cancel"));
        UUID id = UUID.fromString(started.at("/batchId"));

        client().send("DELETE", "/v1/batches/" + id, "");
        Job.State stopped = finished(id).state();
        if (stopped == Job.State.CANCELLED) {
            client().post("/v1/batches/" + id + "/resumption", "");
            finished(id);
        }

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.header("Location")).isEqualTo("/v1/batches/" + id);
        assertThat(client().get("/v1/batches/" + id).at("/complete")).isEqualTo("true");
        assertThat(orders(id)).hasSize(CUSTOMERS);
        assertThat(client().post("/v1/batches/" + id + "/resumption", "").status())
                .isEqualTo(409);
        assertThat(client().get("/v1/batches/" + id + "/results").body().lines().count())
                .isEqualTo(CUSTOMERS);
    }

    @Test
    void whatIsWrongWithTheQuestionIsSaidAtOnce() {
        Client client = client();
        String path = "/v1/decisions/next-best-action/batches";

        assertThat(client.post(path, "{\"chanel\": \"EMAIL\"}").at("/errors/0/code"))
                .isEqualTo("UNKNOWN_FIELD");
        assertThat(client.post(path, "{\"channel\": \"PIGEON\"}").at("/errors/0/code"))
                .isEqualTo("UNKNOWN_CHANNEL");
        assertThat(client.post(path, "{\"segment\": {\"nope\": \"x\"}}").at("/errors/0/message"))
                .contains("nope");
        assertThat(client.post(path, "{\"holdMinutes\": 0}").at("/errors/0/code"))
                .isEqualTo("OUT_OF_RANGE");
        assertThat(client.post("/v1/decisions/nope/batches", "{}").status()).isEqualTo(404);
        assertThat(client.get("/v1/batches/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(Client.of(port, "demo-agent").post(path, "{}").status()).isEqualTo(403);
    }

    @Test
    void linesReadAheadSeeWhatEarlierLinesHaveDone() {
        deliver("line");
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < 40; number++) {
            lines.append("{\"customerId\": \"line-%04d\", \"channel\": \"EMAIL\", \"direction\": \"OUTBOUND\"}%n"
                    .formatted(number % 20));
        }

        List<JsonNode> answers = client().with("Content-Type", "application/x-ndjson")
                .post("/v1/decisions/next-best-action", lines.toString())
                .body()
                .lines()
                .map(json::readTree)
                .toList();

        assertThat(answers).hasSize(40);
        int reserved = 0;
        for (int number = 0; number < 20; number++) {
            JsonNode first = answers.get(number);
            JsonNode second = answers.get(number + 20);
            assertThat(second.get("customerId")).isEqualTo(first.get("customerId"));
            assertThat(contactsSeen(first)).isZero();
            assertThat(contactsSeen(second)).isEqualTo(first.get("contactId").isNull() ? 0 : 1);
            reserved += first.get("contactId").isNull() ? 0 : 1;
        }
        assertThat(reserved).as("there is something to be seen").isPositive();
    }

    private int contactsSeen(JsonNode answer) {
        return client().get("/v1/decisions/" + answer.get("decisionId").asString())
                .json()
                .at("/read/recentContacts")
                .asInt();
    }

    private static org.lotse.api.security.Caller admin() {
        return new org.lotse.api.security.Caller(
                "demo-admin", org.lotse.api.security.Role.ADMIN, org.lotse.api.security.Role.ADMIN.scopes());
    }

    private Client client() {
        return Client.of(port, "demo-admin");
    }

    private void deliver(String prefix) {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < CUSTOMERS; number++) {
            lines.append("{\"id\": \"%s-%04d\", \"attributes\": {\"contract\": \"MONTHLY\", \"country\": \"%s\"}}%n"
                    .formatted(prefix, number, prefix));
        }
        assertThat(client().with("Content-Type", "application/x-ndjson")
                        .post("/v1/customers", lines.toString())
                        .status())
                .isEqualTo(200);
    }

    private Job finished(UUID batch) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            Optional<Job> job = batches.find(batch).flatMap(one -> jobs.find(one.job()));
            if (job.filter(one -> one.state().isFinal()).isPresent()) {
                return job.get();
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("The batch " + batch + " did not end within a minute.");
    }

    /** How many contacts each customer holds that are reserved or made. */
    private Map<String, Long> orders(UUID batch) {
        Map<String, Long> contacts = new java.util.TreeMap<>();
        database.sql("""
                        select r.subject_id, count(*) as contacts from contact_reservation r
                        where r.subject_id in (select subject_id from contact_reservation where order_key like ?)
                            and r.state in ('RESERVED', 'CONFIRMED') group by 1
                        """)
                .param("batch:" + batch + ":%")
                .query((row, number) -> contacts.put(row.getString(1), row.getLong(2)))
                .list();
        return contacts;
    }

    private List<Result> results(UUID id) {
        List<Result> all = new ArrayList<>();
        for (List<Result> page = batches.results(id, "", 200);
                !page.isEmpty();
                page = batches.results(id, all.getLast().customerId(), 200)) {
            all.addAll(page);
        }
        return all;
    }

    private boolean decisionExists(@org.jspecify.annotations.Nullable String id) {
        return database.sql("select exists (select 1 from decision where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
