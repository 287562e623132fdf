package org.lotse.api.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.SubjectId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ResultsIT {
    private static final String EVENT = "RETURNED";
    private static final String EXPOSED = "contact";

    private final String run = "result-" + UUID.randomUUID() + "-";

    @LocalServerPort
    private int port;

    @Autowired
    private RuleSets ruleSets;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @AfterEach
    void forget() {
        database.sql("delete from subject where id like ?").params(run + "%").update();
    }

    @Test
    void whatHappensToTheControlGroupOnlyIsWhatMarketingPrevents() {
        JsonNode before = measured();
        List<String> treated = persons(false, 300);
        List<String> control = persons(true, 150);
        store(Stream.concat(treated.stream(), control.stream()).toList());
        happened(control, Duration.ofDays(3));
        happened(treated.subList(0, 10), Duration.ofDays(40));

        JsonNode after = measured();

        assertThat(gained("/treated/persons", before, after)).isEqualTo(300);
        assertThat(gained("/control/persons", before, after)).isEqualTo(150);
        assertThat(gained("/control/with", before, after)).isEqualTo(150);
        assertThat(gained("/treated/with", before, after))
                .as("40 days ago is not within 30")
                .isZero();
        assertThat(after.at("/verdict").asString("")).isEqualTo("LESS");
        assertThat(after.at("/difference/high").asDouble()).isNegative();
        assertThat(after.at("/text").asString("")).contains("less frequent with marketing", "control group");
    }

    @Test
    void mergedRecordsAreOnePerson() {
        JsonNode before = measured();
        List<String> two = persons(false, 2);
        store(two);
        database.sql("""
                        insert into person_record (subject_type, subject_id, person, since, merged_by)
                        select 'customer', id, ?, now(), 'test' from unnest(?) as id""")
                .param(two.getFirst())
                .param(two.toArray(String[]::new))
                .update();
        happened(two, Duration.ofDays(1));

        JsonNode after = measured();

        assertThat(gained("/treated/persons", before, after)).isEqualTo(1);
        assertThat(gained("/treated/with", before, after)).isEqualTo(1);
    }

    @Test
    void anOutcomeNobodyDeclaredIsRefusedWithThoseThereAre() {
        Client.Answer answer = analyst().get("/v1/results/control-group?event=FLEW_AWAY");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/message")).contains("FLEW_AWAY", "RETURNED");
        assertThat(analyst().get("/v1/results/control-group?days=0").status()).isEqualTo(400);
    }

    private JsonNode measured() {
        Client.Answer answer = analyst().get("/v1/results/control-group?days=30&event=" + EVENT);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().get(0);
    }

    private Client analyst() {
        return Client.of(port, "demo-analyst");
    }

    private static long gained(String pointer, JsonNode before, JsonNode after) {
        return after.at(pointer).asLong() - before.at(pointer).asLong();
    }

    /** Ids of persons inside or outside the control group. */
    private List<String> persons(boolean control, int count) {
        ControlGroup group = ruleSets.active().settings().control();
        return Stream.iterate(0, number -> number + 1)
                .map(number -> run + number)
                .filter(id -> group.contains(SubjectId.customer(id)) == control)
                .limit(count)
                .toList();
    }

    private void store(List<String> ids) {
        database.sql("insert into subject (type, id, created_at) select 'customer', id, now() from unnest(?) as id")
                .param(ids.toArray(String[]::new))
                .update();
    }

    private void happened(List<String> ids, Duration ago) {
        Instant at = clock.instant().minus(ago);
        database.sql("""
                        insert into event (id, type, subject_type, subject_id, time, recorded_at)
                        select 'event-' || ? || id, ?, 'customer', id, cast(? as timestamptz), now() from unnest(?) as id""")
                .param(ago.toString())
                .param(EVENT)
                .param(at.toString())
                .param(ids.toArray(String[]::new))
                .update();
    }

    @Test
    void experimentCountsEverybodyOnceWithWhatTheyGotFirstAndSaysWhetherToStop() {
        List<String> tried = persons(false, 400);
        List<String> control = persons(true, 400);
        store(Stream.concat(tried.stream(), control.stream()).toList());
        got(tried, "NEW", Duration.ofDays(30));
        got(tried.subList(0, 50), "OLD", Duration.ofDays(25));
        got(control, "OLD", Duration.ofDays(30));
        happened(tried.subList(0, 200), Duration.ofDays(20));
        happened(control.subList(0, 40), Duration.ofDays(20));
        happened(control.subList(40, 300), Duration.ofDays(5));

        String asked = "/v1/experiments?event=" + EXPOSED + "&field=" + run + "arm&control=OLD&outcome=" + EVENT;
        Client.Answer answer = analyst().get(asked + "&days=14");

        assertThat(answer.json().at("/arms/0/persons").asInt())
                .as(answer.body())
                .isEqualTo(400);
        assertThat(answer.at("/arms/0/value")).isEqualTo("NEW");
        assertThat(answer.json().at("/arms/0/with").asInt()).isEqualTo(200);
        assertThat(answer.json().at("/arms/1/with").asInt())
                .as("later than 14 days")
                .isEqualTo(40);
        assertThat(answer.at("/arms/0/advice")).isEqualTo("STOP_MORE");
        assertThat(analyst().get(asked + "&days=40").json().at("/errors/0/code").asString(""))
                .as("nobody's 40 days are over")
                .isEqualTo("UNKNOWN_ARM");
        assertThat(analyst().get(asked + "&matters=2").status()).isEqualTo(400);
    }

    private void got(List<String> persons, String arm, Duration ago) {
        database.sql("""
                        insert into event (id, type, subject_type, subject_id, time, data, recorded_at)
                        select id || ?, ?, 'customer', id, ?, jsonb_build_object(?::text, ?::text), now()
                        from unnest(?) as id""")
                .param("-" + arm)
                .param(EXPOSED)
                .param(java.sql.Timestamp.from(clock.instant().minus(ago)))
                .param(run + "arm")
                .param(arm)
                .param(persons.toArray(String[]::new))
                .update();
    }

    @Test
    void returnOnInvestmentIsForecastCautiouslyRealisticallyAndHopefully() {
        Client.Answer answer = analyst()
                .post(
                        "/v1/results/roi",
                        "{\"cost\": 150000, \"benefits\": [{\"title\": \"retention\", \"realistic\": 80000},"
                                + " {\"title\": \"upsell\", \"conservative\": 90000, \"realistic\": 120000},"
                                + " {\"title\": \"service\", \"realistic\": 60000}]}");

        assertThat(answer.json().at("/realistic/roi").asDouble()).isBetween(0.733, 0.734);
        assertThat(answer.json().at("/conservative/roi").asDouble()).isBetween(0.533, 0.534);
        assertThat(answer.at("/currency")).isEqualTo("EUR");
        assertThat(analyst()
                        .post("/v1/results/roi", "{\"cost\": 0, \"benefits\": []}")
                        .status())
                .isEqualTo(400);
    }
}
