package org.lotse.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lotse.api.consent.ConsentUses;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PrivacyIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ConsentUses uses;

    @Autowired
    private KeepPeriods periods;

    @Autowired
    private ContactLedger ledger;

    @Autowired
    private Clock clock;

    @Test
    void personalDataNamesEverythingWithItsReasons() {
        Client admin = admin();
        String contact = livedThrough("art-15");

        Client.Answer answer = admin.get("/v1/customers/art-15/personal-data?download=true");

        JsonNode data = answer.json();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("personal-data.json");
        assertThat(values(data.at("/attributes"), "term")).contains("name", "contract");
        assertThat(data.at("/attributes/0/validFrom").asString()).isNotEmpty();
        assertThat(values(data.at("/events"), "type")).contains("ticket", "contact");
        assertThat(data.at("/consents/0/evidence").asString()).isEqualTo("form 7");
        assertThat(data.at("/consentUses/0/contactId").asString()).isEqualTo(contact);
        assertThat(data.at("/consentUses/0/evidence").asString()).isEqualTo("form 7");
        assertThat(values(data.at("/purposes"), "legalBasis")).contains("contract", "consent");
        assertThat(data.at("/decisions").size()).isEqualTo(1);
        assertThat(data.at("/decisions/0/decisionId").asString()).isNotEmpty();
        assertThat(data.at("/decisions/0/versions/rules").asString()).isNotEmpty();
        assertThat(data.at("/decisions/0/notChosen").size())
                .as("with what would have changed it")
                .isPositive();
        assertThat(data.at("/accesses/0/caller").asString()).isEqualTo("demo-admin");
    }

    @Test
    void aCorrectedValueIsShownWithTheTimeItHeld() {
        Client admin = admin();
        admin.put("/v1/customers/changed", "{\"attributes\": {\"name\": \"Alt\"}}");
        admin.put("/v1/customers/changed", "{\"attributes\": {\"name\": \"Neu\"}}");

        JsonNode attributes =
                admin.get("/v1/customers/changed/personal-data").json().at("/attributes");

        assertThat(attributes.get(0).at("/value").asString()).isEqualTo("Alt");
        assertThat(attributes.get(0).at("/validUntil").asString()).isNotEmpty();
        assertThat(attributes.get(1).at("/value").asString()).isEqualTo("Neu");
        assertThat(attributes.get(1).has("validUntil")).isFalse();
    }

    @Test
    void onlyPrivacyMayRead() {
        livedThrough("not-for-all");

        assertThat(Client.of(port, "demo-agent")
                        .get("/v1/customers/not-for-all/personal-data")
                        .status())
                .isEqualTo(403);
        assertThat(Client.of(port, "demo-marketing").get("/v1/reviews").status())
                .isEqualTo(403);
    }

    @Test
    void nothingInTheDatabaseNamesAnErasedPerson() {
        livedThrough("erika-erased-77");
        admin().get("/v1/customers/erika-erased-77/personal-data");
        admin().with("Idempotency-Key", "key-of-77")
                .post("/v1/decisions/next-best-action", "{\"customerId\": \"erika-erased-77\"}");

        assertThat(admin().send("DELETE", "/v1/customers/erika-erased-77", "").status())
                .isEqualTo(204);

        assertThat(placesNaming("erika-erased-77")).isEmpty();
        assertThat(uses.ofErased(SubjectId.customer("erika-erased-77")))
                .as("the proof of consent stays under a pseudonym")
                .hasSize(1);
    }

    @Test
    void whoObjectedStillObjectsAfterErasure() {
        Client admin = admin();
        livedThrough("comes-back");
        admin.put("/v1/customers/comes-back/objections", "{\"purpose\": \"marketing\"}");
        admin.send("DELETE", "/v1/customers/comes-back", "");

        admin.put("/v1/customers/comes-back", "{\"attributes\": {}}");
        admin.put(
                "/v1/customers/comes-back/consents",
                "{\"channel\": \"EMAIL\", \"granted\": true, \"at\": \"2020-01-01T00:00:00Z\"}");

        JsonNode state = admin.get("/v1/customers/comes-back/consents").json();
        assertThat(state.at("/objections").toString()).contains("MARKETING");
        assertThat(state.at("/marketing/EMAIL").asBoolean()).isFalse();
    }

    @Test
    void newConsentAfterAReturnIsTakenAtItsWord() {
        Client admin = admin();
        livedThrough("changes-mind");
        admin.put("/v1/customers/changes-mind/objections", "{\"purpose\": \"marketing\"}");
        admin.send("DELETE", "/v1/customers/changes-mind", "");

        admin.put("/v1/customers/changes-mind", "{\"attributes\": {}}");
        Client.Answer state =
                admin.put("/v1/customers/changes-mind/consents", "{\"channel\": \"EMAIL\", \"granted\": true}");

        assertThat(state.at("/marketing/EMAIL")).isEqualTo("true");
    }

    @Test
    void anObjectionHoldsForMergedRecordsAndForBothAfterASplit() {
        Client admin = admin();
        admin.put("/v1/customers/m-1", "{\"attributes\": {}}");
        admin.put("/v1/customers/m-2", "{\"attributes\": {}}");
        admin.put("/v1/customers/m-2/consents", "{\"channel\": \"EMAIL\", \"granted\": true}");
        admin.post("/v1/customers/m-1/merge", "{\"into\": \"m-2\"}");

        admin.put("/v1/customers/m-1/objections", "{}");
        String merged = admin.get("/v1/customers/m-2/consents").at("/marketing/EMAIL");
        admin.post("/v1/customers/m-1/split", "");

        assertThat(merged).isEqualTo("false");
        assertThat(admin.get("/v1/customers/m-2/consents").at("/marketing/EMAIL"))
                .isEqualTo("false");
    }

    @Test
    void theErasureOfOneMergedRecordErasesItsOwn() {
        Client admin = admin();
        livedThrough("pair-1");
        livedThrough("pair-2");
        admin.post("/v1/customers/pair-1/merge", "{\"into\": \"pair-2\"}");

        admin.send("DELETE", "/v1/customers/pair-1", "");

        assertThat(placesNaming("pair-1")).isEmpty();
        assertThat(admin.get("/v1/customers/pair-2/person").at("/records/0")).isEqualTo("pair-2");
        assertThat(admin.get("/v1/customers/pair-2/consents").at("/marketing/EMAIL"))
                .isEqualTo("true");
    }

    @Test
    void whatIsPastItsPeriodIsCountedThenDeleted() {
        livedThrough("old-friend");
        livedThrough("left-long-ago");
        Instant fourYearsAgo = clock.instant().minus(Duration.ofDays(4 * 365));
        move("event", "time", "old-friend", fourYearsAgo);
        move("event", "time", "left-long-ago", fourYearsAgo);
        database.sql("update subject_version set valid_from = ? where id = 'left-long-ago'")
                .param(Timestamp.from(fourYearsAgo))
                .update();
        database.sql("""
                        insert into event (id, type, subject_type, subject_id, time, recorded_at)
                        values ('left-1', 'CHURNED', 'customer', 'left-long-ago', ?, ?)
                        """)
                .params(Timestamp.from(fourYearsAgo.plusSeconds(60)), Timestamp.from(fourYearsAgo))
                .update();

        Map<String, Long> due = periods.due();
        Map<String, Long> deleted = periods.apply(kind -> {});

        assertThat(due.get("events")).isPositive();
        assertThat(due.get("customersWhoLeft")).isEqualTo(1);
        assertThat(deleted.get("customersWhoLeft")).isEqualTo(1);
        assertThat(periods.due().values()).as("nothing is left to do").allMatch(count -> count == 0);
        assertThat(admin().get("/v1/customers/old-friend").status()).isEqualTo(200);
        assertThat(admin().get("/v1/customers/left-long-ago").status()).isEqualTo(404);
    }

    @Test
    void nothingPersonalIsLogged() {
        Client.Answer unreadable = admin().put("/v1/customers/log-1/consents", "{\"evidence\": \"geheim\"");

        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.body()).doesNotContain("geheim");
    }

    /** A customer with a name, events, a consent, a contact made on its strength and a decision; answers the contact. */
    private String livedThrough(String id) {
        Client admin = admin();
        admin.put(
                "/v1/customers/" + id, "{\"attributes\": {\"name\": \"Name " + id + "\", \"contract\": \"MONTHLY\"}}");
        admin.put(
                "/v1/customers/" + id + "/consents",
                "{\"channel\": \"EMAIL\", \"granted\": true, \"evidence\": \"form 7\"}");
        admin.with("Content-Type", "application/cloudevents+json")
                .post(
                        "/v1/events",
                        "{\"specversion\": \"1.0\", \"source\": \"/test\", \"id\": \"ticket-" + id
                                + "\", \"type\": \"ticket\", \"subject\": \"customer/" + id
                                + "\", \"time\": \"2026-01-05T10:00:00Z\", \"data\": {\"topic\": \"BILLING\"}}");
        Client.Answer decision = admin.post(
                "/v1/decisions/next-best-action",
                "{\"customerId\": \"" + id + "\", \"channel\": \"EMAIL\", \"direction\": \"OUTBOUND\"}");
        String contact = ledger.reserve(
                        SubjectId.customer(id),
                        new Contact(
                                clock.instant(),
                                new ChannelKey("EMAIL"),
                                Optional.empty(),
                                Optional.empty(),
                                Purpose.MARKETING,
                                Direction.OUTBOUND),
                        List.of(),
                        ZoneId.of("Europe/Berlin"),
                        decision.at("/decisionId"),
                        Duration.ofHours(1))
                .orElseThrow();
        assertThat(admin.post("/v1/contacts/" + contact + "/confirmation", "").status())
                .isEqualTo(200);
        admin.post("/v1/decisions/" + decision.at("/decisionId") + "/review", "{\"wish\": \"" + id + " asks\"}");
        return contact;
    }

    private void move(String table, String column, String id, Instant to) {
        database.sql("update " + table + " set " + column + " = ? where subject_id = ?")
                .params(Timestamp.from(to), id)
                .update();
    }

    /** Every column of every table that holds this text. */
    private List<String> placesNaming(String text) {
        List<String> places = new ArrayList<>();
        database.sql("""
                        select c.table_name, c.column_name, c.data_type from information_schema.columns c
                        join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                            and c.table_name <> 'flyway_schema_history'
                        """)
                .query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(column -> {
                    String value = column.get(2).equals("bytea")
                            ? "encode(" + column.get(1) + ", 'escape')"
                            : "cast(" + column.get(1) + " as text)";
                    long found = database.sql(
                                    "select count(*) from " + column.get(0) + " where position(? in " + value + ") > 0")
                            .param(text)
                            .query(Long.class)
                            .single();
                    if (found > 0) {
                        places.add(column.get(0) + "." + column.get(1));
                    }
                });
        return places;
    }

    private static List<String> values(JsonNode array, String field) {
        return array.valueStream().map(item -> item.path(field).asString("")).toList();
    }

    private Client admin() {
        return Client.of(port, "demo-admin");
    }
}
