package org.lotse.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class IdempotencyIT {
    private static final String BATCH = "[{\"id\": \"i-1\", \"type\": \"ticket\", \"subject\": \"later\"}]";

    @LocalServerPort
    private int port;

    @Test
    void repeatedRequestGetsTheFirstAnswer() {
        Client first = Client.of(port, "demo-admin").with("Idempotency-Key", "k-1");
        Client.Answer one = first.post("/v1/events", BATCH);
        first.put("/v1/customers/later", "{\"attributes\": {}}");

        Client.Answer two = first.post("/v1/events", BATCH);

        assertThat(two.body()).isEqualTo(one.body());
        assertThat(two.status()).isEqualTo(one.status());
        assertThat(two.header("Content-Type")).isEqualTo(one.header("Content-Type"));
        assertThat(two.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(one.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        Client client = Client.of(port, "demo-admin").with("Idempotency-Key", "k-2");
        client.post("/v1/events", BATCH);

        Client.Answer other = client.post("/v1/events", "[]");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/detail")).contains("k-2");
    }

    @Test
    void refusedRequestIsReplayedToo() {
        Client client = Client.of(port, "demo-admin").with("Idempotency-Key", "k-3");

        Client.Answer one = client.post("/v1/events", "{}");
        Client.Answer two = client.post("/v1/events", "{}");

        assertThat(one.status()).isEqualTo(400);
        assertThat(two.body()).isEqualTo(one.body());
    }

    @Test
    void keyThatIsTooLongIsRefused() {
        Client client = Client.of(port, "demo-admin").with("Idempotency-Key", "k".repeat(300));

        assertThat(client.post("/v1/events", BATCH).status()).isEqualTo(400);
    }
}
