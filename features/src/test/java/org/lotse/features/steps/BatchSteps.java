package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Deciding one question for all stored customers. */
public class BatchSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;
    private int customers;
    private String batch = "";

    public BatchSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Given("^(\\d+) customers of a new region who may be written to$")
    public void customersOfRegion(int count) {
        customers = count;
        for (int number = 0; number < count; number++) {
            String path = "/v1/customers/" + scene.own("batch-" + number);
            ObjectNode document = JSON.objectNode();
            document.putObject("attributes")
                    .put("region", region())
                    .put("internet", "DSL")
                    .put("online-security", false)
                    .put("monthly-charge", 60)
                    .put("contract", "MONTHLY");
            service.put(Roles.ADMIN, path, document).ok();
            service.put(
                            Roles.AGENT,
                            path + "/consents",
                            JSON.objectNode().put("channel", "EMAIL").put("granted", true))
                    .ok();
        }
    }

    @When("^the next best action over E-mail is decided for all customers of that region$")
    public void decideForRegion() {
        ask(Roles.MARKETING, "region", region()).ok();
        batch = scene.last().header("location").orElseThrow();
    }

    @When("^the next best action is decided for all customers with \"(.+)\" set to \"(.+)\"$")
    public void decideForSegment(String term, String value) {
        ask(Roles.MARKETING, term, value);
    }

    @Given("^two customers alike, of whom one has dependents$")
    public void familyAndSingle() {
        for (boolean dependents : new boolean[] {true, false}) {
            ObjectNode document = JSON.objectNode();
            document.putObject("attributes")
                    .put("dependents", dependents)
                    .put("internet", "DSL")
                    .put("monthly-charge", 60);
            service.put(Roles.ADMIN, "/v1/customers/" + alike(dependents), document)
                    .ok();
        }
    }

    @When("^the next best action is decided for all customers of the segment \"(.+)\"$")
    public void decideForNamed(String segment) {
        Reply started = scene.remember(service.post(
                Roles.MARKETING,
                "/v1/decisions/next-best-action/batches",
                JSON.objectNode().put("direction", "INBOUND").put("segment", segment)));
        batch = started.header("location").orElse("");
    }

    @Then("^there is a result for the one with dependents only$")
    public void familyOnly() {
        service.await(Roles.MARKETING, batch);
        List<String> decided =
                results().stream().map(one -> Json.text(one, "customerId")).toList();

        assertThat(decided).contains(alike(true)).doesNotContain(alike(false));
    }

    private String alike(boolean dependents) {
        return scene.own(dependents ? "family" : "single");
    }

    private List<JsonNode> results() {
        JsonMapper json = new JsonMapper();
        return service.get(Roles.MARKETING, batch + "/results")
                .ok()
                .text()
                .lines()
                .map(json::readTree)
                .toList();
    }

    @When("^an agent wants to decide for all customers$")
    public void agentDecides() {
        ask(Roles.AGENT, "region", region());
    }

    @When("^the batch is stopped and resumed$")
    public void stopAndResume() {
        service.delete(Roles.MARKETING, batch).ok();
        Reply stopped = service.await(Roles.MARKETING, batch);
        if (!stopped.at("/complete").asBoolean()) {
            service.post(Roles.MARKETING, batch + "/resumption").ok();
        }
    }

    @Then("^the batch is complete$")
    public void isComplete() {
        Reply done = service.await(Roles.MARKETING, batch);

        assertThat(done.at("/complete").asBoolean()).as("the batch: %s", done).isTrue();
        assertThat(done.at("/decided").asInt()).as("decided: %s", done).isEqualTo(customers);
    }

    @Then("^there is one result for each of them, with its contact reserved$")
    public void oneResultEach() {
        List<JsonNode> results = results();

        assertThat(results.stream().map(one -> Json.text(one, "customerId")))
                .hasSize(customers)
                .doesNotHaveDuplicates();
        assertThat(results.stream().map(one -> Json.text(one, "contactId")))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    private Reply ask(String role, String term, String value) {
        ObjectNode question = JSON.objectNode().put("channel", "EMAIL");
        question.putObject("segment").put(term, value);
        return scene.remember(service.post(role, "/v1/decisions/next-best-action/batches", question));
    }

    private String region() {
        return scene.own("region");
    }
}
