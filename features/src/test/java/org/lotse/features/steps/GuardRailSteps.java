package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What models may not do, and whether the world is still what they learned. */
public class GuardRailSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration WEEK = Duration.ofDays(7);

    private final Service service;
    private final Scene scene;
    private final Crowd crowd;
    private final JobSteps jobs;
    private final List<String> asked = new ArrayList<>();
    private String change = "";
    private @Nullable Reply report;

    public GuardRailSteps(Service service, Scene scene, Crowd crowd, JobSteps jobs) {
        this.service = service;
        this.scene = scene;
        this.crowd = crowd;
        this.jobs = jobs;
    }

    @Then("^the report leaves out as sensitive \"(.+)\", \"(.+)\" and \"(.+)\"$")
    public void leavesOut(String one, String two, String three) {
        assertThat(Json.items(trained().at("/report/leftOut")).stream()
                        .filter(left -> Json.text(left, "why").equals("SENSITIVE"))
                        .map(left -> Json.text(left, "name")))
                .as("left out of %s", trained())
                .contains(one, two, three);
    }

    @Then("^the report names no signal \"(.+)\", \"(.+)\" or \"(.+)\"$")
    public void noSignal(String one, String two, String three) {
        assertThat(Json.items(trained().at("/report/signals")).stream().map(signal -> Json.text(signal, "name")))
                .isNotEmpty()
                .doesNotContain(one, two, three);
    }

    @When("^the analyst asks how \"(.+)\" treats groups of people$")
    public void asksGroups(String model) {
        report = service.get(Roles.ANALYST, "/v1/models/" + model + "/groups").ok();
    }

    @Then("^every group shown has at least 8 people$")
    public void largeGroups() {
        assertThat(Json.items(report().at("/attributes")))
                .allSatisfy(attribute -> assertThat(Json.items(attribute.path("groups")))
                        .allSatisfy(group ->
                                assertThat(group.path("people").asInt()).isGreaterThanOrEqualTo(8)));
    }

    @Then("^for every group it says how it is scored, with an interval for what it is offered$")
    public void scored() {
        for (JsonNode attribute : Json.items(report().at("/attributes"))) {
            for (JsonNode group : Json.items(attribute.path("groups"))) {
                assertThat(group.path("score").isNumber()).as("%s", report()).isTrue();
                assertThat(group.path("offered").asDouble())
                        .isBetween(
                                group.path("offeredLow").asDouble(),
                                group.path("offeredHigh").asDouble());
            }
        }
    }

    @Given("^(\\d+) private customers, whom the model has been asked about$")
    public void before(int count) {
        ask("private", "PRIVATE", count);
    }

    @Given("^(\\d+) business customers, whom the model is asked about from now on$")
    public void after(int count) {
        change = Instant.now().toString();
        ask("business", "BUSINESS", count);
    }

    @Then("^the watch over \"(.+)\" finds that \"(.+)\" has changed$")
    public void finds(String model, String input) {
        report = drift(model);
        assertThat(report().at("/verdict").asString()).as("%s", report()).isEqualTo("CHANGED");
        assertThat(Json.items(report().at("/watched"))).as("%s", report()).anySatisfy(watched -> {
            assertThat(Json.text(watched, "name")).isEqualTo(input);
            assertThat(Json.text(watched, "verdict")).isEqualTo("CHANGED");
            assertThat(watched.path("size").asDouble())
                    .isGreaterThan(watched.path("noise").asDouble());
        });
    }

    @Then("^the same moment gives the same report$")
    public void sameReport() {
        Reply once = service.get(
                        Roles.ANALYST,
                        "/v1/models/churn/drift?at=" + Instant.now().minusSeconds(1))
                .ok();
        String at = once.at("/at").asString();
        assertThat(service.get(Roles.ANALYST, "/v1/models/churn/drift?at=" + at).json())
                .isEqualTo(once.json());
    }

    @When("^the analyst asks about \"(.+)\" as of 1999$")
    public void asksEarlier(String model) {
        report = service.get(Roles.ANALYST, "/v1/models/" + model + "/drift?at=1999-06-01T00:00:00Z")
                .ok();
    }

    @Then("^the watch says that too few were asked$")
    public void tooFew() {
        assertThat(report().at("/verdict").asString()).as("%s", report()).isEqualTo("TOO_FEW");
    }

    /** Others search and count the same customers. */
    @After
    public void takeAway() {
        asked.forEach(id -> service.delete(Roles.ADMIN, "/v1/customers/" + id));
    }

    private Reply drift(String model) {
        return service.get(
                        Roles.ANALYST,
                        "/v1/models/" + model + "/drift?at="
                                + Instant.parse(change).plus(WEEK))
                .ok();
    }

    private void ask(String name, String kind, int count) {
        List<String> ids = crowd.store("customer", name, count, (number, attributes) -> attributes.put("kind", kind));
        asked.addAll(ids);
        List<ObjectNode> questions = ids.stream()
                .map(id -> JSON.objectNode()
                        .put("customerId", id)
                        .put("channel", "CALL_CENTRE")
                        .put("direction", "INBOUND"))
                .toList();
        Reply answers = service.post(
                        Roles.AGENT, "/v1/decisions/next-best-action", Service.NDJSON, Crowd.text(questions))
                .ok();
        assertThat(answers.text().lines().filter(line -> line.contains("decisionId")))
                .as("%s", answers)
                .hasSize(count);
    }

    private JsonNode trained() {
        String version = jobs.finished().at("/result/version").asString();
        return Json.items(service.get(Roles.ANALYST, "/v1/models/churn").ok().at("/versions")).stream()
                .filter(one -> Json.text(one, "version").equals(version))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The model churn does not list its version " + version));
    }

    private Reply report() {
        return Objects.requireNonNull(report, "The scenario has not asked for a report yet.");
    }
}
