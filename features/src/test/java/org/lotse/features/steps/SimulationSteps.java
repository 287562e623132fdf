package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What a draft would do, told before anybody approves it. */
public class SimulationSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final Service service;
    private final DraftSteps drafts;
    private JsonNode result = MissingNode.getInstance();
    private Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH;

    public SimulationSteps(Service service, DraftSteps drafts) {
        this.service = service;
        this.drafts = drafts;
    }

    @Given("^the channel of (\\d+) customers has been decided$")
    public void decided(int customers) {
        from = Instant.now();
        for (int number = 1; number <= customers; number++) {
            service.post(Roles.AGENT, "/v1/decisions/channel", JSON.objectNode().put("customerId", "c-" + number))
                    .ok();
        }
        to = Instant.now();
    }

    @When("^the draft is simulated for \"(.+)\" on (\\d+) stored customers( who call to cancel)?$")
    public void onCustomers(String decision, int sample, @Nullable String inbound) {
        ObjectNode question = JSON.objectNode()
                .put("decision", decision)
                .put("source", "CUSTOMERS")
                .put("sample", sample);
        if (inbound != null) {
            question.putObject("request")
                    .put("channel", "CALL_CENTRE")
                    .put("direction", "INBOUND")
                    .putObject("context")
                    .put("reason", "cancel");
        }
        simulate(question);
    }

    @When("^the draft is simulated for \"(.+)\" on these decisions$")
    public void onRecorded(String decision) {
        simulate(JSON.objectNode()
                .put("decision", decision)
                .put("from", from.toString())
                .put("to", to.toString()));
    }

    private void simulate(JsonNode question) {
        String job = service.post(Roles.MARKETING, drafts.path() + "/simulations", question)
                .ok()
                .header("location")
                .orElseThrow();
        Reply reply = service.await(Roles.MARKETING, job);
        assertThat(reply.at("/state").asString())
                .as("the simulation: %s", reply)
                .isEqualTo("DONE");
        result = reply.at("/result");
    }

    @Then("^\"(.+)\" becomes \"(.+)\" for some of them, and nothing else becomes anything else$")
    public void becomes(String before, String after) {
        List<JsonNode> changes = Json.items(result.path("byChange")).stream()
                .filter(change -> change.path("differs").asBoolean(false))
                .toList();

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().at("/from/text").asString()).isEqualTo(before);
        assertThat(changes.getFirst().at("/to/text").asString()).isEqualTo(after);
        assertThat(changes.getFirst().path("count").asInt())
                .isPositive()
                .isEqualTo(result.path("changed").asInt());
    }

    @Then("^every share says between which limits it lies$")
    public void limits() {
        assertThat(Json.items(result.path("byChange"))).isNotEmpty().allSatisfy(change -> {
            JsonNode share = change.path("share");
            assertThat(share.path("value").asDouble())
                    .isBetween(share.path("low").asDouble(), share.path("high").asDouble());
            assertThat(share.path("low").asDouble())
                    .isLessThan(share.path("high").asDouble());
        });
    }

    @Then("^examples name the customer and the row \"(.+)\"$")
    public void examples(String row) {
        assertThat(Json.items(result.path("examples"))).isNotEmpty().allSatisfy(example -> {
            assertThat(Json.text(example, "subject")).startsWith("customer/");
            assertThat(example.path("nowFire").toString()).contains(row);
        });
    }

    @Then("^people of different \"(.+)\" are compared$")
    public void groups(String title) {
        assertThat(Json.items(result.path("groups"))).anySatisfy(group -> {
            assertThat(Json.text(group, "title")).isEqualTo(title);
            assertThat(Json.items(group.path("groups"))).hasSizeGreaterThan(1);
        });
    }

    @Then("^all (\\d+) of them are taken again$")
    public void taken(int decisions) {
        assertThat(result.path("decisions").asInt())
                .as("taken again: %s", result.path("notJudged"))
                .isEqualTo(decisions);
    }

    @Then("^simulating has recorded no decision$")
    public void nothingRecorded() {
        int before = result.path("population").asInt();
        simulate(JSON.objectNode()
                .put("decision", "channel")
                .put("from", from.toString())
                .put("to", Instant.now().toString()));
        assertThat(result.path("population").asInt()).isEqualTo(before);
    }

    @Then("^the expected value and cost are told before and after$")
    public void money() {
        for (String sum : List.of("value", "cost")) {
            assertThat(result.path(sum).at("/before/value").isNumber()).isTrue();
            assertThat(result.path(sum).at("/after/value").isNumber()).isTrue();
            assertThat(result.path(sum).at("/change/low").asDouble())
                    .isLessThanOrEqualTo(result.path(sum).at("/change/high").asDouble());
        }
    }

    @Then("^the use of \"(.+)\" is compared with what there is$")
    public void use(String capacity) {
        assertThat(Json.items(result.path("capacity"))).anySatisfy(use -> {
            assertThat(Json.text(use, "key")).isEqualTo(capacity);
            assertThat(use.path("available").asDouble()).isPositive();
        });
    }
}
