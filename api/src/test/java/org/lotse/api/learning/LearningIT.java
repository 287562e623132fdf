package org.lotse.api.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.lotse.api.LotseService;
import org.lotse.api.decision.Records;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.api.subjects.DeliverSubjects;
import org.lotse.api.subjects.Delivery;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.FreshDatabase;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** The shipped rules and the model of acceptance, trained on a small history, with customers who say what they think. */
@SpringBootTest(
        classes = LotseService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lotse.demo=true",
            "lotse.data=target/lotse-test",
            "lotse.demo-data=false",
            "lotse.time-budget=10s",
            "lotse.triggers.look-every=1h",
            "lotse.models=src/test/resources/own-models",
            "lotse.train-at=*/3 * * * * *"
        })
@ActiveProfiles("test")
@ContextConfiguration(initializers = FreshDatabase.class)
class LearningIT {
    private static final int CALLERS = 40;
    private static final int LATER = 5;
    private static final String[] ACTIONS = {"usage-tip", "cross-sell-tv", "upsell-fibre", "cross-sell-security"};

    @LocalServerPort
    private int port;

    @Autowired
    private DeliverSubjects deliver;

    @Autowired
    private RecordEvents record;

    @Autowired
    private JdbcServedModels served;

    @Autowired
    private Records records;

    @Autowired
    private RuleSets rules;

    @Autowired
    private Clock clock;

    @Test
    void refusalsOnThePhoneCountAtOnceForChampionAndChallengerAndAgainAfterGoingBack() throws InterruptedException {
        history(1);
        String first = trained();
        promote(first);
        List<Talk> talks = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            talks.add(talk("caller-" + caller));
        }
        double before = propensity(talks.getFirst());

        talks.forEach(this::refuse);

        await(() -> learned() == CALLERS);
        double after = propensity(talks.getFirst());
        assertThat(after).isLessThan(before * 0.9);
        saysWhatOutcomesAdded(talk("caller-late"));

        history(2);
        String second = trained();
        assertThat(second).isNotEqualTo(first);
        assertThat(analyst().get("/v1/models/accept/challenger").status()).isEqualTo(404);
        assertThat(analyst()
                        .post("/v1/models/accept/versions/" + second + "/shadow", "")
                        .at("/state"))
                .isEqualTo("SHADOW");
        for (int caller = 0; caller < LATER; caller++) {
            refuse(talk("later-" + caller));
        }
        await(() -> learned() == CALLERS + LATER);
        Client.Answer standing = analyst().get("/v1/models/accept/challenger");
        assertThat(standing.at("/challenger")).isEqualTo(second);
        assertThat(standing.at("/champion")).isEqualTo(first);
        assertThat(standing.at("/judged/verdict")).isEqualTo("WAIT");
        assertThat(standing.json().at("/judged/trials").asInt()).isEqualTo(LATER);
        double now = propensity(talks.getFirst());

        promote(second);
        await(() -> learned() == LATER);
        assertThat(analyst().post("/v1/models/accept/demotion", "").at("/version"))
                .isEqualTo(first);

