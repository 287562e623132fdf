package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of a decision: the record, its replay, its outcomes. */
public class RecordSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;
    private final List<ObjectNode> reports = new ArrayList<>();

    public RecordSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Then("^both answers are the same decision$")
    public void sameDecision() {
        Reply again = service.post(
                Roles.AGENT,
                "/v1/decisions/next-best-action",
                scene.lastBody(),
                Map.of("Idempotency-Key", scene.own("call-4711")));

        assertThat(again.at("/decisionId").asString())
                .as("a third request with the key: %s", again)
                .isEqualTo(scene.last().at("/decisionId").asString());
        assertThat(scene.last().header("Idempotent-Replayed"))
                .as("the second answer comes from memory")
                .contains("true");
    }

    @When("^the agent reports that \"(.+)\" was (\\w+)$")
    public void report(String action, String outcome) {
        ObjectNode report = JSON.objectNode()
                .put("id", scene.own("outcome"))
                .put("decisionId", scene.decisionId())
                .put("action", key(action))
                .put("outcome", outcome);
        reports.add(report);
        scene.remember(service.post(Roles.AGENT, "/v1/outcomes", report));
    }

    @When("^the agent sends the same report again$")
    public void reportAgain() {
        scene.remember(service.post(Roles.AGENT, "/v1/outcomes", reports.getLast()));
    }

    @Then("^the report counts$")
    public void counts() {
        assertThat(scene.last().ok().at("/counted").asBoolean())
                .as("the first report: %s", scene.last())
                .isTrue();
    }

    @Then("^the report does not count again$")
    public void countsOnce() {
        assertThat(scene.last().ok().at("/counted").asBoolean())
                .as("the second report: %s", scene.last())
                .isFalse();
    }

    @Then("^the next decision knows that (.+) is \"(.+)\"$")
    public void nextDecisionKnows(String title, String text) {
        Term term = scene.term(title);
        ObjectNode request = JSON.objectNode().put("customerId", scene.subjectId());
        Reply decision = service.post(Roles.AGENT, "/v1/decisions/next-best-action", request)
                .ok();
        Reply kept = record(decision.at("/decisionId").asString()).ok();

        JsonNode read = kept.at("/read/terms").path(term.key());
        assertThat(Json.same(read, term.value(text)))
                .as("%s as the decision read it is %s, promised %s", title, read, text)
                .isTrue();
    }

    @Then("^taking the decision again gives the identical result$")
    public void replayIsIdentical() {
        Reply replay = service.post(Roles.AGENT, "/v1/decisions/" + scene.decisionId() + "/replay")
                .ok();

        assertThat(replay.at("/state").asString()).as("the replay: %s", replay).isEqualTo("IDENTICAL");
        assertThat(replay.at("/identical").asBoolean())
                .as("the replay: %s", replay)
                .isTrue();
        assertThat(Json.items(replay.at("/differences")))
                .as("the replay: %s", replay)
                .isEmpty();
    }

    @Then("^the record names the rules of that day$")
    public void namesItsRules() {
        Reply kept = record(scene.decisionId()).ok();
        String active =
                service.get(Roles.RELEASE, "/v1/rules").ok().at("/version").asString();

        assertThat(kept.at("/versions/rules").asString())
                .isEqualTo(scene.decision().at("/versions/rules").asString());
        assertThat(kept.at("/versions/rules").asString())
                .as("the rules have changed since")
                .isNotEqualTo(active);
        assertThat(service.get(
                                Roles.RELEASE,
                                "/v1/rules/versions/"
                                        + kept.at("/versions/rules").asString() + "/files/actions.csv")
                        .status())
                .as("the rules of that day can still be read")
                .isEqualTo(200);
    }

    @Then("^the answer is marked as a what-if$")
    public void isWhatIf() {
        assertThat(scene.decision().at("/whatIf").asBoolean())
                .as("whatIf of %s", scene.decision())
                .isTrue();
    }

    @Then("^the decision is not kept$")
    public void isNotKept() {
        assertThat(record(scene.decisionId()).status())
                .as("the status of its record")
                .isEqualTo(404);
    }

    private Reply record(String id) {
        return service.get(Roles.AGENT, "/v1/decisions/" + id);
    }

    /** The key of an action by its title in the decision, chosen or not. */
    private String key(String title) {
        Reply kept = record(scene.decisionId()).ok();
        return Stream.of("/actions", "/notChosen")
                .flatMap(place -> Json.items(kept.at(place)).stream())
                .filter(action -> Json.text(action, "title").equals(title))
                .map(action -> Json.text(action, "action"))
                .findFirst()
                .orElse(title);
    }
}
