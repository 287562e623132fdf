package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A draft that waits while others come into force first: held, brought together. */
public class HeldDraftSteps {
    private static final String DRAFTS = "/v1/rules/drafts";

    private final Service service;
    private final Scene scene;
    private final RuleFiles files;
    private final DraftSteps drafts;
    private final JsonMapper json = new JsonMapper();
    private String conflict = "";
    private String file = "";

    public HeldDraftSteps(Service service, Scene scene, RuleFiles files, DraftSteps drafts) {
        this.service = service;
        this.scene = scene;
        this.files = files;
        this.drafts = drafts;
    }

    @When("^the draft is submitted by marketing, approved and planned for tomorrow by somebody else$")
    public void plan() {
        approve(drafts.path());
        ObjectNode tomorrow = json.createObjectNode()
                .put("at", Instant.now().plus(Duration.ofDays(1)).toString());
        service.post(Roles.RELEASE, drafts.path() + "/activation", tomorrow).ok();
    }

    @When("other rules with {string} as {string} of {string} in {string} come into force today")
    public void comeBefore(String value, String column, String row, String changed) {
        file = changed;
        String other = DRAFTS + "/"
                + service.upload(Roles.MARKETING, DRAFTS, Map.of(file, files.with(file, row, column, value)))
                        .ok()
                        .at("/draftId")
                        .asString();
        approve(other);
        service.post(Roles.RELEASE, other + "/activation").ok();
        scene.rulesChanged();
    }

    @Then("^the planned draft is held$")
    public void isHeld() {
        assertThat(service.get(Roles.MARKETING, drafts.path()).at("/state").asString())
                .isEqualTo("APPROVED");
        Reply refused = service.post(Roles.RELEASE, drafts.path() + "/activation");
        assertThat(refused.status()).as("the activation: %s", refused).isEqualTo(409);
    }

    @Then("bringing it together asks about {string} of {string}: it was {string}, is {string} and would be {string}")
    public void asks(String heading, String row, String was, String is, String mine) {
        JsonNode conflicts =
                service.get(Roles.MARKETING, drafts.path() + "/merge").ok().at("/conflicts");
        assertThat(Json.items(conflicts)).singleElement().satisfies(one -> {
            assertThat(Json.text(one, "heading")).isEqualTo(heading);
            assertThat(Json.text(one, "name")).isEqualTo(row);
            assertThat(Json.text(one, "base")).isEqualTo(was);
            assertThat(Json.text(one, "theirs")).isEqualTo(is);
            assertThat(Json.text(one, "mine")).isEqualTo(mine);
        });
        conflict = conflicts.at("/0/id").asString();
    }

    @When("^marketing takes its own value$")
    public void takeMine() {
        ObjectNode take = json.createObjectNode();
        take.putObject("take").put(conflict, "MINE");
        String etag = service.get(Roles.MARKETING, drafts.path()).header("etag").orElseThrow();
        service.post(Roles.MARKETING, drafts.path() + "/merge", take, Map.of("If-Match", etag))
                .ok();
    }

    @Then("the draft waits to be submitted and says {string} there")
    public void waits(String value) {
        assertThat(service.get(Roles.MARKETING, drafts.path()).at("/state").asString())
                .isEqualTo("EDITING");
        JsonNode changes = service.get(Roles.MARKETING, drafts.path() + "/differences")
                .ok()
                .at("/changes");
        assertThat(Json.items(changes))
                .singleElement()
                .satisfies(change -> assertThat(Json.text(change, "after")).isEqualTo(value));
    }

    private void approve(String draft) {
        service.post(Roles.MARKETING, draft + "/submission").ok();
        service.post(Roles.RELEASE, draft + "/approval").ok();
    }
}
