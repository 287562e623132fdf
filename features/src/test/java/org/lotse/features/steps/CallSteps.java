package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Call lists: who is called when by whom. */
public class CallSteps {
    private final Service service;
    private final PlanSteps plans;
    private final Scene scene;
    private final ObjectNode problem = JsonNodeFactory.instance.objectNode();
    private String day = "";
    private String from = "";
    private String to = "";
    private String wished = "";
    private String plan = "";
    private @Nullable JsonNode first;

    public CallSteps(Service service, PlanSteps plans, Scene scene) {
        this.scene = scene;
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

    @When("^the calls are planned for our stored customers, valued by the decisions$")
    public void planByDecisions() {
        plans.ask(
                "calls", JsonNodeFactory.instance.objectNode().put("limit", 60).put("values", "decisions"));
    }

    @Then("^each call names what is to be offered$")
    public void namesOffer() {
        assertThat(calls()).allSatisfy(call -> {
            assertThat(Json.text(call, "action")).isNotBlank();
            assertThat(call.path("value").asDouble(0)).isPositive();
        });
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
        assertThat(calls())
                .allSatisfy(call -> assertThat(due(Json.text(call, "customerId")))
                        .as("the contacts due for %s", call)
                        .anySatisfy(contact -> {
                            assertThat(Json.text(contact, "channel")).isEqualTo("CALL_CENTRE");
                            assertThat(Instant.parse(Json.text(contact, "at")))
                                    .isEqualTo(OffsetDateTime.parse(Json.text(call, "slotAt"))
                                            .toInstant());
                        }));
    }

    private List<JsonNode> due(String customer) {
        return Json.items(service.get(Roles.AGENT, "/v1/contacts?state=DUE&customerId=" + customer)
                .ok()
                .json());
    }

    @When("^the first customer on the list asks to be called in the agent's last hour$")
    public void asksForCall() {
        remembersFirst();
        wished = calls().stream()
                .filter(call -> Json.text(call, "agent").equals(Json.text(first(), "agent")))
                .map(call -> Json.text(call, "slotAt"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        say(JsonNodeFactory.instance.objectNode().put("outcome", "CALL_BACK").put("callBackAt", wished))
                .ok();
    }

    @When("^the first customer on the list is passed over because of \"(.*)\"$")
    public void passesOver(String reason) {
        remembersFirst();
        say(JsonNodeFactory.instance.objectNode().put("outcome", "SKIPPED").put("reason", reason));
    }

    @Then("^this customer is called in that hour by the same agent$")
    public void isCalledThen() {
        assertThat(Json.items(answer().path("plan").path("calls"))).anySatisfy(call -> {
            assertThat(Json.text(call, "customerId")).isEqualTo(Json.text(first(), "customerId"));
            assertThat(Json.text(call, "slotAt")).isEqualTo(wished);
            assertThat(Json.text(call, "agent")).isEqualTo(Json.text(first(), "agent"));
            assertThat(call.path("attempt").asInt()).isEqualTo(2);
        });
    }

    @Then("^this customer is not on the list any more$")
    public void isGone() {
        assertThat(Json.items(answer().path("plan").path("calls")))
                .noneSatisfy(
                        call -> assertThat(Json.text(call, "customerId")).isEqualTo(Json.text(first(), "customerId")));
    }

    @Then("^the reason \"(.+)\" is kept with the plan$")
    public void reasonIsKept(String reason) {
        assertThat(Json.items(service.get(Roles.AGENT, "/v1/plans/" + plan + "/calls/outcomes")
                        .ok()
                        .json()))
                .anySatisfy(said -> {
                    assertThat(Json.text(said, "customerId")).isEqualTo(Json.text(first(), "customerId"));
                    assertThat(Json.text(said, "reason")).isEqualTo(reason);
                });
    }

    private void remembersFirst() {
        first = calls().getFirst();
        plan = Json.text(scene.last().json(), "planId");
    }

    private Reply say(ObjectNode outcome) {
        Reply said = service.post(
                Roles.AGENT, "/v1/plans/" + plan + "/calls/" + Json.text(first(), "customerId") + "/outcome", outcome);
        return scene.remember(said);
    }

    private JsonNode answer() {
        return scene.last().ok().json();
    }

    private JsonNode first() {
        JsonNode known = first;
        if (known == null) {
            throw new IllegalStateException("Nobody has looked at the list yet.");
        }
        return known;
    }

    private List<JsonNode> calls() {
        return Json.items(plans.plan().path("calls"));
    }
}
