package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Taking decisions, and what they say: outputs and reasons. */
public class DecisionSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ALL = 50;
    /** Any number: what-ifs do not explore at random, so that they are the same every time. */
    private static final int SEED = 7;

    private final Service service;
    private final Scene scene;

    public DecisionSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @When("^the ((?!.* over )[^\"]+) is decided$")
    @Wenn("^(?:der|die|das) ([^\"]+) entschieden wird$")
    public void decide(String words) {
        take(scene.vocabulary().decision(words), request()).ok();
    }

    @When("^the next best action over (.+) is decided$")
    @Wenn("^über (.+) das Nächstbeste entschieden wird$")
    public void decideOver(String channel) {
        ObjectNode request = request().put("channel", channel).put("direction", "OUTBOUND");
        take("next-best-action", request).ok();
    }

    @When("^the customer calls with (.+)$")
    @Wenn("^der Kunde anruft mit (.+)$")
    public void calls(String terms) {
        new TermsInWords(scene.vocabulary(), "customer")
                .read(terms)
                .forEach((term, text) -> scene.context().set(term.key(), term.value(text)));
        ObjectNode request = request().put("channel", "CALL_CENTRE").put("direction", "INBOUND");
        take("next-best-action", request).ok();
    }

    @When("^the agent asks for the next best action$")
    public void agentAsks() {
        ask(Roles.AGENT, request(), Map.of());
    }

    @When("the agent asks for the next best action with the key {string}")
    public void agentAsksWithKey(String key) {
        ask(Roles.AGENT, request(), Map.of("Idempotency-Key", scene.own(key)));
    }

    @When("the agent asks something else with the key {string}")
    public void agentAsksOtherwise(String key) {
        ask(Roles.AGENT, request().put("limit", 1), Map.of("Idempotency-Key", scene.own(key)));
    }

    @When("^the same is asked in German$")
    public void inGerman() {
        scene.decided(
                scene.lastBody(),
                service.again("de", scene.decision(), scene.lastBody()).ok());
    }

    @When("^a decision is asked for the customer \"(.+)\"$")
    @Wenn("^für den Kunden \"(.+)\" entschieden wird$")
    public void decideFor(String id) {
        ask(Roles.AGENT, JSON.objectNode().put("customerId", id), Map.of());
    }

    @When("^a decision is asked with this body$")
    public void decideBody(String body) {
        scene.remember(
                service.post(Roles.AGENT, "/v1/decisions/next-best-action", "application/json", scene.filled(body)));
    }

    @When("^the decision \"(.+)\" is asked$")
    public void decideUnknown(String decision) {
        take(decision, request());
    }

    @When("^the (.+) is asked line by line for the customer, for \"(.+)\" and for the customer again$")
    public void decideLines(String words, String other) {
        String line = "{\"customerId\": \"%s\"}%n";
        scene.remember(service.post(
                        Roles.AGENT,
                        "/v1/decisions/" + scene.vocabulary().decision(words),
                        Service.NDJSON,
                        (line + line + line).formatted(scene.subjectId(), other, scene.subjectId())))
                .ok();
    }

    @Then("^(\\d+) answers come in this order$")
    public void answersInOrder(int lines) {
        List<String> answers = scene.last().text().lines().toList();

        assertThat(answers).as("%s", scene.last()).hasSize(lines);
        assertThat(List.of(answers.getFirst(), answers.getLast()))
                .allMatch(line -> line.contains("\"customerId\":\"" + scene.subjectId() + "\""));
    }

    @Then("^answer (\\d+) is the problem \"(.+)\"$")
    public void answerIsProblem(int number, String type) {
        String line = scene.last().text().lines().toList().get(number - 1);

        assertThat(line).as("answer %d", number).contains("\"line\":" + number, "/problems/" + type);
    }

    @Wenn("^eine Anfrage behauptet, (.+) sei (.+)$")
    public void claims(String title, String value) {
        Term term = scene.term(title);
        ObjectNode request = request();
        request.putObject("attributes").set(term.key(), term.value(value));
        take("next-best-action", request);
    }

    @Then("^the (?!customer|first|tone|last|next|way)(\\w[\\w ]*?) is \"([^\"]*)\"$")
    @Dann("^ist (?:der|die|das) ([^\"]+?) \"([^\"]*)\"$")
    public void outputIs(String title, String text) {
        Term term = scene.term(title);
        JsonNode found = scene.decision().at("/outputs").path(term.key());

        assertThat(Json.same(found, term.value(text)))
                .as("%s is %s, promised %s: %s", title, found, text, scene.decision())
                .isTrue();
    }

    @Then("^the (\\w[\\w ]*?) is at most \"([^\"]*)\"$")
    public void outputIsAtMost(String title, String text) {
        Term term = scene.term(title);
        JsonNode found = scene.decision().at("/outputs").path(term.key());

        assertThat(found.isNumber() && found.asDouble() <= term.value(text).asDouble())
                .as("%s is %s, promised at most %s: %s", title, found, text, scene.decision())
                .isTrue();
    }

    @Then("^the reason names the row \"(.+)\"$")
    @Dann("^der Grund nennt die Zeile \"(.+)\"$")
    public void reasonNamesRow(String row) {
        assertThat(reasons())
                .as("the rows of the reasons in %s", scene.decision())
                .anySatisfy(reason -> {
                    assertThat(Json.text(reason, "rule")).isEqualTo(row);
                    assertThat(Json.text(reason, "file")).isNotEmpty();
                    assertThat(Json.text(reason, "text")).contains(row);
                });
    }

    @Then("^the reason says \"(.+)\"$")
    @Dann("^sagt der Grund \"(.+)\"$")
    public void reasonSays(String words) {
        assertThat(reasons().stream().map(reason -> Json.text(reason, "text")))
                .as("the reasons of %s", scene.decision())
                .anyMatch(text -> text.contains(words));
    }

    /** Decides as whoever may: assuming something computed needs the right to simulate. */
    private Reply take(String decision, ObjectNode request) {
        boolean assumes = !scene.assumed().isEmpty();
        return scene.decided(
                request, service.post(assumes ? Roles.MARKETING : Roles.AGENT, "/v1/decisions/" + decision, request));
    }

    private void ask(String role, ObjectNode request, Map<String, String> headers) {
        scene.decided(request, service.post(role, "/v1/decisions/next-best-action", request, headers));
    }

    private ObjectNode request() {
        ObjectNode request = JSON.objectNode().put("limit", ALL);
        request.putObject("subject").put("type", scene.subjectType()).put("id", scene.subjectId());
        if (!scene.context().isEmpty()) {
            request.set("context", scene.context());
        }
        if (!scene.assumed().isEmpty()) {
            request.set("attributes", scene.assumed());
            request.put("seed", SEED);
        }
        return request;
    }

    /** The reasons of the outputs, of the service level and of the first action. */
    private List<JsonNode> reasons() {
        return Stream.of("/reasons", "/serviceLevel/reasons", "/actions/0/reasons", "/nothing/reasons")
                .flatMap(place -> Json.items(scene.decision().at(place)).stream())
                .toList();
    }
}
