package org.lotse.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lotse.api.LotseService;
import org.lotse.api.database.EmbeddedPostgresql;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.TestVocabularyWiring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A database of its own is really paused and really stopped while decisions are asked for. */
@SpringBootTest(
        classes = LotseService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lotse.demo=true",
            "lotse.data=target/lotse-outage",
            "lotse.demo-data=false",
            "lotse.time-budget=300ms"
        })
@ActiveProfiles("test")
@ContextConfiguration(initializers = OutageIT.OwnDatabase.class)
@Import(TestVocabularyWiring.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageIT {
    /** Far more than the budget of 300 ms, for busy machines, and far less than anything would wait without one. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final String DECIDE = "/v1/decisions/next-best-action";
    private static final String QUESTION = "{\"customerId\": \"o-1\", \"channel\": \"CALL_CENTRE\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    /** Starts a PostgreSQL that only this test uses. */
    static final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final Path DATA = data();
        private static final EmbeddedPostgresql SERVER = EmbeddedPostgresql.start(DATA, message -> {});

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.datasource.url=" + SERVER.url("postgres"))
                    .applyTo(context);
        }

        private static Path data() {
            try {
                return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "outage-")
                        .toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The server and everything it has started. */
        static List<Long> processes() {
            try {
                long server = Long.parseLong(Files.readAllLines(DATA.resolve("postgres/postmaster.pid"))
                        .getFirst()
                        .strip());
                return Stream.concat(
                                Stream.of(server),
                                ProcessHandle.of(server)
                                        .orElseThrow()
                                        .descendants()
                                        .map(ProcessHandle::pid))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void signal(String signal) throws IOException, InterruptedException {
            for (long process : processes()) {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process))
                        .start()
                        .waitFor();
            }
        }
    }

    @AfterAll
    static void goOn() throws IOException, InterruptedException {
        if (Files.exists(OwnDatabase.DATA.resolve("postgres/postmaster.pid"))) {
            OwnDatabase.signal("CONT");
            OwnDatabase.SERVER.close();
        }
    }

    @Test
    @Order(1)
    void answersUnavailableInTimeWhileTheDatabaseHangsAndDecidesAgainAfterwards() throws Exception {
        Client.of(port, "demo-admin").put("/v1/customers/o-1", "{\"attributes\": {\"monthly-charge\": 60}}");
        assertThat(ask().status()).isEqualTo(200);

        database.sql("""
                        insert into token (hash, name, role, scopes, created_at)
                        values (sha256('token-of-someone'), 'someone', 'AGENT', '{decide,customers.read}', now())""").update();
        assertThat(someone().get("/v1/customers/o-1").status()).isEqualTo(200);
        Thread.sleep(Duration.ofSeconds(6));

        OwnDatabase.signal("STOP");
        try {
            for (int i = 0; i < 5; i++) {
                refusedInTime(this::ask);
            }
            refusedInTime(() -> Client.of(port, "nobody-knows").get("/v1/customers/o-1"));
            refusedInTime(() -> someone().get("/v1/customers/o-1"));
            refusedInTime(() -> someone().with("Idempotency-Key", "o").post(DECIDE, QUESTION));
            refusedInTime(() -> someone().post(DECIDE, QUESTION));
            assertThat(Client.of(port, "demo-admin").get("/readyz").status()).isEqualTo(503);
            assertThat(Client.of(port, "demo-admin").get("/livez").status()).isEqualTo(200);
        } finally {
            OwnDatabase.signal("CONT");
        }

        assertThat(recovered()).isTrue();
    }

    @Test
    @Order(2)
    void answersUnavailableInTimeWhileTheDatabaseIsGone() {
        OwnDatabase.SERVER.close();

        for (int i = 0; i < 3; i++) {
            refusedInTime(this::ask);
        }
        refusedInTime(() -> someone().get("/v1/customers/o-1"));
        refusedInTime(() -> someone().with("Idempotency-Key", "p").post(DECIDE, QUESTION));
    }

    private static void refusedInTime(Supplier<Client.Answer> asking) {
        long begun = System.nanoTime();
        Client.Answer answer = asking.get();

        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.at("/type")).isEqualTo("/problems/unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
    }

    /** Somebody whose token is in the database. */
    private Client someone() {
        return Client.of(port, "token-of-someone");
    }

    private boolean recovered() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            Client.Answer answer = ask();
            if (answer.status() == 200 && answer.json().get("degraded").isEmpty()) {
                return true;
            }
            Thread.sleep(200);
        }
        return false;
    }

    private Client.Answer ask() {
        return Client.of(port, "demo-agent").post(DECIDE, QUESTION);
    }
}
