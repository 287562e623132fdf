package org.lotse.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lotse.api.subjects.JdbcSubjects;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.term.SubjectId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class EventsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcSubjects subjects;

    @BeforeEach
    void customersAreKnown() {
        admin().put("/v1/customers/e-1", "{\"attributes\": {\"tenure\": 1}}");
    }

    @Test
    void sameIdTwiceCountsOnce() {
        String event = """
                {"specversion": "1.0", "source": "/crm", "id": "twice", "type": "ticket", "subject": "customer/e-1",
                 "time": "2026-01-31T09:00:00+01:00", "data": {"topic": "BILLING"}}""";

        assertThat(admin().with("Content-Type", "application/cloudevents+json")
                        .post("/v1/events", event)
                        .status())
                .isEqualTo(200);
        assertThat(admin().post("/v1/events", event).at("/accepted")).isEqualTo("1");
        assertThat(count("twice")).isEqualTo(1);
    }

    @Test
    void wrongEventIsAProblemThatNamesEverything() {
        Client.Answer answer = admin().post(
                        "/v1/events",
                        "{\"id\": \"w\", \"type\": \"tickt\", \"subject\": \"e-1\", \"time\": \"yesterday\", \"more\": 1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").stringValue()))
                .containsExactlyInAnyOrder("/type", "/time", "/more");
        assertThat(answer.body()).contains("ticket");
    }

    @Test
    void dataIsReadByTheVocabulary() {
        Client.Answer answer = admin().post(
                        "/v1/events",
                        "{\"id\": \"d\", \"type\": \"purchase\", \"subject\": \"e-1\", \"data\": {\"amount\": \"12\", \"colour\": \"red\"}}");

        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").stringValue()))
                .containsExactlyInAnyOrder("/data/amount", "/data/colour");
    }

    @Test
    void eventOfAnUnknownCustomerIsRefusedByName() {
        Client.Answer answer =
                admin().post("/v1/events", "{\"id\": \"u\", \"type\": \"ticket\", \"subject\": \"nobody\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/message")).contains("nobody");
    }

    @Test
    void goodEventsOfABatchAreKept() {
        Client.Answer answer = admin().post("/v1/events", """
                        [{"id": "b-1", "type": "ticket", "subject": "e-1"},
                         {"id": "b-2", "type": "ticket", "subject": "nobody"},
                         {"id": "b-3", "type": "ticket"},
                         {"id": "b-4", "type": "ticket", "subject": "e-1"}]""");

        assertThat(answer.at("/accepted")).isEqualTo("2");
        assertThat(answer.json()
                        .get("rejected")
                        .valueStream()
                        .map(line -> line.get("line").asInt()))
                .containsExactly(2, 3);
        assertThat(count("b-4")).isEqualTo(1);
    }

    @Test
    void linesAreKeptOrNamed() {
        Client.Answer answer =
                admin().with("Content-Type", "application/x-ndjson").post("/v1/events", """
                        {"id": "l-1", "type": "ticket", "subject": "e-1"}
                        not json
                        {"id": "l-3", "type": "ticket", "subject": "e-1"}
                        """);

        assertThat(answer.at("/accepted")).isEqualTo("2");
        assertThat(answer.at("/rejected/0/line")).isEqualTo("2");
    }

    private long count(String id) {
        return subjects.find(SubjectId.customer("e-1"), Instant.now().plusSeconds(5)).orElseThrow().events().stream()
                .filter(event -> event.id().equals(id))
                .count();
    }

    private Client admin() {
        return Client.of(port, "demo-admin");
    }
}
