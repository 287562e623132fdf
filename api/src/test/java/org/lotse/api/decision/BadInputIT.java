package org.lotse.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class BadInputIT {
    private static final String PATH = "/v1/decisions/next-best-action";
    private static final int BODIES = 4_000;
    private static final long SEED = 20_261_122;

    @LocalServerPort
    private int port;

    @Test
    void whateverIsSentIsAnsweredWithADecisionOrAClearProblem() {
        Client admin = customers();
        Bodies bodies = new Bodies(new Random(SEED));
        List<String> wrong = new ArrayList<>();
        int decided = 0;
        for (int number = 0; number < BODIES; number++) {
            String body = bodies.next();
            Client.Answer answer = admin.post(bodies.path(), body);
            decided += answer.status() == 200 ? 1 : 0;
            if (!isClear(answer)) {
                wrong.add(number + ": " + answer.status() + " for " + shortened(body) + " -> "
                        + shortened(answer.body()));
            }
        }

        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertThat(decided).as("some of them are fine").isGreaterThan(BODIES / 50);
    }

    @Test
    void tenMegabytesAreTooMuch() {
        String body = "{\"customerId\": \"c-1\", \"context\": {\"mood\": \"" + "x".repeat(10_000_000) + "\"}}";

        Client.Answer answer = customers().post(PATH, body);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.at("/type")).isEqualTo("/problems/too-large");
    }

    @Test
    void aBottomlessBodyIsNoFault() {
        String nested = "[".repeat(50_000);
        Client admin = customers();

        assertThat(admin.post(PATH, nested).status()).isEqualTo(400);
        assertThat(admin.post(PATH, "{\"context\":" + "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000) + "}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFieldGivenTwiceIsNamed() {
        Client.Answer answer =
                customers().post(PATH, "{\"customerId\": \"c-1\", \"limit\": 1, \"customerId\": \"c-2\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/code")).isEqualTo("DUPLICATE_FIELD");
        assertThat(answer.at("/errors/0/message")).contains("customerId");
    }

    @Test
    void aTermGivenTwiceWithDifferentValuesIsAContradiction() {
        Client.Answer answer = customers()
                .post(
                        PATH,
                        "{\"customerId\": \"c-1\", \"context\": {\"reason\": \"CANCEL\"}, \"attributes\": {\"reason\": \"MOVE\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/code")).isEqualTo("CONTRADICTS_CONTEXT");
    }

    @Test
    void aTimeNobodyLivesInIsRefused() {
        Client admin = customers();

        for (String at : List.of(
                "+999999999-12-31T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "-0100-01-01T00:00:00Z",
                "1500-01-01T00:00:00Z")) {
            Client.Answer answer = admin.post(PATH, "{\"customerId\": \"c-1\", \"at\": \"" + at + "\"}");
            assertThat(answer.status()).as(at + answer.body()).isEqualTo(400);
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/at");
        }
    }

    @Test
    void lineByLineAWrongLineSpoilsNoOther() {
        Random random = new Random(SEED);
        Bodies bodies = new Bodies(random);
        StringBuilder lines = new StringBuilder();
        int count = 500;
        for (int number = 0; number < count; number++) {
            lines.append(
                    number % 2 == 0
                            ? "{\"customerId\": \"c-1\", \"seed\": 1}"
                            : bodies.next()
                                    .replace("\n", " ")
                                    .replace("\r", " ")
                                    .strip());
            lines.append('\n');
        }

        Client.Answer answer =
                customers().with("Content-Type", "application/x-ndjson").post(PATH, lines.toString());

        List<String> answers = answer.body().lines().toList();
        assertThat(answers.stream()
                        .filter(line -> line.contains("\"decisionId\""))
                        .count())
                .isGreaterThanOrEqualTo(count / 2);
        assertThat(answer.body()).doesNotContain("/problems/internal").doesNotContain("Exception");
    }

    private Client customers() {
        Client admin = Client.of(port, "demo-admin");
        admin.put("/v1/customers/c-1", "{\"attributes\": {\"contract\": \"MONTHLY\"}}");
        return admin;
    }

    /** A problem says what is wrong; nothing of the inside is shown. */
    private static boolean isClear(Client.Answer answer) {
        if (answer.status() >= 500
                || answer.body().contains("Exception")
                || answer.body().contains("at org.")) {
            return false;
        }
        if (answer.status() == 200) {
            return true;
        }
        JsonNode problem = answer.json();
        return answer.header("Content-Type").startsWith("application/problem+json")
                && !problem.path("title").asString("").isBlank()
                && !problem.path("detail").asString("").isBlank();
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }
}
