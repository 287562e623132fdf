package org.lotse.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class PolicyIT {
    @LocalServerPort
    private int port;

    @Test
    void tooFewDecisionsGiveNoNumber() throws InterruptedException {
        Client.Answer started = analyst().post("/v1/policies/evaluations", "{\"to\": \"2020-01-01T00:00:00Z\"}");
        assertThat(started.status()).as(started.body()).isEqualTo(202);

        Client.Answer job = analyst().get(started.header("Location"));
        for (int wait = 0; wait < 300 && !job.at("/state").equals("DONE"); wait++) {
            Thread.sleep(100);
            job = analyst().get(started.header("Location"));
        }

        assertThat(job.at("/result/state")).as(job.body()).isEqualTo("TOO_LITTLE");
        assertThat(job.json().at("/result/neededDecisions").asInt()).isEqualTo(50);
        assertThat(job.json().at("/result/proposed").isMissingNode()).isTrue();
    }

    @Test
    void unknownRulesDecisionsAndOutcomesAreNamed() {
        assertThat(analyst()
                        .post("/v1/policies/evaluations", "{\"rules\": \"abc\"}")
                        .at("/detail"))
                .contains("abc");
        assertThat(analyst()
                        .post("/v1/policies/evaluations", "{\"decision\": \"weather\"}")
                        .at("/errors/0/message"))
                .contains("weather")
                .contains("next-best-action");
        assertThat(analyst().get("/v1/policies/lift?outcome=SNOW").at("/errors/0/message"))
                .contains("SNOW");
    }

    @Test
    void agentsDoNotEvaluate() {
        Client agent = Client.of(port, "demo-agent");

        assertThat(agent.post("/v1/policies/evaluations", "{}").status()).isEqualTo(403);
        assertThat(agent.get("/v1/policies/lift?outcome=UPHELD").status()).isEqualTo(403);
    }

    private Client analyst() {
        return Client.of(port, "demo-analyst");
    }
}
