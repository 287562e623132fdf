package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Why something was not offered, what would have had it offered, and what predictions are made of. */
public class WhyNotSteps {
    private static final Set<String> CHANGEABLE = Set.of("ATTRIBUTE", "EVENTS", "PREDICTION", "PERCENTILE");

    private final Service service;
    private final Scene scene;

    public WhyNotSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Then("^what is not offered has a stage, an obstacle in words and a way out or says that none is known$")
    public void isExplained() {
        List<JsonNode> losers = Json.items(explanation("").at("/notChosen"));

        assertThat(losers).isNotEmpty().allSatisfy(loser -> {
            assertThat(Json.text(loser, "stage")).isNotEmpty();
            assertThat(Json.text(loser, "text")).isNotEmpty();
            assertThat(Json.text(loser, "flips")).isIn("ONE", "ALL", "NONE");
            assertThat(loser.at("/flip").isEmpty())
                    .isEqualTo(Json.text(loser, "flips").equals("NONE"));
        });
    }

    @Then("^every single change of a term that is stated leads to the offer$")
    public void flipsFlip() {
        int tried = 0;
        for (JsonNode loser : Json.items(explanation("").at("/notChosen"))) {
            JsonNode flip = loser.at("/flip/0");
            if (Json.text(loser, "flips").equals("ONE") && isTerm(flip)) {
                tried++;
                ObjectNode request = (ObjectNode) scene.lastBody().deepCopy();
                request.withObject("/attributes").set(Json.text(flip, "term"), flip.get("to"));
                JsonNode answer = service.post(Roles.MARKETING, "/v1/decisions/next-best-action", request)
                        .ok()
                        .json();
                assertThat(Json.items(answer.at("/actions")).stream().map(one -> Json.text(one, "action")))
                        .as("the actions after %s of %s", flip, loser)
                        .contains(Json.text(loser, "action"));
            }
        }
        assertThat(tried).as("changes tried").isPositive();
    }

    private static boolean isTerm(JsonNode flip) {
        return CHANGEABLE.contains(Json.text(flip, "source"))
                && !flip.path("to").isNull();
    }

    @Then("^the way out for \"(.+)\" begins with \"(.+)\"$")
    public void wayOut(String title, String words) {
        assertThat(Json.text(whyNot(title).at("/flip/0"), "text")).startsWith(words);
    }

    @Then("^the obstacle of \"(.+)\" is \"(.+)\"$")
    public void obstacle(String title, String words) {
        assertThat(Json.text(whyNot(title), "text")).startsWith(words);
    }

    @Then("^asking why not \"(.+)\" is refused, naming \"(.+)\" and \"(.+)\"$")
    public void unknown(String action, String named, String instead) {
        Reply reply = service.get(Roles.AGENT, "/v1/decisions/" + scene.decisionId() + "/explanation?action=" + action);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors/0/message").asString("")).contains(named, instead);
    }

    @Then("^what each prediction is made of adds up to it$")
    public void addsUp() {
        List<JsonNode> scores = Json.items(explanation("").at("/scores"));

        assertThat(scores).isNotEmpty();
        assertThat(scores)
                .filteredOn(score -> score.path("contributions").isArray())
                .isNotEmpty()
                .allSatisfy(score -> {
                    double sum = score.get("base").asDouble();
                    for (JsonNode part : score.get("contributions")) {
                        sum += part.get("share").asDouble();
                    }
                    assertThat(sum).isCloseTo(score.get("value").asDouble(), within(1e-9));
                });
    }

    @Then("^the prediction \"(.+)\" says \"(.+)\"$")
    public void says(String title, String words) {
        assertThat(Json.items(explanation("").at("/scores")))
                .filteredOn(score -> Json.text(score, "title").equals(title))
                .singleElement()
                .satisfies(score -> assertThat(Json.text(score, "text")).contains(words));
    }

    private JsonNode whyNot(String title) {
        JsonNode record = service.get(Roles.AGENT, "/v1/decisions/" + scene.decisionId())
                .ok()
                .json();
        String key = Json.items(record.at("/notChosen")).stream()
                .filter(one -> Json.text(one, "title").equals(title))
                .map(one -> Json.text(one, "action"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " should not be offered: " + record));
        return explanation("?action=" + key).at("/notChosen/0");
    }

    private Reply explanation(String query) {
        return service.get(Roles.AGENT, "/v1/decisions/" + scene.decisionId() + "/explanation" + query)
                .ok();
    }
}
