package org.lotse.api.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lotse.api.LotseService;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.FreshDatabase;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Value;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shipped trigger "snow in the hills", with a system that is told and loses the first message. */
@SpringBootTest(
        classes = LotseService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lotse.demo=true",
            "lotse.data=target/lotse-test",
            "lotse.demo-data=false",
            "lotse.time-budget=10s",
            "lotse.triggers.look-every=1h",
            "lotse.webhooks.look-every=200ms",
            "lotse.webhooks.first-pause=200ms",
            "lotse.webhooks.attempts=3"
        })
@ActiveProfiles("test")
@ContextConfiguration(initializers = FreshDatabase.class)
class TriggersIT {
    private static final String SECRET = "a-secret-of-the-dialler";
    private static final List<Told> TOLD = new CopyOnWriteArrayList<>();

    private record Told(Map<String, List<String>> headers, String body) {}

    @LocalServerPort
    private int port;

    @Autowired
    private KeepTriggers triggers;

    @Autowired
    private RunTrigger run;

    @Autowired
    private SpreadCauses spread;

    @Autowired
    private RecordEvents events;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RuleSets rules;

    private String unique = "";

    @DynamicPropertySource
    static void endpoints(DynamicPropertyRegistry registry) throws IOException {
        HttpServer dialler = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        dialler.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean first = TOLD.stream().noneMatch(told -> told.body().equals(body));
            TOLD.add(new Told(Map.copyOf(exchange.getRequestHeaders()), body));
            exchange.sendResponseHeaders(first ? 503 : 204, -1);
            exchange.close();
        });
        dialler.start();
        registry.add("lotse.webhooks.endpoints[0].name", () -> "dialler");
        registry.add(
                "lotse.webhooks.endpoints[0].url",
                () -> "http://127.0.0.1:" + dialler.getAddress().getPort() + "/hook");
        registry.add("lotse.webhooks.endpoints[0].secret", () -> SECRET);
        registry.add("lotse.webhooks.endpoints[1].name", () -> "metadata");
        registry.add("lotse.webhooks.endpoints[1].url", () -> "http://169.254.169.254/latest");
        registry.add("lotse.webhooks.endpoints[1].secret", () -> SECRET);
    }

    @BeforeEach
    void familyLivesInTheHills() {
        do {
            unique = UUID.randomUUID().toString().substring(0, 8);
        } while (rules.active().settings().control().contains(SubjectId.customer(family())));
        Client admin = Client.of(port, "demo-admin");
        assertThat(admin.put("/v1/subjects/area/" + area(), "{\"attributes\": {}}")
                        .status())
                .isLessThan(300);
        assertThat(admin.put(
                                "/v1/customers/" + family(),
                                "{\"attributes\": {\"dependents\": true, \"language\": \"GERMAN\"}, \"links\": {\"home\": \""
                                        + area() + "\"}}")
                        .status())
                .isLessThan(300);
        admin.put(
                "/v1/customers/" + family() + "/consents",
                "{\"purpose\": \"MARKETING\", \"channel\": \"EMAIL\", \"granted\": true, \"evidence\": \"test\"}");
    }

    @Test
    void aCrashAfterTheContactWasReservedMakesNoSecondOne() {
        snow("e1");
        while (spread.spreadNext()) {
            Thread.onSpinWait();
        }

        assertThat(run.runNext()).isTrue();
        assertThat(contacts()).isEqualTo(1);
        forgetThatItWasSettled();
        triggers.keep();
        triggers.keep();

        assertThat(contacts()).isEqualTo(1);
        assertThat(states()).containsExactly("CONTACT");
    }

    @Test
    void manyInstancesMakeOneContact() {
        snow("e2");

        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int instance = 0; instance < 8; instance++) {
                instances.execute(triggers::keep);
            }
        }

        assertThat(contacts()).isEqualTo(1);
    }

    @Test
    void theSameEventCountsOnceAndHistoryNotAtAll() {
        snow("e3");
        snow("e3");
        events.record(List.of(new Event(
                unique + "-old",
                "forecast",
                SubjectId.parse("area/" + area()),
                Instant.now().minus(Duration.ofDays(2)),
                Map.of("snow-line", Value.of(300)))));
        triggers.keep();

        assertThat(states()).containsExactly("CONTACT");
    }

    @Test
    void otherSystemsAreToldSignedAndAgainUntilTheyHaveIt() {
        snow("e4");
        triggers.keep();

        String contact = database.sql("select id from contact_reservation where subject_id = ?")
                .params(family())
                .query(String.class)
                .single();
        await(() -> TOLD.stream().filter(told -> told.body().contains(contact)).count() == 2);

        Told told = TOLD.stream()
                .filter(each -> each.body().contains(contact))
                .toList()
                .getLast();
        assertThat(told.body())
                .contains("org.lotse.contact.due", "snow-offer", "EMAIL", "Schnee kommt bis auf 350 Meter herunter");
        assertThat(told.headers().get("Lotse-signature"))
                .singleElement()
                .asString()
                .startsWith("t=");
        assertThat(told.headers().get("Lotse-attempt")).containsExactly("2");
        assertThat(told.headers().toString() + told.body()).doesNotContain(SECRET);
    }

    @Test
    void whatNeverArrivesIsSeenAsDead() {
        snow("e5");
        triggers.keep();
        Client release = Client.of(port, "demo-release");

        await(() -> release.get("/v1/webhooks/deliveries?state=DEAD").body().contains("customer/" + family()));

        String dead = release.get("/v1/webhooks/deliveries?state=DEAD").body();
        assertThat(dead).contains("metadata", "LINK_LOCAL_REFUSED").doesNotContain(SECRET);
        assertThat(release.get("/v1/webhooks").body()).contains("dialler").doesNotContain(SECRET);
        assertThat(Client.of(port, "demo-agent").get("/v1/webhooks/deliveries").status())
                .isEqualTo(403);
        assertThat(kept())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message)
                        .as("what waits is readable only with the subject's key")
                        .doesNotContain("contact")
                        .doesNotContain(family()));
    }

    /** What is kept of the messages about the family that have not arrived. */
    private List<String> kept() {
        return database.sql("select sealed from webhook_delivery where subject_id = ? and state <> 'DELIVERED'")
                .param(family())
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list();
    }

    @Test
    void whoIsForgottenIsTurnedToNoMore() {
        snow("e6");
        while (spread.spreadNext()) {
            Thread.onSpinWait();
        }
        Client.of(port, "demo-admin").send("DELETE", "/v1/customers/" + family(), "");
        triggers.keep();

        assertThat(contacts()).isZero();
        assertThat(states()).isEmpty();
    }

    /** As if the instance had died between reserving the contact and settling the run, and its claim had run out. */
    private void forgetThatItWasSettled() {
        database.sql(
                        "delete from contact_words where contact_id in (select id from contact_reservation where subject_id = ?)")
                .params(family())
                .update();
        database.sql("""
                update trigger_run set state = 'PENDING', next_at = now() - interval '1 second', decision_id = null,
                    contact_id = null where subject_id = ?""").params(family()).update();
    }

    private void snow(String id) {
        events.record(List.of(new Event(
                unique + "-" + id,
                "forecast",
                SubjectId.parse("area/" + area()),
                Instant.now(),
                Map.of("snow-line", Value.of(350)))));
    }

    private String area() {
        return "hills-" + unique;
    }

    private String family() {
        return "family-" + unique;
    }

    private long contacts() {
        return database.sql("select count(*) from contact_reservation where subject_id = ?")
                .params(family())
                .query(Long.class)
                .single();
    }

    private List<String> states() {
        return database.sql("select state from trigger_run where subject_id = ?")
                .params(family())
                .query((row, number) -> row.getString("state"))
                .list();
    }

    private static void await(java.util.function.BooleanSupplier happened) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as("it should have happened by now").isBefore(deadline);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
