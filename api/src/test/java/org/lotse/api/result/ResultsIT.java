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
}
