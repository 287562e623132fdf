package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Dann;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What is offered in which order, what is not, why, and what would change that. */
public class ActionSteps {
    /** The stages of the pipeline in the words of the features. */
    private static final Map<String, String> STAGES = Map.of(
            "its eligibility", "ELIGIBILITY",
            "der Eignung", "ELIGIBILITY",
            "its applicability", "APPLICABILITY",
            "its suitability", "SUITABILITY",
            "der Einwilligung", "CONSENT",
            "its consent", "CONSENT",
            "the missing legal basis", "LEGAL_BASIS",
            "the contact limits", "CONTACT_POLICY",
            "the places", "CHANNEL");

    private final Service service;
    private final Scene scene;
    private final RuleFiles rules;
    private String obstacle = "";
    private String wayOut = "";

    public ActionSteps(Service service, Scene scene, RuleFiles rules) {
        this.service = service;
        this.scene = scene;
        this.rules = rules;
    }

    @Then("^the first recommendation is one of \"(.+)\"$")
    public void firstIsOneOf(String titles) {
        assertThat(List.of(titles.split(", ")))
                .as("the first of %s", scene.decision())
                .contains(Json.text(first(), "title"));
    }

    @Then("^the recommendation gives a reason for its place in the list$")
    public void saysWhy() {
        assertThat(first().path("priority").asDouble()).as("its priority").isPositive();
        assertThat(Json.items(first().path("reasons")).stream().map(reason -> Json.text(reason, "code")))
                .as("the reasons of %s", first())
                .contains("WORTH");
    }

    @Then("^the tone of the recommendation is \"(.+)\"$")
    public void toneIs(String tone) {
        assertThat(first().at("/say/tone").asString(""))
                .as("the tone of %s", first())
                .isEqualTo(tone);
    }

    @Then("^the agent can say \"(.+)\"$")
    public void agentCanSay(String words) {
        assertThat(first().at("/say/text").asString(""))
                .as("what to say in %s", first())
                .contains(words);
    }

    @Dann("^wird \"(.+)\" angeboten$")
    public void isOffered(String action) {
        assertThat(offered(action))
                .as("%s should be offered: %s", action, scene.decision())
                .isPresent();
    }

    @Dann("^wird keine Werbung angeboten$")
    public void noMarketing() {
        List<String> marketing = rules.marketingActions();

        assertThat(marketing).as("actions for marketing").hasSizeGreaterThan(5);
        assertThat(Json.items(scene.decision().at("/actions")).stream().map(action -> Json.text(action, "action")))
                .as("what is offered in %s", scene.decision())
                .doesNotContainAnyElementsOf(marketing);
    }

    @Then("^nothing is offered, with a reason$")
    public void nothing() {
        assertThat(Json.items(scene.decision().at("/actions")))
                .as("actions of %s", scene.decision())
                .isEmpty();
        assertThat(scene.decision().at("/nothing/reasons/0/text").asString(""))
                .as("the reason of %s", scene.decision())
                .isNotBlank();
    }

    @Then("^\"([^\"]+)\" is not offered because of (.+)$")
    @Dann("^wird \"([^\"]+)\" wegen (.+) nicht (?:angeboten|zugeordnet)$")
    public void isNotOfferedBecause(String action, String stage) {
        JsonNode loser = notChosen(action)
                .orElseThrow(() -> new AssertionError(action + " should not be offered: " + scene.decision()));

        assertThat(Json.text(loser, "stage")).as("where it fell: %s", loser).isEqualTo(stage(stage));
        assertThat(Json.text(loser, "text")).as("why in words: %s", loser).isNotBlank();
        obstacle = Json.text(loser, "text");
        wayOut = loser.at("/flip/0/text").asString("");
    }

    @Then("^\"([^\"]+)\" is not excluded by (.+)$")
    public void isNotExcludedBy(String action, String stage) {
        String fell = notChosen(action).map(loser -> Json.text(loser, "stage")).orElse("");

        assertThat(fell).as("where %s fell in %s", action, scene.decision()).isNotEqualTo(stage(stage));
    }

    private static String stage(String words) {
        return Objects.requireNonNull(STAGES.get(words), () -> "No stage is called " + words);
    }

    @Then("^it stands in the way that \"(.+)\"$")
    public void standsInTheWay(String words) {
        assertThat(obstacle).contains(words);
    }

    @Then("^the way out is \"(.+)\"$")
    public void wayOutIs(String words) {
        assertThat(wayOut).contains(words);
    }

    @Dann("^steht \"(.+)\" vor \"(.+)\"$")
    public void standsBefore(String one, String other) {
        List<String> order = Json.items(scene.decision().at("/actions")).stream()
                .map(action -> action.at("/candidate/id").asString(""))
                .toList();

        assertThat(order).as("the order of %s", scene.decision()).containsSubsequence(scene.own(one), scene.own(other));
    }

    private JsonNode first() {
        JsonNode first = scene.decision().at("/actions/0");
        assertThat(first.isObject())
                .as("something is recommended in %s", scene.decision())
                .isTrue();
        return first;
    }

    private Optional<JsonNode> offered(String action) {
        return Json.items(scene.decision().at("/actions")).stream()
                .filter(one -> isNamed(one, action))
                .findFirst();
    }

    /** From the record of the decision, and the explanation of this one action. */
    private Optional<JsonNode> notChosen(String action) {
        String decision = "/v1/decisions/" + scene.decisionId();
        return Json.items(service.get(Roles.AGENT, decision).ok().at("/notChosen")).stream()
                .filter(one -> isNamed(one, action))
                .findFirst()
                .map(one -> service.get(Roles.AGENT, decision + "/explanation?action=" + Json.text(one, "action"))
                        .ok()
                        .at("/notChosen/0"));
    }

    private boolean isNamed(JsonNode action, String name) {
        String key = Json.text(action, "action");
        return Json.text(action, "title").equals(name) || key.equals(name) || key.endsWith("/" + scene.own(name));
    }
}
