package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Dann;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Several places in one request, and persons who are held out. */
public class PlacementSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;

    public PlacementSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @When("^the places \"(\\w+)\" and \"(\\w+)\" over (\\w+) are filled$")
    public void fill(String one, String other, String channel) {
        fill("INBOUND", channel, Optional.empty(), one, other);
    }

    @When("^the places \"(\\w+)\", \"(\\w+)\" and \"(\\w+)\" of a mailing over (.+) are filled$")
    public void fillMailing(String one, String other, String third, String channel) {
        fill("OUTBOUND", channel, Optional.empty(), one, other, third);
    }

    @When("^the place \"(\\w+)\" for the group \"(.+)\" over (\\w+) is filled$")
    public void fillForGroup(String name, String group, String channel) {
        fill("INBOUND", channel, Optional.of(group), name);
    }

    private void fill(String direction, String channel, Optional<String> group, String... names) {
        ObjectNode request =
                JSON.objectNode().put("customerId", scene.subjectId()).put("direction", direction);
        ArrayNode places = request.putArray("placements");
        for (String name : names) {
            ObjectNode place = places.addObject().put("name", name).put("channel", channel);
            group.ifPresent(only -> place.putArray("groups").add(only));
        }
        scene.decided(request, service.post(Roles.AGENT, "/v1/decisions/next-best-action", request))
                .ok();
    }

    @Then("^the places \"(\\w+)\" and \"(\\w+)\" show different offers$")
    public void differ(String one, String other) {
        assertThat(shown(one)).as("%s of %s", one, scene.decision()).hasSize(1);
        assertThat(shown(other)).as("%s of %s", other, scene.decision()).hasSize(1);
        assertThat(shown(one)).isNotEqualTo(shown(other));
    }

    @Then("^doing nothing is worth 0 and stands behind them$")
    public void nothingStandsBehind() {
        JsonNode nothing = scene.decision().at("/doNothing");

        assertThat(nothing.path("priority").asDouble(-1)).isZero();
        assertThat(nothing.path("rank").asInt())
                .isGreaterThan(scene.decision().at("/actions").size());
    }

    @Then("^the place \"(\\w+)\" shows nothing of the group \"(.+)\"$")
    public void showsNothingOf(String name, String group) {
        List<String> ofGroup = Json.items(explanation().at("/notChosen")).stream()
                .filter(loser -> Json.text(loser, "value").equals(group))
                .map(loser -> Json.text(loser, "action"))
                .toList();

        assertThat(ofGroup).isNotEmpty();
        assertThat(shown(name)).doesNotContainAnyElementsOf(ofGroup);
    }

    @Then("^the places \"(\\w+)\" and \"(\\w+)\" have reserved a contact$")
    public void haveReserved(String one, String other) {
        assertThat(place(one).path("contactId").asString("")).isNotEmpty();
        assertThat(place(other).path("contactId").asString("")).isNotEmpty();
    }

    @Then("^the place \"(\\w+)\" stays empty$")
    public void staysEmpty(String name) {
        assertThat(shown(name)).as("%s of %s", name, scene.decision()).isEmpty();
        assertThat(place(name).has("contactId")).isFalse();
    }

    @Dann("^die Erklärung sagt, dass die Person zur Kontrollgruppe gehört$")
    public void saysControlGroup() {
        assertThat(explanation().at("/control/code").asString(""))
                .as("%s", scene.decision())
                .isEqualTo("CONTROL_GROUP");
        assertThat(explanation().at("/control/text").asString("")).contains("Kontrollgruppe");
    }

    @Dann("^die Erklärung nennt, was sonst zuerst angeboten worden wäre$")
    public void namesWithheld() {
        assertThat(explanation().at("/control/withheld/action").asString(""))
                .as("%s", explanation())
                .isNotEmpty();
        assertThat(explanation().at("/control/withheld/priority").asDouble()).isPositive();
    }

    private Reply explanation() {
        return service.get(Roles.ANALYST, "/v1/decisions/" + scene.decisionId() + "/explanation")
                .ok();
    }

    private List<String> shown(String name) {
        return Json.items(place(name).path("actions")).stream()
                .map(action -> Json.text(action, "action"))
                .toList();
    }

    private JsonNode place(String name) {
        return Json.items(scene.decision().at("/placements")).stream()
                .filter(place -> Json.text(place, "name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no place " + name + " in " + scene.decision()));
    }
}
