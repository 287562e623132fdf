package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Call lists: who is called when by whom. */
public class CallSteps {
    private final Service service;
    private final PlanSteps plans;
    private final ObjectNode problem = JsonNodeFactory.instance.objectNode();
    private String day = "";
    private String from = "";
    private String to = "";

    public CallSteps(Service service, PlanSteps plans) {
        this.service = service;
        this.plans = plans;
    }

    @Given(
            "^a call plan for (\\d{4}-\\d{2}-\\d{2}) from (\\d\\d:\\d\\d) to (\\d\\d:\\d\\d) in slots of (\\d+) minutes$")
    public void plansDay(String date, String begin, String end, int minutes) {
        day = date;
        from = begin;
        to = end;
        problem.put("slotMinutes", minutes).put("callMinutes", minutes).put("zone", "Europe/Berlin");
        problem.putArray("agents");
    }

    @Given("^the agent \"(.+)\" who speaks \"(.+)\"$")
    public void agent(String id, String skill) {
        ObjectNode agent = problem.withArray("agents").addObject().put("id", id);
        agent.putArray("skills").add(skill);
        agent.putArray("shifts").addObject().put("from", day + "T" + from).put("to", day + "T" + to);
    }

    @Given(
            "^the candidate \"(.+)\" worth (\\d+), closing ([\\d.]+), reached at (\\S+) with ([\\d.]+) and at (\\S+) with ([\\d.]+)$")
    public void candidate(
            String id, int value, double closing, String early, double first, String late, double second) {
        ObjectNode candidate = problem.withArray("candidates").addObject();
        candidate.put("customerId", id).put("value", value).put("closing", closing);
        candidate.putArray("skills");
        candidate.putObject("reachability").put(day + "T" + early, first).put(day + "T" + late, second);
    }

    @Given(
            "^the candidate \"(.+)\" worth (\\d+), closing ([\\d.]+), reached at (\\S+) with ([\\d.]+) and at (\\S+) with ([\\d.]+), needing \"(.+)\"$")
    public void candidateNeeding(
            String id,
            int value,
            double closing,
            String early,
            double first,
            String late,
            double second,
            String skill) {
        candidate(id, value, closing, early, first, late, second);
        ((ObjectNode) Json.items(problem.path("candidates")).getLast())
                .putArray("skills")
                .add(skill);
    }

    @When("^the calls are planned, one per slot$")
    public void plan() {
        plans.ask("calls", problem);
    }

    @When("^the calls are planned for our stored customers$")
    public void planStored() {
        plans.ask("calls", JsonNodeFactory.instance.objectNode().put("limit", 60));
    }

    @Then("^\"(.+)\" is called at (\\d\\d:\\d\\d) by \"(.+)\"$")
    public void isCalled(String customer, String time, String agent) {
        assertThat(calls()).as("the calls of %s", plans.plan()).anySatisfy(call -> {
            assertThat(Json.text(call, "customerId")).isEqualTo(customer);
            assertThat(Json.text(call, "agent")).isEqualTo(agent);
            assertThat(Json.text(call, "slot")).startsWith(day + "T" + time);
        });
    }

    @Then("^\"(.+)\" is not called, with a reason in words$")
    public void isLeftOut(String customer) {
        assertThat(Json.items(plans.plan().path("left")))
                .as("who is left in %s", plans.plan())
                .anySatisfy(left -> {
                    assertThat(Json.text(left, "customerId")).isEqualTo(customer);
                    assertThat(Json.text(left, "reason")).matches("[A-Z_]+");
                    assertThat(Json.text(left, "text")).isNotBlank();
                });
    }

    @Then("^the plan has calls, each with customer, agent and hour$")
    public void hasCalls() {
        assertThat(calls()).as("the calls of %s", plans.plan()).isNotEmpty().allSatisfy(call -> {
            assertThat(Json.text(call, "customerId")).isNotBlank();
            assertThat(Json.text(call, "agent")).isNotBlank();
            assertThat(Json.text(call, "slot")).isNotBlank();
        });
    }

    @Then("^each call says from which model its reachability comes, and how many own calls count in it$")
    public void saysWhatItsReachabilityIsTakenFrom() {
        assertThat(calls()).allSatisfy(call -> {
            JsonNode by = call.path("reachedBy");
            assertThat(Json.text(by, "basis")).isEqualTo("MODEL");
            assertThat(Json.text(by, "model")).startsWith("reachability@");
            assertThat(by.path("ownCalls").asInt(-1)).isNotNegative();
        });
    }

    @Then("^each planned call is reserved as a contact$")
    public void areReserved() {
        String due = service.get(Roles.AGENT, "/v1/contacts?state=DUE&limit=1000")
                .ok()
                .text();

        assertThat(calls())
                .allSatisfy(call -> assertThat(due)
                        .as("the contacts that are due")
                        .contains("\"" + Json.text(call, "customerId") + "\""));
    }

    private List<JsonNode> calls() {
        return Json.items(plans.plan().path("calls"));
    }
}
