package org.lotse.api.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class DuplicatesIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MessageSource messages;

    @Test
    void aSearchFindsWhomAStewardMergesAndTakesApartAgain() {
        person("a-1", Map.of("name", "Anneliese Kranzbühler", "email", "ak@example.org", "town", "Ulm"));
        person("a-2", Map.of("name", "Kranzbuehler Anneliese", "email", "ak@example.org", "town", "Ulm"));
        search();
        long pair = pair("a-1", "a-2");

        JsonNode merged = steward()
                .post("/v1/duplicates/" + pair + "/merge", "{\"into\": \"a-2\"}")
                .json();

        assertThat(merged.at("/state").asString()).isEqualTo("MERGED");
        assertThat(steward()
                        .get("/v1/customers/a-1/person")
                        .json()
                        .at("/leading")
                        .asString())
                .isEqualTo("a-2");
        assertThat(steward().post("/v1/duplicates/" + pair + "/reject", "").status())
                .as("decided already")
                .isEqualTo(409);
        assertThat(steward().post("/v1/duplicates/" + pair + "/undo", "").at("/state"))
                .isEqualTo("OPEN");
        assertThat(steward()
                        .get("/v1/customers/a-1/person")
                        .json()
                        .at("/records")
                        .size())
                .isEqualTo(1);
        assertThat(steward()
                        .get("/v1/customers/a-1/person/changes")
                        .json()
                        .valueStream()
                        .map(change -> change.at("/kind").asString() + " by "
                                + change.at("/by").asString()))
                .containsExactly("SPLIT by demo-steward", "MERGED by demo-steward");
    }

    @Test
    void whatWasCalledDifferentIsNotMergedByTheWay() {
        for (String id : new String[] {"b-1", "b-2", "b-3"}) {
            person(id, Map.of("name", "Balthasar Öchsle", "email", "bo@example.org", "town", "Jena"));
        }
        search();
        steward().post("/v1/duplicates/" + pair("b-1", "b-3") + "/reject", "");
        steward().post("/v1/duplicates/" + pair("b-1", "b-2") + "/merge", "");

        Client.Answer answer = steward().post("/v1/duplicates/" + pair("b-2", "b-3") + "/merge", "");

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
        assertThat(answer.at("/detail")).contains("b-1").contains("b-3");
    }

    @Test
    void aThirdRecordOfAMergedPersonIsMergedWithBoth() {
        for (String id : new String[] {"c-x1", "c-x2", "c-x3"}) {
            person(id, Map.of("name", "Cäcilie Dünnwald", "email", "cd@example.org", "town", "Kiel"));
        }
        search();
        steward().post("/v1/duplicates/" + pair("c-x1", "c-x2") + "/merge", "");
        steward().post("/v1/duplicates/" + pair("c-x2", "c-x3") + "/merge", "");

        assertThat(state("c-x1", "c-x3")).as("one person, so merged as well").isEqualTo("MERGED");

        steward().post("/v1/duplicates/" + pair("c-x2", "c-x3") + "/undo", "");

        assertThat(state("c-x1", "c-x2")).as("merged before").isEqualTo("MERGED");
        assertThat(state("c-x1", "c-x3")).isEqualTo("OPEN");
    }

    @Test
    void decisionsOutliveASearchAndASplitCountsAsDifferent() {
        person("d-1", Map.of("name", "Dorothee Eßlinger", "email", "de@example.org", "town", "Bonn"));
        person("d-2", Map.of("name", "Dorothee Esslinger", "email", "de@example.org", "town", "Bonn"));
        search();
        long pair = pair("d-1", "d-2");
        steward().post("/v1/duplicates/" + pair + "/merge", "");

        steward().post("/v1/duplicates/" + pair + "/split", "");
        search();

        assertThat(state("d-1", "d-2")).isEqualTo("DIFFERENT");
        assertThat(steward()
                        .get("/v1/duplicates/searches/latest")
                        .json()
                        .at("/decisions")
                        .asInt())
                .isPositive();
    }

    @Test
    void erasingOneCustomerErasesItsPairsAndWhoMergedIt() {
        person("e-1", Map.of("name", "Edeltraud Füssli", "email", "ef@example.org", "town", "Köln"));
        person("e-2", Map.of("name", "Edeltraud Fuessli", "email", "ef@example.org", "town", "Köln"));
        search();
        long pair = pair("e-1", "e-2");
        steward().post("/v1/duplicates/" + pair + "/merge", "");

        Client.of(port, "demo-admin").send("DELETE", "/v1/customers/e-1", "");

        assertThat(steward().get("/v1/duplicates/" + pair).status()).isEqualTo(404);
        assertThat(count("select count(*) from person_change where record like 'e-_' or person like 'e-_'"))
                .isZero();
        assertThat(count("select count(*) from duplicate_decision where suspect is null and answer = 'SAME'"))
                .as("what was learned stays, without whom it was about")
                .isPositive();
    }

    @Test
    void everyReasonAndFieldHasItsWords() {
        for (org.lotse.models.duplicate.Comparison comparison : org.lotse.models.duplicate.Comparison.values()) {
            comparison
                    .levels()
                    .forEach(level -> assertThat(messages.getMessage(
                                    "duplicate.reason." + comparison + "." + level, null, Locale.GERMAN))
                            .isNotBlank());
        }
        for (org.lotse.models.duplicate.Field field : org.lotse.models.duplicate.Field.values()) {
            assertThat(messages.getMessage("duplicate.field." + field, null, Locale.ENGLISH))
                    .isNotBlank();
        }
    }

    private void person(String id, Map<String, String> attributes) {
        database.sql("insert into subject (type, id, version, created_at) values ('customer', ?, 1, now())")
                .param(id)
                .update();
        database.sql("""
                        insert into subject_version (type, id, version, valid_from, recorded_at, attributes)
                        values ('customer', ?, 1, now(), now(), ?::jsonb)
                        """)
                .params(id, JsonMapper.shared().writeValueAsString(attributes))
                .update();
    }

    private void search() {
        String job = steward().post("/v1/duplicates/searches", "").header("Location");
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String state = "";
        while (!state.equals("DONE")) {
            assertThat(state).isNotEqualTo("FAILED");
            assertThat(System.nanoTime()).isLessThan(deadline);
            state = steward().get(job).at("/state");
        }
    }

    private long pair(String one, String other) {
        return database.sql("select id from duplicate_suspect where one = ? and other = ?")
                .params(one, other)
                .query(Long.class)
                .single();
    }

    private String state(String one, String other) {
        return steward().get("/v1/duplicates/" + pair(one, other)).at("/state");
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private Client steward() {
        return Client.of(port, "demo-steward");
    }
}
