package org.lotse.api.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class SubjectsIT {
    private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
    private static final TermKey TENURE = new TermKey("tenure");
    private static final TermKey NAME = new TermKey("name");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcSubjects subjects;

    @Autowired
    private DeliverSubjects deliver;

    @Autowired
    private RecordEvents events;

    @Test
    void deliveredCustomerIsRead() {
        Client.Answer put = admin().put(
                        "/v1/customers/s-1",
                        "{\"attributes\": {\"name\": \"Ada\", \"contract\": \"MONTHLY\", \"tenure\": 12, \"senior\": true,"
                                + " \"born\": \"1990-02-01\", \"monthly-charge\": 29.5, \"employees\": 3}}");
        Client.Answer get = admin().get("/v1/subjects/customer/s-1");

        assertThat(put.status()).as(put.body()).isEqualTo(201);
        assertThat(get.header("ETag")).isEqualTo("\"1\"").isEqualTo(put.header("ETag"));
        assertThat(get.body())
                .isEqualTo("{\"id\":\"s-1\",\"attributes\":{\"born\":\"1990-02-01\",\"contract\":\"MONTHLY\","
                        + "\"employees\":3,\"monthly-charge\":29.5,\"name\":\"Ada\",\"senior\":true,\"tenure\":12},"
                        + "\"links\":{}}");
    }

    @Test
    void everythingWrongIsNamedAtOnceAndNothingIsStored() {
        Client.Answer put = admin().put(
                        "/v1/customers/s-2",
                        "{\"attributes\": {\"tenur\": 1, \"tenure\": \"12\", \"contract\": \"weekly\", \"lead-score\": 3,"
                                + " \"monthly-charge\": -1, \"born\": \"01.02.1990\", \"employees\": 2.5}, \"more\": 1}");

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").stringValue() + " "
                                + error.get("code").stringValue()))
                .containsExactlyInAnyOrder(
                        "/attributes/tenur UNKNOWN_TERM",
                        "/attributes/tenure WRONG_VALUE_TYPE_NUMBER",
                        "/attributes/contract UNKNOWN_VALUE",
                        "/attributes/lead-score NOT_DELIVERABLE",
                        "/attributes/monthly-charge OUT_OF_RANGE",
                        "/attributes/born WRONG_VALUE_TYPE_DATE",
                        "/attributes/employees WRONG_VALUE_TYPE_COUNT",
                        "/more UNKNOWN_FIELD");
        assertThat(put.at("/errors/0/message")).contains("tenur").contains("\"tenure\"");
        assertThat(admin().get("/v1/customers/s-2").status()).isEqualTo(404);
    }

    @Test
    void mergePatchChangesAndRemoves() {
        admin().put("/v1/customers/s-3", "{\"attributes\": {\"name\": \"Ada\", \"tenure\": 12}}");

        Client.Answer patch = admin().with("Content-Type", "application/merge-patch+json")
                .send("PATCH", "/v1/customers/s-3", "{\"attributes\": {\"tenure\": 13, \"name\": null}}");

        assertThat(patch.status()).as(patch.body()).isEqualTo(200);
        assertThat(patch.json().get("attributes").toString()).isEqualTo("{\"tenure\":13}");
    }

    @Test
    void patchOfAnUnknownCustomerIsRefused() {
        assertThat(admin().send("PATCH", "/v1/customers/nobody", "{\"attributes\": {}}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void changeOfAnOldVersionIsRefused() {
        admin().put("/v1/customers/s-4", "{\"attributes\": {\"tenure\": 1}}");
        admin().put("/v1/customers/s-4", "{\"attributes\": {\"tenure\": 2}}");

        Client.Answer late =
                admin().with("If-Match", "\"1\"").put("/v1/customers/s-4", "{\"attributes\": {\"tenure\": 3}}");
        Client.Answer inTime =
                admin().with("If-Match", "\"2\"").put("/v1/customers/s-4", "{\"attributes\": {\"tenure\": 4}}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.at("/detail")).contains("\"2\"");
        assertThat(inTime.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void refusedFirstVersionLeavesNoSubjectBehind() {
        Client.Answer put =
                admin().with("If-Match", "\"7\"").put("/v1/customers/s-5", "{\"attributes\": {\"tenure\": 3}}");

        assertThat(put.status()).isEqualTo(412);
        assertThat(admin().get("/v1/customers/s-5").status()).isEqualTo(404);
    }

    @Test
    void erasedCustomerIsGoneWithEvents() {
        admin().put("/v1/customers/s-6", "{\"attributes\": {\"tenure\": 1}}");
        admin().post("/v1/events", "{\"id\": \"e-6\", \"type\": \"ticket\", \"subject\": \"s-6\"}");

        assertThat(admin().send("DELETE", "/v1/customers/s-6", "").status()).isEqualTo(204);
        assertThat(admin().get("/v1/customers/s-6").status()).isEqualTo(404);
        assertThat(admin().send("DELETE", "/v1/customers/s-6", "").status()).isEqualTo(404);
    }

    @Test
    void linesAreKeptOrNamed() {
        String lines = """
                {"id": "n-1", "attributes": {"tenure": 1}}
                {"id": "n-2", "attributes": {"tenure": "x"}}

                {"attributes": {"tenure": 1}}
                {"id": "n-5", broken
                {"id": "n-6", "attributes": {"tenure": 6}}
                """;

        Client.Answer answer =
                admin().with("Content-Type", "application/x-ndjson").post("/v1/customers", lines);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/accepted")).isEqualTo("2");
        assertThat(answer.json()
                        .get("rejected")
                        .valueStream()
                        .map(line -> line.get("line").asInt() + " "
                                + line.get("pointer").stringValue()))
                .containsExactly("2 /attributes/tenure", "4 /id", "5 ");
        assertThat(admin().get("/v1/customers/n-6").status()).isEqualTo(200);
    }

    @Test
    void pagesFollowEachOther() {
        for (int number = 1; number <= 5; number++) {
            admin().put("/v1/subjects/claim/0-" + number, "{\"attributes\": {\"amount\": " + number + "}}");
        }

        Client.Answer first = admin().get("/v1/subjects/claim?limit=2");
        Client.Answer second = admin().get("/v1/subjects/claim?limit=2&cursor=" + first.at("/next"));
        Client.Answer all = admin().get("/v1/subjects/claim");

        assertThat(first.at("/items/1/id")).isEqualTo("0-2");
        assertThat(second.at("/items/0/id")).isEqualTo("0-3");
        assertThat(all.at("/next")).isEmpty();
        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(admin().get("/v1/subjects/claim?limit=0").status()).isEqualTo(400);
        assertThat(admin().get("/v1/subjects/claim?limit=x").at("/errors/0/code"))
                .isEqualTo("WRONG_PARAMETER");
    }

    @Test
    void unknownTypeAndUnknownLinkAreNamed() {
        assertThat(admin().get("/v1/subjects/boat/b-1").at("/detail"))
                .contains("boat")
                .contains("claim");
        assertThat(admin().put("/v1/subjects/claim/k-9", "{\"links\": {\"owner\": \"c-1\"}}")
                        .at("/errors/0/code"))
                .isEqualTo("UNKNOWN_LINK");
    }

    @Test
    void linkIsReadAsSubject() {
        admin().put("/v1/subjects/claim/k-10", "{\"attributes\": {\"amount\": 5}, \"links\": {\"holder\": \"c-1\"}}");

        SubjectState claim = subjects.find(
                        new SubjectId(new SubjectType("claim"), "k-10"),
                        Instant.now().plusSeconds(5))
                .orElseThrow();

        assertThat(claim.links()).containsEntry("holder", SubjectId.customer("c-1"));
    }

    @Test
    void anyMomentIsReadAsItWasThen() {
        SubjectId id = SubjectId.customer("v-1");
        Instant later = SPRING.plus(Duration.ofDays(30));
        deliver.deliver(
                List.of(
                        new Delivery(id, Map.of(TENURE, Value.of(2)), Map.of(), later),
                        new Delivery(id, Map.of(TENURE, Value.of(1), NAME, Value.text("Ada")), Map.of(), SPRING)),
                DeliverSubjects.Mode.MERGE);
        events.record(List.of(
                new Event("v-e1", "ticket", id, SPRING.plusSeconds(10), Map.of("topic", Value.text("BILLING"))),
                new Event("v-e2", "ticket", id, later.plusSeconds(10), Map.of())));

        assertThat(subjects.find(id, SPRING.minusSeconds(1))).isEmpty();
        assertThat(subjects.find(id, SPRING.plusSeconds(20))).hasValueSatisfying(state -> {
            assertThat(state.attributes()).containsEntry(TENURE, Value.of(1)).containsEntry(NAME, Value.text("Ada"));
            assertThat(state.events()).extracting(Event::id).containsExactly("v-e1");
            assertThat(state.events().getFirst().data()).containsEntry("topic", Value.text("BILLING"));
        });
        assertThat(subjects.find(id, later.plusSeconds(20))).hasValueSatisfying(state -> {
            assertThat(state.attributes()).containsEntry(TENURE, Value.of(2)).containsEntry(NAME, Value.text("Ada"));
            assertThat(state.events()).hasSize(2);
        });
    }

    @Test
    void sameDeliveryTwiceMakesOneVersion() {
        SubjectId id = SubjectId.customer("v-2");
        Delivery delivery = new Delivery(id, Map.of(TENURE, Value.of(1)), Map.of(), SPRING);

        deliver.deliver(List.of(delivery), DeliverSubjects.Mode.MERGE);
        deliver.deliver(List.of(delivery), DeliverSubjects.Mode.MERGE);

        assertThat(admin().get("/v1/customers/v-2").header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void allSubjectsAreReadWithTheirEvents() {
        SubjectType claim = new SubjectType("claim");
        List<SubjectId> ids = List.of(new SubjectId(claim, "Z"), new SubjectId(claim, "a"), new SubjectId(claim, "ä"));
        deliver.know(ids);
        events.record(ids.stream()
                .map(id -> new Event("all-" + id.id(), "ticket", id, SPRING, Map.of()))
                .toList());

        List<SubjectState> all = subjects.all(claim, SPRING.plusSeconds(1));

        assertThat(all).extracting(state -> state.id().id()).contains("Z", "a", "ä");
        assertThat(all)
                .filteredOn(state -> ids.contains(state.id()))
                .allSatisfy(state -> assertThat(state.events()).hasSize(1));
    }

    private Client admin() {
        return Client.of(port, "demo-admin");
    }
}
