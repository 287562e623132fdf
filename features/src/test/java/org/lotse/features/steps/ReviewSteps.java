package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reviews of decisions by human beings. */
public class ReviewSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;
    private String review = "";

    public ReviewSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @When("^the customer asks for a review because \"(.*)\"$")
    public void ask(String wish) {
        Reply asked = service.post(
                        Roles.AGENT,
                        "/v1/decisions/" + scene.decisionId() + "/review",
                        JSON.objectNode().put("wish", wish))
                .ok();
        review = asked.header("location").orElseThrow();
    }

    @Then("^the review waits for a human being$")
    public void waits() {
        String id = review.substring(review.lastIndexOf('/') + 1);

        assertThat(service.get(Roles.ADMIN, "/v1/reviews?state=OPEN&limit=1000")
                        .ok()
                        .text())
                .contains(id);
    }

    @When("^the reviewer corrects it to \"(.+)\" because \"(.+)\"$")
    public void correct(String action, String reason) {
        ObjectNode verdict = verdict("CORRECTED", reason)
                .put("action", action.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        scene.remember(service.post(Roles.ADMIN, review + "/decision", verdict));
    }

    @When("^the reviewer confirms it because \"(.+)\"$")
    public void confirm(String reason) {
        scene.remember(service.post(Roles.ADMIN, review + "/decision", verdict("CONFIRMED", reason)));
    }

    @When("^an agent decides the review$")
    public void agentDecides() {
        scene.remember(service.post(Roles.AGENT, review + "/decision", verdict("CONFIRMED", "no")));
    }

    @Then("^the person is told \"(.+)\" and \"(.+)\"$")
    public void told(String one, String other) {
        assertThat(service.get(Roles.ADMIN, review).ok().at("/answer").asString(""))
                .contains(one, other);
    }

    @Then("^the correction is an outcome of the decision$")
    public void isOutcome() {
        Reply data = service.get(Roles.ADMIN, "/v1/customers/" + scene.subjectId() + "/personal-data")
                .ok();

        assertThat(service.get(Roles.ADMIN, review).ok().at("/learned").asBoolean())
                .isTrue();
        assertThat(Json.items(data.at("/decisions/0/outcomes")).stream().map(outcome -> Json.text(outcome, "outcome")))
                .contains("OVERRULED", "PREFERRED");
    }

    private static ObjectNode verdict(String verdict, String reason) {
        return JSON.objectNode().put("verdict", verdict).put("reason", reason);
    }
}