        await(() -> learned() == CALLERS + LATER);
        assertThat(propensity(talks.getFirst())).isEqualTo(now);
    }

    @Test
    void whoIsErasedIsForgottenByTheNightlyTrainingWithinTheDeclaredTime() throws InterruptedException {
        history(3);
        String learnedFromAll = trained("agrees");
        promote("agrees", learnedFromAll);
        int rows = rows("agrees", learnedFromAll);

        assertThat(Client.of(port, "demo-admin")
                        .send("DELETE", "/v1/customers/h-3-7", "")
                        .status())
                .isEqualTo(204);

        await(() -> !champion("agrees").equals(learnedFromAll));
        JsonNode model = analyst().get("/v1/models/agrees").json();
        assertThat(rows("agrees", champion("agrees"))).isEqualTo(rows - ACTIONS.length);
        assertThat(version(model, learnedFromAll).path("state").asString()).isEqualTo("RETIRED");
        assertThat(version(model, champion("agrees")).path("changedBy").asString())
                .isEqualTo("erasure");
        assertThat(served.champion("agrees").orElseThrow().version()).isEqualTo(champion("agrees"));
    }

    private String champion(String model) {
        return analyst().get("/v1/models/" + model).at("/champion");
    }

    private int rows(String model, String version) {
        return version(analyst().get("/v1/models/" + model).json(), version)
                .at("/provenance/rows")
                .asInt();
    }

    private static JsonNode version(JsonNode model, String version) {
        return model.path("versions")
                .valueStream()
                .filter(one -> one.path("version").asString().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private void refuse(Talk talk) {
        assertThat(analyst()
                        .post(
                                "/v1/outcomes",
                                "{\"id\": \"no-" + talk.decision() + "\", \"decisionId\": \"" + talk.decision()
                                        + "\", \"action\": \"" + talk.action() + "\", \"outcome\": \"REJECTED\"}")
                        .status())
                .isEqualTo(201);
    }

    private record Talk(String decision, String action) {}

    private Talk talk(String name) {
        String id = notInControl(name);
        Client admin = Client.of(port, "demo-admin");
        admin.put(
                "/v1/customers/" + id,
                "{\"attributes\": {\"kind\": \"PRIVATE\", \"contract\": \"MONTHLY\", \"monthly-charge\": 60,"
                        + " \"internet\": \"DSL\", \"online-security\": false, \"streaming-tv\": false}}");
        Client.Answer answer = admin.post(
                "/v1/decisions/next-best-action",
                "{\"customerId\": \"" + id + "\", \"channel\": \"CALL_CENTRE\", \"direction\": \"INBOUND\"}");
        assertThat(answer.json().at("/actions/0/action").asString())
                .as(answer.body())
                .isNotEmpty();
        return new Talk(answer.at("/decisionId"), answer.at("/actions/0/action"));
    }

    private String notInControl(String name) {
        String id = name;
        while (rules.active().settings().control().contains(SubjectId.customer(id))) {
            id += "x";
        }
        return id;
    }

    private double propensity(Talk talk) {
        Records.Offered offered =
                records.offered(talk.decision(), talk.action()).orElseThrow();
        return served.models()
                .predict("accept", offered.subject(), offered.terms(), talk.action(), offered.channel())
                .map(Predictions.PairPrediction::propensity)
                .orElseThrow();
    }

    private long learned() {
        return served.outcomesSince(served.champion("accept").orElseThrow());
    }

    private void saysWhatOutcomesAdded(Talk talk) {
        JsonNode scores = Client.of(port, "demo-admin")
                .get("/v1/decisions/" + talk.decision() + "/explanation")
                .json()
                .path("scores");
        JsonNode score = scores.valueStream()
                .filter(one -> one.path("action").asString("").equals(talk.action()))
                .findFirst()
                .orElseThrow();
        assertThat(score.path("contributions").valueStream())
                .as(score.toString())
                .anyMatch(part -> part.path("signal").asString("").equals("recent-outcomes"));
        assertThat(score.path("base").asDouble()
                        + score.path("contributions")
                                .valueStream()
                                .mapToDouble(part -> part.path("share").asDouble())
                                .sum())
                .isEqualTo(score.path("value").asDouble(), within(1e-9));
    }

    /** Four offers on the phone to three hundred customers, half a year ago; a third is accepted. */
    private void history(int round) {
        Instant begin = clock.instant().minus(Duration.ofDays(200));
        SplittableRandom random = new SplittableRandom(round);
        List<Delivery> customers = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            SubjectId id = SubjectId.customer("h-" + round + "-" + number);
            boolean cheap = number % 2 == 0;
            customers.add(new Delivery(
                    id,
                    Map.of(
                            new TermKey("kind"), Value.choice("PRIVATE"),
                            new TermKey("monthly-charge"), Value.of(cheap ? 20 : 60)),
                    Map.of(),
                    begin));
            for (int offer = 0; offer < ACTIONS.length; offer++) {
                Instant at = begin.plus(Duration.ofDays(20L * (offer + 1)));
                Map<String, Value> data = Map.of(
                        "channel", Value.text("CALL_CENTRE"),
                        "action", Value.text(ACTIONS[offer]),
                        "direction", Value.text("OUTBOUND"));
                events.add(new Event("contact-" + id.id() + offer, "contact", id, at, data));
                if (random.nextDouble() < (cheap ? 0.15 : 0.5)) {
                    events.add(new Event(
                            "yes-" + id.id() + offer,
                            "ACCEPTED",
                            id,
                            at.plus(Duration.ofDays(1)),
                            Map.of("action", Value.text(ACTIONS[offer]), "channel", Value.text("CALL_CENTRE"))));
                }
            }
        }
        deliver.deliver(customers, DeliverSubjects.Mode.REPLACE);
        record.record(events);
    }

    private String trained() throws InterruptedException {
        return trained("accept");
    }

    private String trained(String model) throws InterruptedException {
        Client.Answer started = analyst().post("/v1/models/" + model + "/trainings", "");
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        Client.Answer[] job = {analyst().get(started.header("Location"))};
        await(() -> {
            job[0] = analyst().get(started.header("Location"));
            return List.of("DONE", "FAILED", "CANCELLED").contains(job[0].at("/state"));
        });
        assertThat(job[0].at("/state")).as(job[0].body()).isEqualTo("DONE");
        return job[0].at("/result/version");
    }

    private void promote(String version) {
        promote("accept", version);
    }

    private void promote(String model, String version) {
        assertThat(analyst()
                        .post("/v1/models/" + model + "/versions/" + version + "/promotion", "")
                        .at("/state"))
                .isEqualTo("CHAMPION");
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        for (int wait = 0; wait < 600 && !reached.getAsBoolean(); wait++) {
            Thread.sleep(100);
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private Client analyst() {
        return Client.of(port, "demo-admin");
    }
}
