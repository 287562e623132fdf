package org.lotse.api.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lotse.api.LotseService;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.subjects.DeliverSubjects;
import org.lotse.api.subjects.Delivery;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.FreshDatabase;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.models.drift.Watch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The shipped rules, the model of reachability trained on a small history, and decisions about people who change. */
@SpringBootTest(
        classes = LotseService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lotse.demo=true",
            "lotse.data=target/lotse-test",
            "lotse.demo-data=false",
            "lotse.time-budget=10s",
            "lotse.triggers.look-every=1h",
            "lotse.watch-models-at=-" // also a database of its own: decisions about others would count
        })
@ActiveProfiles("test")
@ContextConfiguration(initializers = FreshDatabase.class)
class InsightIT {
    private static final int CUSTOMERS = 200;
    private static final int ASKED = 110;
    private static final Duration WEEK = Duration.ofDays(7);

    @LocalServerPort
    private int port;

    @Autowired
    private DeliverSubjects deliver;

    @Autowired
    private RecordEvents record;

    @Autowired
    private WatchModels watch;

    @Autowired
    private ModelFindings findings;

    @Autowired
    private Clock clock;

    @Test
    void watchesWhatAModelSeesAsOfAnyMomentAndSaysWhoUsesIt() throws InterruptedException {
        String version = reachability();
        decide("before", 2);
        Instant between = clock.instant();
        decide("same", 2);

        assertThat(verdict(between)).as("the same kind of people").isEqualTo(Watch.Verdict.STEADY);
        findings.keep(report(between));
        assertThat(findings.open("reachability")).isZero();

        Instant change = clock.instant();
        decide("other", ASKED);

        DriftReport changed = report(change);
        assertThat(changed.verdict()).isEqualTo(Watch.Verdict.CHANGED);
        assertThat(changed.version()).isEqualTo(version);
        assertThat(changed.watched())
                .filteredOn(one -> one.verdict() == Watch.Verdict.CHANGED)
                .anySatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(DriftReport.Kind.INPUT);
                    assertThat(one.name()).isEqualTo("kind");
                    assertThat(one.title()).isEqualTo("Customer kind");
                    assertThat(one.size()).isGreaterThan(one.noise());
                    assertThat(one.recent()).isEqualTo(ASKED);
                });
        assertThat(report(change)).as("the same moment, the same report").isEqualTo(changed);
        assertThat(verdict(between.minusSeconds(3600)))
                .as("nobody asked about before")
                .isEqualTo(Watch.Verdict.TOO_FEW);
        assertThat(analyst()
                        .get("/v1/models/reachability/drift?at=" + change.plus(WEEK))
                        .at("/verdict"))
                .isEqualTo("CHANGED");
        keepsWhatIsFound(changed);
        saysWhatWasLearnedAndWhoUsesIt(version);
    }

    private void keepsWhatIsFound(DriftReport changed) {
        findings.keep(changed);
        findings.keep(changed);
        assertThat(findings.of("reachability"))
                .filteredOn(one -> one.name().equals("kind"))
                .singleElement()
                .satisfies(one -> assertThat(one.endedAt()).isEmpty());
        assertThat(analyst().get("/v1/models/reachability/findings").at("/0/model"))
                .isEqualTo("reachability");

        findings.keep(overAgain(changed));

        assertThat(findings.open("reachability")).isZero();
        assertThat(findings.of("reachability").getFirst().endedAt()).isPresent();
    }

    private static DriftReport overAgain(DriftReport changed) {
        return new DriftReport(
                changed.model(),
                changed.version(),
                changed.at().plus(WEEK),
                changed.recentFrom(),
                changed.earlierFrom(),
                Watch.Verdict.STEADY,
                changed.watched().stream()
                        .map(one -> new DriftReport.Watched(
                                one.kind(),
                                one.name(),
                                one.title(),
                                one.earlier(),
                                one.recent(),
                                0,
                                one.noise(),
                                1,
                                Watch.Verdict.STEADY))
                        .toList(),
                changed.calibration());
    }

    private void saysWhatWasLearnedAndWhoUsesIt(String version) {
        Client.Answer model = analyst().get("/v1/models/reachability");
        assertThat(model.at("/changes/0/reason")).isEqualTo("looked at with sales");
        assertThat(model.at("/changes/0/version")).isEqualTo(version);
        Client.Answer portrait = analyst().get("/v1/models/reachability/versions/" + version + "/portrait");
        assertThat(portrait.json().at("/subjects").asInt())
                .as("those who refused marketing were not learned from")
                .isEqualTo(CUSTOMERS - 2);
        assertThat(portrait.json().at("/inputs")).hasSizeGreaterThan(1);
        assertThat(analyst()
                        .get("/v1/models/reachability/users")
                        .json()
                        .at("/calls")
                        .asBoolean())
                .isTrue();
        assertThat(analyst().get("/v1/models/churn/users").at("/terms/0/key")).isEqualTo("churn");
        assertThat(analyst().get("/v1/models/churn/users").json().at("/rules").size())
                .isPositive();
        assertThat(analyst().get("/v1/models/accept/users").at("/actions/0/how"))
                .isIn("PROPENSITY", "VALUE");
        Client.Answer groups = analyst().get("/v1/models/reachability/groups");
        assertThat(groups.json().at("/people").asInt()).isEqualTo(3 * ASKED);
        assertThat(groups.at("/attributes/0/term")).isEqualTo("gender");
        assertThat(groups.json().at("/attributes/0/groups")).hasSize(2);
        assertThat(groups.json().at("/attributes/0/withheld").asInt()).isEqualTo(6);
        assertThat(groups.json().at("/attributes/0/notable").asBoolean()).isFalse();
        assertThat(analyst().get("/v1/models/weather/drift").status()).isEqualTo(404);
        assertThat(analyst().get("/v1/models/reachability/drift?days=0").status())
                .isEqualTo(400);
    }

    private DriftReport report(Instant change) {
        return watch.report("reachability", change.plus(WEEK), 7, Locale.ENGLISH)
                .orElseThrow();
    }

    private Watch.Verdict verdict(Instant change) {
        return report(change).verdict();
    }

    /** Asks about customers of whom every so many-th is private, the others business. */
    private void decide(String batch, int everyPrivate) {
        List<Delivery> customers = new ArrayList<>();
        for (int number = 1; number <= ASKED; number++) {
            customers.add(new Delivery(
                    SubjectId.customer(batch + "-" + number),
                    Map.of(
                            new TermKey("kind"),
                            kind(number % everyPrivate != 0),
                            new TermKey("gender"),
                            Value.choice(number <= 2 ? "DIVERSE" : number % 4 < 2 ? "FEMALE" : "MALE")),
                    Map.of(),
                    clock.instant()));
        }
        deliver.deliver(customers, DeliverSubjects.Mode.REPLACE);
        Client analyst = analyst();
        for (Delivery one : customers) {
            assertThat(analyst.post(
                                    "/v1/decisions/next-best-action",
                                    "{\"customerId\": \"" + one.subject().id()
                                            + "\", \"channel\": \"CALL_CENTRE\", \"direction\": \"INBOUND\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Value kind(boolean business) {
        return Value.choice(business ? "BUSINESS" : "PRIVATE");
    }

    private String reachability() throws InterruptedException {
        Instant begin = clock.instant().minus(Duration.ofDays(200));
        SplittableRandom random = new SplittableRandom(11);
        List<Delivery> customers = new ArrayList<>();
        List<Event> calls = new ArrayList<>();
        for (int number = 1; number <= CUSTOMERS; number++) {
            SubjectId id = SubjectId.customer("called-" + number);
            boolean business = number % 2 == 0;
            customers.add(new Delivery(id, Map.of(new TermKey("kind"), kind(business)), Map.of(), begin));
            for (int call = 0; call < 3; call++) {
                int hour = random.nextBoolean() ? 9 : 18;
                boolean reached = random.nextDouble() < (business == (hour == 9) ? 0.8 : 0.2);
                calls.add(new Event(
                        "insight-call-" + number + "-" + call,
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
        refuse(customers);
        String job = analyst().post("/v1/models/reachability/trainings", "").header("Location");
        for (int wait = 0; wait < 600; wait++) {
            Client.Answer answer = analyst().get(job);
            if (List.of("DONE", "FAILED", "CANCELLED").contains(answer.at("/state"))) {
                assertThat(answer.at("/state")).as(answer.body()).isEqualTo("DONE");
                String version = answer.at("/result/version");
                assertThat(analyst()
                                .post(
                                        "/v1/models/reachability/versions/" + version + "/promotion",
                                        "{\"reason\": \"looked at with sales\"}")
                                .at("/state"))
                        .isEqualTo("CHAMPION");
                return version;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The job " + job + " did not end.");
    }

    /** Two of those called want no marketing at all, one of them said so by withdrawing what was allowed before. */
    private void refuse(List<Delivery> customers) {
        Client admin = Client.of(port, "demo-admin");
        String first = "/v1/customers/" + customers.get(0).subject().id();
        String second = "/v1/customers/" + customers.get(1).subject().id();
        String at = clock.instant().minus(Duration.ofDays(1)).toString();
        String earlier = clock.instant().minus(Duration.ofDays(2)).toString();
        assertThat(admin.put(first + "/objections", "{\"purpose\": \"MARKETING\", \"at\": \"" + at + "\"}")
                        .status())
                .isLessThan(300);
        for (boolean granted : new boolean[] {true, false}) {
            assertThat(admin.put(
                                    second + "/consents",
                                    "{\"purpose\": \"MARKETING\", \"channel\": \"EMAIL\", \"granted\": " + granted
                                            + ", \"at\": \"" + (granted ? earlier : at) + "\", \"evidence\": \"call\"}")
                            .status())
                    .isLessThan(300);
        }
    }

    private Client analyst() {
        return Client.of(port, "demo-analyst");
    }
}
