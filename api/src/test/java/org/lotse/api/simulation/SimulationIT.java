package org.lotse.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SimulationIT {
    private static final String CHANNEL = "tables/channel.csv";
    private static final String NEWSLETTER = "newsletter only,,1,,,,,,E-mail";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Test
    void recordedDecisionsAreTakenAgainAndTheirDifferencesCounted() {
        Instant from = clock.instant();
        String first = decided("sim-1");
        decided("sim-2");
        decided("sim-3");
        Instant to = clock.instant();
        String draft = draft(CHANNEL, active(CHANNEL).replace(NEWSLETTER, "newsletter only,,1,,,,,,Web"));
        long before = recorded();

        JsonNode result = simulated(draft, recorded(from, to)).at("/result");

        assertThat(result.at("/population").asInt()).isEqualTo(3);
        assertThat(result.at("/decisions").asInt()).isEqualTo(3);
        assertThat(result.at("/changed").asInt()).isEqualTo(3);
        assertThat(result.at("/byChange/0/from/key").asString()).isEqualTo("EMAIL");
        assertThat(result.at("/byChange/0/to/text").asString()).isEqualTo("Web");
        assertThat(result.at("/byChange/0/examples").toString()).contains(first);
        assertThat(result.at("/examples/0/nowFire/0").asString()).contains("newsletter only");
        assertThat(recorded()).as("simulating records nothing").isEqualTo(before);
    }

    @Test
    void harmlessDraftChangesNothing() {
        Instant from = clock.instant();
        decided("sim-4");
        Instant to = clock.instant();
        String draft = draft(CHANNEL, active(CHANNEL).replace("newsletter only", "newsletter for a start"));

        JsonNode result = simulated(draft, recorded(from, to)).at("/result");

        assertThat(result.at("/decisions").asInt()).isEqualTo(1);
        assertThat(result.at("/changed").asInt()).isZero();
    }

    @Test
    void whatCameOfDecisionsSaysWhatTheDraftWouldHaveAchieved() {
        Instant from = clock.instant();
        int decisions = 150;
        for (int i = 0; i < decisions; i++) {
            Client.Answer answer = offered("sim-offer-" + i);
            if (i % 2 == 0 && !answer.at("/actions/0/action").isEmpty()) {
                accepted(answer, 100);
            }
        }
        Instant to = clock.instant();
        String draft = draft(CHANNEL, active(CHANNEL).replace("newsletter only", "newsletter for a start"));

        JsonNode achieved =
                simulated(draft, recorded("next-best-action", from, to)).at("/result/achieved");

        assertThat(achieved.at("/decisions").asInt()).isBetween(decisions - 15, decisions);
        assertThat(achieved.at("/running/value").asDouble()).isBetween(20.0, 60.0);
        assertThat(achieved.at("/gain/value").asDouble())
                .as("the same rules but for what was tried")
                .isBetween(-8.0, 8.0);
        assertThat(achieved.at("/text").asString()).contains("By what came of", "EUR");
    }

    @Test
    void ofTooFewDecisionsNobodyCanSayWhatTheDraftWouldHaveAchieved() {
        Instant from = clock.instant();
        offered("sim-few-1");
        offered("sim-few-2");
        Instant to = clock.instant();
        String draft = draft(CHANNEL, active(CHANNEL).replace("newsletter only", "newsletter for a start"));

        JsonNode achieved =
                simulated(draft, recorded("next-best-action", from, to)).at("/result/achieved");

        assertThat(achieved.at("/effective").asDouble())
                .isLessThan(achieved.at("/needed").asDouble());
        assertThat(achieved.at("/gain").isMissingNode()).isTrue();
        assertThat(achieved.at("/text").asString()).contains("Nobody can say");
    }

    @Test
    void whoeverHasBeenErasedIsCountedAsNotJudged() {
        Instant from = clock.instant();
        decided("sim-5");
        decided("sim-6");
        Instant to = clock.instant();
        admin().send("DELETE", "/v1/customers/sim-5", "");
        String draft = draft(CHANNEL, active(CHANNEL).replace(NEWSLETTER, "newsletter only,,1,,,,,,Web"));

        JsonNode result = simulated(draft, recorded(from, to)).at("/result");

        assertThat(result.at("/decisions").asInt()).isEqualTo(1);
        assertThat(result.at("/notJudged/0/reason").asString()).isEqualTo("ERASED");
        assertThat(result.at("/notJudged/0/count").asInt()).isEqualTo(1);
    }

    @Test
    void termNobodyKnewThenIsNamed() {
        Instant from = clock.instant();
        decided("sim-7");
        Instant to = clock.instant();
        String draft = draftWith(
                "      name:  ",
                "      shoe-size: {title: {en: Shoe size, de: Größe der Schuhe}, type: number, from: attribute, purposes: [service, marketing]}\n",
                "Shoe size above,=> Channel");

        JsonNode result = simulated(draft, recorded(from, to)).at("/result");

        assertThat(result.at("/decisions").asInt()).isZero();
        assertThat(result.at("/notJudged/0/reason").asString()).isEqualTo("TERM_NOT_KNOWN_THEN");
        assertThat(result.at("/notJudged/0/text").asString()).contains("Shoe size");
    }

    /** Tickets are stored as events: how many there had been then can be counted. */
    @Test
    void newTermOverEventsIsFoundOutAsOfThen() {
        admin().put("/v1/customers/sim-8", "{\"attributes\": {}}");
        Instant visit = clock.instant().minus(Duration.ofHours(1));
        admin().post(
                        "/v1/events",
                        "{\"id\": \"sim-8-visit\", \"type\": \"ticket\", \"subject\": \"sim-8\", \"time\": \"" + visit
                                + "\", \"data\": {\"topic\": \"x\"}}");
        Instant from = clock.instant();
        decided("sim-8");
        decided("sim-9");
        Instant to = clock.instant();
        String draft = draftWith(
                "      name:  ",
                "      tickets-1d: {title: {en: Tickets today, de: Tickets heute}, type: count, from: {count: ticket,"
                        + " within: 1d}, purposes: [service, marketing]}\n",
                "Tickets today above,=> Channel");

        JsonNode result = simulated(draft, recorded(from, to)).at("/result");

        assertThat(result.at("/notJudged").toString()).isEqualTo("[]");
        assertThat(result.at("/decisions").asInt()).isEqualTo(2);
        assertThat(result.at("/changed").asInt()).isEqualTo(1);
        assertThat(result.at("/examples/0/subject").asString()).isEqualTo("customer/sim-8");
    }

    @Test
    void storedCustomersAreAskedAsTheyAreNow() {
        decided("sim-10");
        String draft = draft(CHANNEL, active(CHANNEL).replace(NEWSLETTER, "newsletter only,,1,,,,,,Web"));
        long before = recorded();

        JsonNode result = simulated(draft, "{\"decision\": \"channel\", \"source\": \"CUSTOMERS\"}")
                .at("/result");

        assertThat(result.at("/decisions").asLong())
                .isEqualTo(result.at("/population").asLong())
                .isPositive();
        assertThat(result.at("/changed").asLong()).isPositive();
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void whatIsWrongWithTheQuestionIsSaidAtOnce() {
        String draft = draft(CHANNEL, active(CHANNEL).replace("newsletter only", "newsletter first"));

        Client.Answer refused =
                marketing().post(draft + "/simulations", "{\"decision\": \"channel\", \"sample\": 0, \"days\": 99999}");
        Client.Answer unknown = marketing().post(draft + "/simulations", "{\"decision\": \"chanel\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("/sample").contains("/days");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("service-level");
    }

    @Test
    void draftWithErrorsIsNotSimulated() {
        String draft = draft(CHANNEL, active(CHANNEL).replace("Lead score from", "Leed score from"));

        Client.Answer refused = marketing().post(draft + "/simulations", "{\"decision\": \"channel\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/type")).isEqualTo("/problems/draft-has-errors");
    }

    /** A channel table that asks for a new term first, and the vocabulary that declares it. */
    private String draftWith(String place, String declared, String heading) {
        String[] lines = active(CHANNEL).split("\n", 3);
        String asks = heading.substring(0, heading.indexOf(','));
        String table =
                lines[0] + "\n" + lines[1].replaceFirst("Name,", "Name," + asks + ",") + "\nasked first,0,,,,,,,,Web,\n"
                        + lines[2].lines()
                                .map(row -> row.startsWith("\"") ? row : row.replaceFirst(",", ",,"))
                                .reduce("", (one, other) -> one + other + "\n");
        String vocabulary = active("vocabulary.yaml").replaceFirst(place, declared + place);
        return draft(CHANNEL, table, "vocabulary.yaml", vocabulary);
    }

    private String decided(String customer) {
        admin().put("/v1/customers/" + customer, "{\"attributes\": {}}");
        Client.Answer answer = admin().post("/v1/decisions/channel", "{\"customerId\": \"" + customer + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.at("/decisionId");
    }

    private Client.Answer offered(String customer) {
        admin().put("/v1/customers/" + customer, "{\"attributes\": {\"monthly-charge\": 60}}");
        Client.Answer answer = admin().post(
                        "/v1/decisions/next-best-action",
                        "{\"customerId\": \"" + customer
                                + "\", \"channel\": \"CALL_CENTRE\", \"context\": {\"reason\": \"CANCEL\"}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private void accepted(Client.Answer decision, int worth) {
        database.sql("""
                        insert into outcome (id, decision_id, action, outcome, value, at, reported_by)
                        values (?, ?, ?, 'ACCEPTED', ?, now(), 'test')""")
                .params(
                        "accepted-" + decision.at("/decisionId"),
                        decision.at("/decisionId"),
                        decision.at("/actions/0/action"),
                        worth)
                .update();
    }

    private static String recorded(Instant from, Instant to) {
        return recorded("channel", from, to);
    }

    private static String recorded(String decision, Instant from, Instant to) {
        return "{\"decision\": \"" + decision + "\", \"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
    }

    private long recorded() {
        return database.sql("select count(*) from decision_log")
                .query(Long.class)
                .single();
    }

    private JsonNode simulated(String draft, String question) {
        Client.Answer begun = marketing().post(draft + "/simulations", question);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        for (int tries = 0; tries < 600; tries++) {
            Client.Answer job = marketing().get(begun.header("Location"));
            switch (job.at("/state")) {
                case "DONE" -> {
                    return job.json();
                }
                case "FAILED", "CANCELLED" -> throw new AssertionError(job.body());
                default -> pause();
            }
        }
        throw new AssertionError("The simulation of " + draft + " does not end.");
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String active(String path) {
        return marketing().get("/v1/rules/versions/active/files/" + path).body();
    }

    private String draft(String... pathsAndContents) {
        StringBuilder body = new StringBuilder();
        for (int at = 0; at < pathsAndContents.length; at += 2) {
            body.append("--sim\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                    .append(pathsAndContents[at])
                    .append("\"\r\n\r\n")
                    .append(pathsAndContents[at + 1])
                    .append("\r\n");
        }
        Client.Answer draft = marketing()
                .with("Content-Type", "multipart/form-data; boundary=sim")
                .send(
                        "POST",
                        "/v1/rules/drafts",
                        HttpRequest.BodyPublishers.ofString(body + "--sim--\r\n", StandardCharsets.UTF_8));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        String checked = draft.body();
        assertThat(checked.contains("\"ERROR\"") && !checked.contains("Leed score"))
                .as(checked)
                .isFalse();
        return draft.header("Location");
    }

    private Client marketing() {
        return Client.of(port, "demo-marketing");
    }

    private Client admin() {
        return Client.of(port, "demo-admin");
    }
}
