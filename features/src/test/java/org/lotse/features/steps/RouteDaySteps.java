package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Und;
import io.cucumber.java.de.Wenn;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan of routes while it is driven: times to offer, promises, and what comes between. */
public class RouteDaySteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DAY = "2026-11-23T";

    private final Service service;
    private final Scene scene;
    private @Nullable String plan;
    private @Nullable JsonNode asked;
    private @Nullable JsonNode slot;

    public RouteDaySteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Wenn("^für einen Besuch in Plön mit (\\d+) Minuten freie Zeiten gesucht werden$")
    public void asksForSlots(int minutes) {
        ObjectNode wish = JSON.objectNode().put("serviceMinutes", minutes);
        wish.putObject("place").put("id", "Plön").put("lat", 54.16).put("lon", 10.42);
        asked = wish;
        scene.remember(service.post(Roles.AGENT, plan() + "/slots", wish)).ok();
    }

    @Dann("^werden höchstens (\\d+) Zeiten angeboten, die günstigste zuerst$")
    public void offersSlots(int most) {
        List<JsonNode> slots = Json.items(scene.last().at(""));
        List<Double> prices =
                slots.stream().map(one -> one.path("extraCost").asDouble()).toList();

        assertThat(slots).isNotEmpty().hasSizeLessThanOrEqualTo(most);
        assertThat(prices).isSorted();
    }

    @Wenn("^die erste angebotene Zeit zugesagt wird$")
    public void agrees() {
        JsonNode first = Json.items(scene.last().at("")).getFirst();
        slot = first;
        scene.remember(agree(asked(), Json.text(first, "rep"), Json.text(first, "from")))
                .ok();
    }

    @Dann("^beginnt \"(.+)\" zur zugesagten Zeit beim zugesagten Außendienst$")
    public void promiseKept(String visit) {
        JsonNode route = routes().filter(one ->
                        stops(one).anyMatch(stop -> Json.text(stop, "visit").equals(visit)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(visit + " should be planned in " + scene.last()));
        JsonNode stop = stops(route)
                .filter(one -> Json.text(one, "visit").equals(visit))
                .findFirst()
                .orElseThrow();

        assertThat(Json.text(route, "rep")).isEqualTo(Json.text(slot(), "rep"));
        assertThat(Json.text(stop, "start")).isEqualTo(Json.text(slot(), "from"));
    }

    @Und("^der andere Außendienst ab (\\d\\d:\\d\\d) krank ist$")
    public void otherIsSick(String from) {
        String other = Json.text(slot(), "rep").equals("Anna") ? "Ben" : "Anna";
        change(JSON.objectNode().put("kind", "SICK").put("rep", other).put("from", DAY + from));
        scene.last().ok();
    }

    @Und("^derselben Person zur selben Zeit ein Besuch in Kiel zugesagt wird$")
    public void agreesTwice() {
        ObjectNode wish = JSON.objectNode().put("serviceMinutes", 30);
        wish.putObject("place").put("id", "Kiel-Süd").put("lat", 54.29).put("lon", 10.11);
        scene.remember(agree(wish, Json.text(slot(), "rep"), Json.text(slot(), "from")));
    }

    @Dann("^die Änderung nennt ihren Preis und was sich verschoben hat$")
    public void namesPrice() {
        assertThat(scene.last().at("/effect/extraCost").isNumber()).isTrue();
        assertThat(Json.items(scene.last().at("/effect/moved")))
                .as("what has moved in %s", scene.last())
                .isNotEmpty();
        assertThat(Json.items(scene.last().at("/effect/broken"))).isEmpty();
    }

    @Wenn("^der Besuch \"(.+)\" nicht stattfinden kann$")
    public void noShow(String visit) {
        change(JSON.objectNode().put("kind", "NO_SHOW").put("visit", visit));
        scene.last().ok();
    }

    @Dann("^steht \"(.+)\" in keiner Tour$")
    public void isGone(String visit) {
        assertThat(routes().flatMap(RouteDaySteps::stops).map(stop -> Json.text(stop, "visit")))
                .doesNotContain(visit);
    }

    private void change(ObjectNode change) {
        scene.remember(service.post(Roles.ADMIN, plan() + "/changes", change));
    }

    private Reply agree(JsonNode whom, String rep, String from) {
        ObjectNode appointment = ((ObjectNode) whom).deepCopy();
        appointment.put("rep", rep).put("from", from);
        return service.post(Roles.AGENT, plan() + "/appointments", appointment);
    }

    private String plan() {
        String known = plan == null ? "/v1/plans/" + Json.text(scene.last().at(""), "planId") : plan;
        plan = known;
        return known;
    }

    private Stream<JsonNode> routes() {
        return Json.items(scene.last().at("/plan/routes")).stream();
    }

    private static Stream<JsonNode> stops(JsonNode route) {
        return Json.items(route.path("stops")).stream();
    }

    private JsonNode asked() {
        return asked == null ? JSON.objectNode() : asked;
    }

    private JsonNode slot() {
        return slot == null ? JSON.objectNode() : slot;
    }
}
