package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.After;
import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Customers stored more than once: searched for, decided on by a steward. */
public class DuplicateSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LETTERS = 8;

    private final Service service;
    private final Scene scene;
    private final List<String> delivered = new ArrayList<>();
    private Optional<JsonNode> pair = Optional.empty();

    public DuplicateSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Angenommen("^diese Kundendatensätze$")
    public void records(DataTable table) {
        for (Map<String, String> row : table.asMaps()) {
            ObjectNode attributes = JSON.objectNode();
            row.forEach((heading, value) -> {
                if (!heading.equals("Nr")) {
                    attributes.put(heading, value.replace("{Name}", name()).replace("{Zahl}", number()));
                }
            });
            String id = id(row.getOrDefault("Nr", ""));
            delivered.add(id);
            service.put(Roles.STEWARD, "/v1/customers/" + id, JSON.objectNode().set("attributes", attributes))
                    .ok();
        }
    }

    @Angenommen("^Datensatz (\\d) hat seit gestern ein Ticket$")
    public void ticket(String number) {
        ObjectNode event = JSON.objectNode()
                .put("id", scene.own("ticket"))
                .put("type", "ticket")
                .put("time", Instant.now().minus(Duration.ofDays(1)).toString());
        event.put("subject", "customer/" + id(number));
        event.putObject("data").put("topic", "OUTAGE");
        service.post(Roles.ADMIN, "/v1/events", event).ok();
    }

    @Wenn("^nach Dubletten gesucht wird$")
    public void search() {
        search("/v1/duplicates/searches");
    }

    @Wenn("^die zuletzt Gelieferten verglichen werden$")
    public void searchDelivered() {
        search("/v1/duplicates/searches?delivered=true");
    }

    @Wenn("^die Datenpflege für ([\\w-]+) den Wert von (\\d) wählt$")
    public void choose(String term, String number) {
        service.put(Roles.STEWARD, golden() + "/" + term, JSON.objectNode().put("record", id(number)))
                .ok();
    }

    @Wenn("^die Datenpflege für ([\\w-]+) die Regeln entscheiden lässt$")
    public void chooseNothing(String term) {
        service.put(Roles.STEWARD, golden() + "/" + term, JSON.objectNode().putNull("record"))
                .ok();
    }

    @Dann("^ist bei der Person ([\\w-]+) \"(.+)\" von (\\d), weil \"(.+)\"$")
    public void wins(String term, String value, String number, String why) {
        Reply person = service.get(Roles.STEWARD, golden()).ok();
        assertThat(Json.items(person.at("/fields"))).as("%s", person).anySatisfy(field -> {
            assertThat(Json.text(field, "term")).isEqualTo(term);
            assertThat(Json.text(field, "value")).isEqualTo(value);
            assertThat(Json.text(field, "record")).isEqualTo(id(number));
            assertThat(Json.text(field, "text")).contains(why);
        });
    }

    @Dann("^die Anschrift von (\\d) gilt als veraltet$")
    public void outdated(String number) {
        Reply person = service.get(Roles.STEWARD, golden()).ok();
        assertThat(Json.items(person.at("/outdated")).stream().map(one -> Json.text(one, "record")))
                .as("%s", person)
                .containsExactly(id(number));
    }

    private String golden() {
        return "/v1/customers/" + id("1") + "/person/golden-record";
    }

    private void search(String path) {
        Reply begun = service.post(Roles.STEWARD, path).ok();
        Reply ended = service.await(Roles.STEWARD, begun.header("location").orElseThrow());
        assertThat(ended.at("/state").asString()).as("the search: %s", ended).isEqualTo("DONE");
    }

    @Wenn("^die Datenpflege (\\d) und (\\d) für (denselben|verschiedene) Kunden hält$")
    public void decide(String one, String other, String what) {
        JsonNode known = pair(one, other).orElseThrow();
        ObjectNode answer = JSON.objectNode().put("answer", what.equals("denselben") ? "SAME" : "DIFFERENT");
        service.post(Roles.STEWARD, "/v1/duplicates/" + known.at("/id").asString() + "/decision", answer)
                .ok();
    }

    @Wenn("^die Datenpflege das zurücknimmt$")
    public void undo() {
        JsonNode known = pair("1", "2").orElseThrow();
        service.post(Roles.STEWARD, "/v1/duplicates/" + known.at("/id").asString() + "/undo")
                .ok();
    }

    @Wenn("^(\\d) von Hand mit (\\d) zusammengeführt wird$")
    public void mergeByHand(String one, String other) {
        scene.remember(service.post(
                Roles.STEWARD,
                "/v1/customers/" + id(one) + "/merge",
                JSON.objectNode().put("into", id(other))));
    }

    @Dann("^sind (\\d) und (\\d) wahrscheinlich ein Kunde$")
    public void likely(String one, String other) {
        pair = pair(one, other);
        assertThat(pair.orElseThrow().at("/likely").asBoolean()).as("%s", pair).isTrue();
        assertThat(pair.orElseThrow().at("/probability").asDouble())
                .as("%s", pair)
                .isGreaterThan(0.9);
    }

    @Dann("^werden (\\d) und (\\d) als ein Kunde vorgeschlagen$")
    public void proposed(String one, String other) {
        pair = pair(one, other);
        assertThat(pair.orElseThrow().at("/likely").asBoolean()).as("%s", pair).isTrue();
    }

    @Dann("^sind (\\d) und (\\d) nicht wahrscheinlich ein Kunde$")
    public void unlikely(String one, String other) {
        Optional<JsonNode> found = pair(one, other);
        assertThat(found.filter(known -> known.at("/likely").asBoolean()
                        || known.at("/probability").asDouble() > 0.5))
                .as("taken for one customer")
                .isEmpty();
    }

    @Dann("^sind (\\d) und (\\d) kein Verdacht$")
    public void noSuspect(String one, String other) {
        assertThat(pair(one, other)).isEmpty();
    }

    @Dann("^die Gründe nennen \"(.+)\"$")
    public void reasons(String text) {
        assertThat(Json.items(pair.orElseThrow().at("/reasons")).stream().map(reason -> Json.text(reason, "text")))
                .contains(text);
    }

    @Dann("^ist (\\d) eine Person mit (\\d)$")
    public void onePerson(String one, String other) {
        assertThat(records(one)).containsExactlyInAnyOrder(id(one), id(other));
    }

    @Dann("^ist (\\d) wieder für sich$")
    public void alone(String one) {
        assertThat(records(one)).containsExactly(id(one));
    }

    @Dann("^die nächste Entscheidung über (\\d) kennt (\\d) Tickets?$")
    public void tickets(String number, int tickets) {
        ObjectNode question = JSON.objectNode().put("customerId", id(number));
        Reply decided = service.post(Roles.AGENT, "/v1/decisions/next-best-action", question)
                .ok();
        Reply kept = service.get(
                        Roles.AGENT,
                        "/v1/decisions/" + decided.at("/decisionId").asString())
                .ok();
        assertThat(kept.at("/read/terms/tickets-90d").asInt()).as("%s", kept).isEqualTo(tickets);
    }

    @Dann("^es ist vermerkt, wer (\\d) zusammengeführt hat$")
    public void audited(String number) {
        JsonNode change = service.get(Roles.STEWARD, "/v1/customers/" + id(number) + "/person/changes")
                .ok()
                .at("/0");
        assertThat(change.at("/kind").asString()).as("%s", change).isEqualTo("MERGED");
        assertThat(change.at("/by").asString()).isEqualTo(Roles.STEWARD);
    }

    @Dann("^sind (\\d) und (\\d) als verschieden vermerkt$")
    public void different(String one, String other) {
        assertThat(pair(one, other).orElseThrow().at("/state").asString()).isEqualTo("DIFFERENT");
    }

    /** Others search the same customers. */
    @After
    public void takeAway() {
        delivered.forEach(id -> service.delete(Roles.ADMIN, "/v1/customers/" + id));
    }

    private Optional<JsonNode> pair(String one, String other) {
        List<String> both = List.of(id(one), id(other));
        for (String state : List.of("OPEN", "MERGED", "DIFFERENT", "UNSURE")) {
            String cursor = "";
            while (cursor != null) {
                Reply page = service.get(Roles.STEWARD, "/v1/duplicates?limit=500&state=" + state + "&cursor=" + cursor)
                        .ok();
                for (JsonNode known : Json.items(page.at("/items"))) {
                    if (both.contains(Json.text(known, "one")) && both.contains(Json.text(known, "other"))) {
                        return Optional.of(known);
                    }
                }
                cursor = page.at("/next").asString(null);
            }
        }
        return Optional.empty();
    }

    private List<String> records(String number) {
        return service.get(Roles.STEWARD, "/v1/customers/" + id(number) + "/person")
                .ok()
                .at("/records")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private String id(String number) {
        return scene.own("record" + number);
    }

    /** A family name nobody else has, of letters. */
    private String name() {
        StringBuilder name = new StringBuilder("Q");
        String own = scene.own("").substring(1);
        for (int i = 0; i < LETTERS; i++) {
            int digit = Character.digit(own.charAt(i), 16);
            name.append("bdfgklmnprstvwzh".charAt(digit)).append("aeiou".charAt(digit % 5));
        }
        return name.toString();
    }

    private String number() {
        return Long.toString(1_000 + Math.floorMod(Long.parseLong(scene.own("").substring(1), 16), 8_999L));
    }
}
