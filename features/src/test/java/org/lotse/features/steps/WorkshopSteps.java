package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the service says about a draft before anybody approves it: examples, promises. */
public class WorkshopSteps {
    private final Service service;
    private final DraftSteps drafts;
    private JsonNode tested = MissingNode.getInstance();
    private @Nullable Reply last;

    public WorkshopSteps(Service service, DraftSteps drafts) {
        this.service = service;
        this.drafts = drafts;
    }

    @When("^the draft is tested$")
    public void test() {
        String job = service.post(Roles.MARKETING, drafts.path() + "/tests")
                .ok()
                .header("location")
                .orElseThrow();
        Reply reply = service.await(Roles.MARKETING, job);
        assertThat(reply.at("/state").asString()).as("the test: %s", reply).isEqualTo("DONE");
        tested = reply.at("/result");
    }

    @Then("^the example \"(.+)\" fails$")
    public void exampleFails(String name) {
        assertThat(Json.items(tested.path("results"))).as("the examples").anySatisfy(result -> {
            assertThat(Json.text(result, "name")).isEqualTo(name);
            assertThat(result.path("passed").asBoolean(true)).isFalse();
        });
    }

    @Then("^examples fail for nothing else than \"(.+)\"$")
    public void failForNothingElse(String term) {
        assertThat(tested.path("failed").asInt())
                .as("failed examples: %s", tested.path("findings"))
                .isBetween(1, tested.path("tests").asInt() / 20);
        assertThat(Json.items(tested.path("findings")))
                .filteredOn(finding -> Json.text(finding, "code").equals("TEST_FAILED"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(Json.text(finding, "message")).startsWith("\"" + term + "\""));
    }

    @Then("^all examples pass$")
    public void allPass() {
        assertThat(tested.path("passed").asBoolean())
                .as("the examples: %s", tested.path("findings"))
                .isTrue();
        assertThat(tested.path("tests").asInt())
                .as("how many examples there are")
                .isGreaterThan(50);
    }

    @Then("^every row of \"(.+)\" fires in some example$")
    public void everyRowFires(String file) {
        assertThat(Json.items(tested.path("coverage")))
                .filteredOn(table -> Json.text(table, "file").equals(file))
                .isNotEmpty()
                .allSatisfy(table ->
                        assertThat(Json.items(table.path("neverFired"))).isEmpty());
    }

    @Then("^no example makes the row \"(.+)\" fire$")
    public void neverFires(String row) {
        List<JsonNode> never = Json.items(tested.path("coverage")).stream()
                .flatMap(table -> Json.items(table.path("neverFired")).stream())
                .toList();

        assertThat(never.stream().map(each -> Json.text(each, "name"))).contains(row);
    }

    @Then("^more than a third of the small changes are noticed$")
    public void aThirdNoticed() {
        assertThat(tested.at("/changes/tried").asInt())
                .as("small changes tried")
                .isPositive();
        assertThat(tested.at("/changes/score").asDouble()).isGreaterThan(1 / 3.0);
    }

    @Then("^each change that is not noticed is named with its cell$")
    public void unnoticedAreNamed() {
        assertThat(Json.items(tested.at("/changes/unnoticed"))).isNotEmpty().allSatisfy(change -> {
            assertThat(Json.text(change, "file")).isNotBlank();
            assertThat(Json.text(change, "change")).isNotBlank();
        });
    }

    @Then("^it says \"(.+)\"$")
    public void says(String words) {
        String wanted = words.replace("\\\"", "\"");
        assertThat(Json.items(tested.path("findings")).stream().map(finding -> Json.text(finding, "message")))
                .anyMatch(message -> message.contains(wanted));
    }

    @Then("^the draft cannot be submitted because it breaks a promise$")
    public void promiseBlocks() {
        Reply refused = service.post(Roles.MARKETING, drafts.path() + "/submission");
        last = refused;

        assertThat(refused.status()).as("the submission: %s", refused).isEqualTo(409);
        assertThat(refused.at("/type").asString())
                .as("the submission: %s", refused)
                .endsWith("promise-broken");
    }

    @Then("^the counter-example names \"(.+)\"$")
    public void counterExample(String words) {
        Reply refused = Objects.requireNonNull(last, "Nothing was refused before.");
        assertThat(Json.items(refused.at("/errors")).stream().map(error -> Json.text(error, "message")))
                .as("the counter-examples")
                .anyMatch(message -> message.contains(words));
    }

    @Then("^the draft can be submitted$")
    public void canBeSubmitted() {
        service.post(Roles.MARKETING, drafts.path() + "/submission").ok();
    }
}
