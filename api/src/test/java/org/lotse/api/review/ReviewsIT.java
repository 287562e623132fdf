package org.lotse.api.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ReviewsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Test
    void aCorrectionIsAnOutcomeAndThePersonIsAnswered() {
        String decision = decided("r-1");
        String other = admin().get("/v1/decisions/" + decision).at("/notChosen/0/action");
        Client.Answer asked =
                agent().post("/v1/decisions/" + decision + "/review", "{\"wish\": \"I am not convinced\"}");
        String review = "/v1/reviews/" + asked.at("/reviewId");

        admin().post(review + "/claim", "");
        Client.Answer answer = admin().with("Accept-Language", "de")
                .post(
                        review + "/decision",
                        "{\"verdict\": \"CORRECTED\", \"action\": \"" + other + "\", \"reason\": \"Passt besser.\"}");

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.header("Location")).isEqualTo(review);
        assertThat(answer.at("/state")).as(answer.body()).isEqualTo("CORRECTED");
        assertThat(answer.at("/answer")).contains("Passt besser.");
        assertThat(database.sql("select action from outcome where decision_id = ? and outcome = 'PREFERRED'")
                        .param(decision)
                        .query(String.class)
                        .single())
                .isEqualTo(other);
        assertThat(contacts("r-1")).as("a review is no contact").isZero();
    }

    @Test
    void theSameDecisionIsQueuedOnce() {
        String decision = decided("r-2");

        String first =
                agent().post("/v1/decisions/" + decision + "/review", "{}").at("/reviewId");
        Client.Answer again = agent().post("/v1/decisions/" + decision + "/review", "");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/reviewId")).isEqualTo(first);
        assertThat(admin().get("/v1/reviews?state=OPEN").body()).containsOnlyOnce(first);
    }

    @Test
    void whatIsSettledOrTakenStaysSo() {
        String review = "/v1/reviews/"
                + agent().post("/v1/decisions/" + decided("r-3") + "/review", "{}")
                        .at("/reviewId");
        String confirm = "{\"verdict\": \"CONFIRMED\", \"reason\": \"As the rules say.\"}";

        assertThat(admin().post(review + "/decision", "{\"verdict\": \"CONFIRMED\", \"reason\": \" \"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin().post(review + "/decision", "{\"verdict\": \"CORRECTED\", \"reason\": \"x\"}")
                        .at("/errors/0/code"))
                .isEqualTo("CORRECTION_AND_VERDICT");
        assertThat(admin().post(review + "/decision", confirm).at("/state")).isEqualTo("CONFIRMED");
        assertThat(admin().post(review + "/decision", confirm).status()).isEqualTo(409);
        assertThat(admin().get("/v1/reviews/nope").status()).isEqualTo(404);
        assertThat(admin().get("/v1/reviews?state=NOPE").at("/errors/0/code")).isEqualTo("UNKNOWN_VALUE");
        assertThat(agent().post("/v1/decisions/d-nope/review", "{}").status()).isEqualTo(404);
        assertThat(agent().get(review).status()).isEqualTo(403);
    }

    private String decided(String customer) {
        admin().put("/v1/customers/" + customer, "{\"attributes\": {\"contract\": \"MONTHLY\"}}");
        Client.Answer decision = agent().post(
                        "/v1/decisions/next-best-action",
                        "{\"customerId\": \"" + customer + "\", \"channel\": \"CALL_CENTRE\"}");
        assertThat(decision.status()).as(decision.body()).isEqualTo(200);
        return decision.at("/decisionId");
    }

    private long contacts(String customer) {
        return database.sql("select count(*) from event where subject_id = ? and type = 'contact'")
                .param(customer)
                .query(Long.class)
                .single();
    }

    private Client admin() {
        return Client.of(port, "demo-admin");
    }

    private Client agent() {
        return Client.of(port, "demo-agent");
    }
}
