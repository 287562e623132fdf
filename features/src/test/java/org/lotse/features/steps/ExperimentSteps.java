package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A/B tests of campaigns only this scenario knows. */
public class ExperimentSteps {
    private static final Duration DRAWN = Duration.ofDays(60);
    private static final Duration BOUGHT = Duration.ofDays(55);

    private final Service service;
    private final Scene scene;
    private final Crowd crowd;
    private List<String> drawn = List.of();
    private @Nullable Reply standing;

    public ExperimentSteps(Service service, Scene scene, Crowd crowd) {
        this.service = service;
        this.scene = scene;
        this.crowd = crowd;
    }

    @Given("^(\\d+) customers drawn for a campaign of our own, half of them a control group$")
    public void drawn(int count) {
        drawn = crowd.store("message", "drawn", count, (number, attributes) -> {});
        crowd.happened(
                "message",
                drawn,
                "campaign",
                Instant.now().minus(DRAWN),
                (number, data) ->
                        data.put("campaign", campaign()).put("group", number < count / 2 ? "TREATED" : "CONTROL"));
    }

    @Given("^of 120 treated (\\d+) bought something, of 120 in the control group (\\d+)$")
    public void bought(int treated, int control) {
        Instant then = Instant.now().minus(BOUGHT);
        crowd.happened("message", drawn.subList(0, treated), "BOUGHT", then, (number, data) -> {});
        crowd.happened("message", drawn.subList(120, 120 + control), "BOUGHT", then, (number, data) -> {});
        crowd.happened("message", drawn.subList(0, 110), "email-open", then, (number, data) -> {});
        crowd.happened("message", drawn.subList(120, 135), "email-open", then, (number, data) -> {});
    }

    @When("^the analyst keeps a test of this campaign, decided by what was bought$")
    public void keeps() {
        standing = keep("BOUGHT").ok();
    }

    @When("^the analyst keeps a test decided by \"(.+)\"$")
    public void keepsOther(String outcome) {
        keep(outcome);
    }

    @When("^the analyst removes the test$")
    public void removes() {
        service.delete(Roles.ANALYST, path()).ok();
    }

    @When("^the analyst asks for the test$")
    public void asks() {
        scene.remember(service.get(Roles.ANALYST, path()));
    }

    @Then("^the test says to stop because more is bought, with an interval above zero$")
    public void stops() {
        JsonNode treated = treated(standing().at("/decides/0"));
        assertThat(Json.text(treated, "advice")).as("%s", standing()).isEqualTo("STOP_MORE");
        assertThat(treated.at("/difference/low").asDouble()).isPositive();
        assertThat(Json.text(treated, "text")).contains("You may stop");
        assertThat(service.get(Roles.ANALYST, path()).ok().at("/decides/0/arms"))
                .as("the same at the next look")
                .isEqualTo(standing().at("/decides/0/arms"));
    }

    @Then("^the test says to go on, with an interval around zero$")
    public void goesOn() {
        JsonNode treated = treated(standing().at("/decides/0"));
        assertThat(Json.text(treated, "advice")).as("%s", standing()).isEqualTo("GO_ON");
        assertThat(treated.at("/difference/low").asDouble()).isNegative();
        assertThat(treated.at("/difference/high").asDouble()).isPositive();
        assertThat(Json.text(treated, "text")).contains("Nothing is decided yet");
    }

    @Then("^what was noticed is shown beside and decides nothing$")
    public void beside() {
        JsonNode treated = treated(standing().at("/beside/0"));
        assertThat(treated.path("with").asInt()).as("%s", standing()).isEqualTo(110);
        assertThat(treated.at("/difference/low").asDouble()).isPositive();
        assertThat(Json.text(treated, "advice")).isEmpty();
        assertThat(Json.text(treated, "text")).doesNotContain("stop");
    }

    /** Others look at the page of all tests. */
    @After
    public void takeAway() {
        if (standing != null) {
            service.delete(Roles.ANALYST, path());
        }
    }

    private Reply keep(String outcome) {
        ObjectNode test = JsonNodeFactory.instance
                .objectNode()
                .put("title", campaign())
                .put("event", "campaign")
                .put("outcome", outcome)
                .put("matters", 0.1);
        test.putObject("where").put("campaign", campaign());
        test.putArray("also").add("email-open");
        return scene.remember(service.put(Roles.ANALYST, path(), test));
    }

    private static JsonNode treated(JsonNode view) {
        return Json.items(view.path("arms")).stream()
                .filter(arm -> Json.text(arm, "value").equals("TREATED"))
                .findFirst()
                .orElseThrow();
    }

    private String campaign() {
        return scene.own("campaign");
    }

    private String path() {
        return "/v1/experiments/" + scene.own("test");
    }

    private Reply standing() {
        return Objects.requireNonNull(standing, "The scenario has not asked for an experiment yet.");
    }
}
