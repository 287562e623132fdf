package org.lotse.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class JobsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Test
    void resultIsKept() throws InterruptedException {
        UUID id = submit(run -> Map.of("rows", 3));

        Client.Answer answer = finished(id);

        assertThat(answer.at("/state")).isEqualTo("DONE");
        assertThat(answer.at("/result/rows")).isEqualTo("3");
        assertThat(answer.at("/progress")).isEqualTo("1.0");
    }

    @Test
    void failureIsAProblemWithoutTheInside() throws InterruptedException {
        UUID id = submit(run -> {
            throw new IllegalStateException("secret");
        });

        Client.Answer answer = finished(id);

        assertThat(answer.at("/state")).isEqualTo("FAILED");
        assertThat(answer.at("/problem/type")).isEqualTo("/problems/internal");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void refusalKeepsItsWords() throws InterruptedException {
        UUID id = submit(run -> {
            throw ProblemException.invalid("/day", "MISSING");
        });

        assertThat(finished(id).at("/problem/errors/0/message")).isEqualTo("Das Feld fehlt.");
    }

    @Test
    void cancelledJobEnds() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        UUID id = submit(run -> {
            while (true) {
                run.progress(0.5, "counting");
                started.countDown();
                Thread.sleep(10);
            }
        });
        started.await();

        assertThat(owner().send("DELETE", "/v1/jobs/" + id, "").status()).isEqualTo(202);
        assertThat(finished(id).at("/state")).isEqualTo("CANCELLED");
    }

    @Test
    void progressIsStreamedUntilTheEnd() {
        UUID id = submit(run -> {
            run.progress(0.5, "half");
            Thread.sleep(1_200);
            return "done";
        });

        Client.Answer events = owner().get("/v1/jobs/" + id + "/progress");

        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.body())
                .contains("event:progress")
                .contains("event:end")
                .contains("\"DONE\"");
    }

    @Test
    void strangersDoNotSeeIt() {
        UUID id = submit(run -> "x");

        assertThat(Client.of(port, "demo-marketing").get("/v1/jobs/" + id).status())
                .isEqualTo(404);
        assertThat(Client.of(port, "demo-admin").get("/v1/jobs/" + id).status()).isEqualTo(200);
        assertThat(owner().get("/v1/jobs/none").status()).isEqualTo(404);
    }

    private UUID submit(JobWork work) {
        return jobs.submit("test", "demo-analyst", Locale.GERMAN, work);
    }

    private Client.Answer finished(UUID id) throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            Client.Answer answer = owner().get("/v1/jobs/" + id);
            if (Job.State.valueOf(answer.at("/state")).isFinal()) {
                return answer;
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        throw new AssertionError("Job " + id + " did not end within 10 s.");
    }

    private Client owner() {
        return Client.of(port, "demo-analyst");
    }
}
