package org.lotse.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.subjects.DeliverSubjects;
import org.lotse.api.subjects.Delivery;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ModelsIT {
    private static final int CUSTOMERS = 200;

    @LocalServerPort
    private int port;

    @Autowired
    private DeliverSubjects deliver;

    @Autowired
    private RecordEvents record;

    @Autowired
    private JdbcServedModels served;

    @Autowired
    private Clock clock;

    @Test
    void trainedVersionIsACandidateUntilItIsPromoted() throws InterruptedException {
        callsOfTheLastMonths();

        Client.Answer started = analyst().post("/v1/models/reachability/trainings", "");
        assertThat(started.status()).isEqualTo(202);
        Client.Answer job = finished(started.header("Location"));
        assertThat(job.at("/state")).as(job.body()).isEqualTo("DONE");
        String version = job.at("/result/version");
        Client.Answer model = analyst().get("/v1/models/reachability");
        assertThat(model.at("/versions/0/version")).isEqualTo(version);
        assertThat(model.at("/versions/0/state")).isEqualTo("CANDIDATE");
        assertThat(model.json().at("/versions/0/report/evaluation/auc/low").asDouble())
                .isBetween(0.0, 1.0);
        assertThat(model.json().at("/versions/0/provenance/rows").asLong()).isEqualTo(3 * CUSTOMERS);
        assertThat(served.models().versions()).doesNotContainKey("reachability");

        Client.Answer promoted = analyst().post("/v1/models/reachability/versions/" + version + "/promotion", "");

        assertThat(promoted.at("/state")).isEqualTo("CHAMPION");
        assertThat(served.models().versions()).containsEntry("reachability", version);
    }

    @Test
    void trainingWithoutHistorySaysWhatIsMissing() throws InterruptedException {
        Client.Answer started = analyst().post("/v1/models/closing/trainings", "");

        Client.Answer job = finished(started.header("Location"));

        assertThat(job.at("/state")).isEqualTo("FAILED");
        assertThat(job.at("/problem/errors/0/code")).isEqualTo("NOT_TRAINABLE");
        assertThat(job.at("/problem/errors/0/message")).contains("closing");
    }

    @Test
    void unknownModelsAndVersionsAreNamed() {
        assertThat(analyst().post("/v1/models/weather/trainings", "").at("/detail"))
                .contains("weather")
                .contains("churn");
        assertThat(analyst().get("/v1/models/weather").status()).isEqualTo(404);
        assertThat(analyst().post("/v1/models/churn/versions/abc/promotion", "").at("/detail"))
                .contains("abc");
    }

    @Test
    void agentsDoNotTrain() {
        assertThat(Client.of(port, "demo-agent")
                        .post("/v1/models/churn/trainings", "")
                        .status())
                .isEqualTo(403);
    }

    /** Business customers answer in the morning, private ones in the evening. */
    private void callsOfTheLastMonths() {
        Instant begin = clock.instant().minus(Duration.ofDays(200));
        SplittableRandom random = new SplittableRandom(11);
        List<Delivery> customers = new ArrayList<>();
        List<Event> calls = new ArrayList<>();
        for (int number = 1; number <= CUSTOMERS; number++) {
            SubjectId id = SubjectId.customer("m-" + number);
            boolean business = number % 2 == 0;
            Value kind = Value.choice(business ? "BUSINESS" : "PRIVATE");
            customers.add(new Delivery(id, Map.of(new TermKey("kind"), kind), Map.of(), begin));
            for (int call = 0; call < 3; call++) {
                int hour = random.nextBoolean() ? 9 : 18;
                boolean reached = random.nextDouble() < (business == (hour == 9) ? 0.8 : 0.2);
                calls.add(new Event(
                        "call-" + number + "-" + call,
                        "call",
                        id,
                        begin.plus(Duration.ofDays(10L * (call + 1))),
                        Map.of(
                                "result", Value.text(reached ? "REACHED" : "NOT_REACHED"),
                                "weekday", Value.of(1 + number % 5),
                                "hour", Value.of(hour))));
            }
        }
        deliver.deliver(customers, DeliverSubjects.Mode.REPLACE);
        record.record(calls);
    }

    private Client.Answer finished(String job) throws InterruptedException {
        for (int wait = 0; wait < 600; wait++) {
            Client.Answer answer = analyst().get(job);
            if (List.of("DONE", "FAILED", "CANCELLED").contains(answer.at("/state"))) {
                return answer;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The job " + job + " did not end.");
    }

    private Client analyst() {
        return Client.of(port, "demo-analyst");
    }
}
