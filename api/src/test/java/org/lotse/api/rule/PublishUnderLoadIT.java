package org.lotse.api.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** While people ask, rules are submitted, approved and put into force: nobody notices but by the other answer. */
@ServiceTest
@TestPropertySource(properties = "lotse.time-budget=150ms")
class PublishUnderLoadIT {
    private static final Logger LOG = LoggerFactory.getLogger(PublishUnderLoadIT.class);
    private static final String LEVEL = "tables/service-level.csv";
    private static final String ROUTE = "tables/route.csv";
    private static final int ASKING = 4;
    private static final int SWITCHES = 10;

    @LocalServerPort
    private int port;

    /** One answer: which rules it names, what they said in two tables, and how long it took. */
    private record Told(int status, String version, String hours, String route, boolean degraded, long millis) {}

    @Test
    void noRequestIsLostAndNoDecisionMixesVersions() throws Exception {
        marketing().get("/v1/rules");
        assertThat(Client.of(port, "demo-admin")
                        .put("/v1/customers/publish-1", "{\"attributes\": {}}")
                        .status())
                .isLessThan(300);
        AtomicBoolean done = new AtomicBoolean();
        List<Told> answers = new ArrayList<>();
        String before = marketing().get("/v1/rules").at("/version");
        String after;
        try (ExecutorService asking = Executors.newFixedThreadPool(ASKING)) {
            List<Future<List<Told>>> all = new ArrayList<>();
            for (int one = 0; one < ASKING; one++) {
                all.add(asking.submit(() -> askUntil(done)));
            }
            try {
                after = publish();
                for (int turn = 1; turn < SWITCHES; turn++) {
                    Thread.sleep(100);
                    String version = turn % 2 == 1 ? before : after;
                    assertThat(release()
                                    .post("/v1/rules/versions/" + version + "/activation", "")
                                    .status())
                            .isEqualTo(200);
                }
            } finally {
                done.set(true);
                release().post("/v1/rules/versions/" + before + "/activation", "");
            }
            for (Future<List<Told>> each : all) {
                answers.addAll(each.get());
            }
        }

        long[] millis = answers.stream().mapToLong(Told::millis).sorted().toArray();
        LOG.info(
                "{} answers during {} activations, {} by the new rules, {} with a part left out; half within {} ms, the"
                        + " slowest {} ms",
                answers.size(),
                SWITCHES + 1,
                answers.stream().filter(told -> told.version().equals(after)).count(),
                answers.stream().filter(Told::degraded).count(),
                millis[millis.length / 2],
                Arrays.stream(millis).max().orElse(0));
        assertThat(answers).hasSizeGreaterThan(SWITCHES).allSatisfy(told -> {
            assertThat(told.status()).isEqualTo(200);
            assertThat(told.version()).isIn(before, after);
            assertThat(List.of(told.hours(), told.route()))
                    .isEqualTo(
                            told.version().equals(after)
                                    ? List.of("25", "SENIOR_ADVISER")
                                    : List.of("24", "STANDARD_SUPPORT"));
        });
        assertThat(answers).extracting(Told::version).contains(before, after);
    }

    private List<Told> askUntil(AtomicBoolean done) {
        Client agent = Client.of(port, "demo-agent");
        List<Told> answers = new ArrayList<>();
        while (!done.get()) {
            long start = System.nanoTime();
            Client.Answer answer = ask(agent);
            answers.add(new Told(
                    answer.status(),
                    answer.at("/versions/rules"),
                    answer.at("/serviceLevel/respondWithinHours").replace(".0", ""),
                    answer.at("/serviceLevel/route"),
                    !answer.json().at("/degraded").isEmpty(),
                    (System.nanoTime() - start) / 1_000_000));
        }
        return answers;
    }

    /** A machine too busy to reach its database says so and is asked again; nothing else may be wrong with an answer. */
    private static Client.Answer ask(Client agent) {
        Client.Answer answer = decide(agent);
        for (int again = 0; again < 100 && answer.status() == 503; again++) {
            answer = decide(agent);
        }
        return answer;
    }

    private static Client.Answer decide(Client agent) {
        return agent.post(
                "/v1/decisions/next-best-action",
                "{\"customerId\": \"publish-1\", \"channel\": \"CALL_CENTRE\", \"direction\": \"INBOUND\"}");
    }

    /** Two tables that go together: an answer that takes one from each version would show it. */
    private String publish() {
        String level = file(LEVEL).replaceFirst("(?m)^(value not known yet,.*,Standard),24,", "$1,25,");
        String route =
                file(ROUTE).replaceFirst("(?m)^(Standard;Standard;;;;)Standardservice;", "$1erfahrene Beratung;");
        Client.Answer draft = new Multipart()
                .file(LEVEL, level.getBytes(StandardCharsets.UTF_8))
                .file(ROUTE, route.getBytes(StandardCharsets.UTF_8))
                .send(marketing(), "/v1/rules/drafts");
        assertThat(draft.json().at("/changed").size()).isEqualTo(2);
        String path = draft.header("Location");
        assertThat(marketing().post(path + "/submission", "").status()).isEqualTo(200);
        assertThat(release().post(path + "/approval", "").status()).isEqualTo(200);
        assertThat(release().post(path + "/activation", "").status()).isEqualTo(200);
        return draft.at("/version");
    }

    private String file(String path) {
        return marketing().get("/v1/rules/versions/active/files/" + path).body();
    }

    private Client marketing() {
        return Client.of(port, "demo-marketing");
    }

    private Client release() {
        return Client.of(port, "demo-release");
    }
}
