package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cases, messages and whoever they belong to; what is said; and contacts that events bring about. */
public class CaseSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Service service;
    private final Scene scene;
    private JsonNode due = JSON.missingNode();
    private int events;

    public CaseSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Given("^an? (\\w+) \"(\\w+)\"$")
    public void aSubject(String title, String name) {
        scene.about(scene.vocabulary().subject(title), scene.own(name));
        service.put(Roles.ADMIN, scene.subjectPath(), document("attributes", JSON.objectNode()))
                .ok();
    }

    @Given("^its (\\w+) is \"(\\w+)\"$")
    @Angenommen("^(?:sein|ihr) Verweis (\\w+) führt zu \"(\\w+)\"$")
    public void linked(String link, String name) {
        service.patch(
                        Roles.ADMIN,
                        scene.subjectPath(),
                        document("links", JSON.objectNode().put(link, scene.own(name))))
                .ok();
    }

    @Given("^\"(\\w+)\" ordered \"(.+)\", which is (\\w+)$")
    public void ordered(String name, String number, String status) {
        happened(
                "order",
                "customer/" + scene.own(name),
                JSON.objectNode().put("number", number).put("status", status));
    }

    @When("^(\\d+) people ask where their order is$")
    public void asked(int people) {
        for (int person = 0; person < people; person++) {
            happened(
                    "question",
                    scene.subjectType() + "/" + scene.subjectId(),
                    JSON.objectNode().put("topic", "DELIVERY"));
        }
    }

    @When("^the trigger \"(.+)\" comes due$")
    public void comesDue(String name) {
        service.post(Roles.RELEASE, "/v1/triggers/" + key(name) + "/runs").ok();
    }

    @Then("^the answer says \"(.+)\"$")
    @Dann("^sagt die Antwort \"(.+)\"$")
    public void says(String words) {
        assertThat(said().path("text").asString(""))
                .as("what %s says", scene.decision())
                .contains(words);
    }

    @Then("^the answer is the text \"(.+)\"$")
    public void isText(String reply) {
        assertThat(said().path("reply").asString(""))
                .as("what %s says", scene.decision())
                .isEqualTo(reply);
    }

    @Then("^a person has to approve the answer$")
    public void needsApproval() {
        assertThat(said().path("needsApproval").asBoolean(false))
                .as("approval of %s", scene.decision())
                .isTrue();
    }

    @Then("^a contact over (.+) becomes due for \"(\\w+)\"$")
    public void becomesDue(String channel, String name) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (dueFor(name).isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("No contact became due for " + scene.own(name) + " within " + PATIENCE
                        + ". The triggers: " + service.get(Roles.RELEASE, "/v1/triggers"));
            }
            pause();
        }
        due = dueFor(name).getFirst();
        String key = channel.toUpperCase(Locale.ROOT).replace("-", "").replace(' ', '_');
        assertThat(due.path("channel").asString(""))
                .as("the channel of %s", due)
                .isEqualTo(key);
    }

    @Then("^it is said there: \"(.+)\"$")
    public void dueSays(String words) {
        assertThat(due.at("/say/text").asString("")).as("what %s says", due).contains(words);
    }

    @Then("^it is due because of \"(.+)\"$")
    public void dueBecauseOf(String trigger) {
        assertThat(due.path("trigger").asString("")).as("why %s is due", due).isEqualTo(key(trigger));
    }

    @Then("^only one contact is due for \"(\\w+)\"$")
    public void onlyOne(String name) {
        assertThat(dueFor(name)).as("contacts due for %s", name).hasSize(1);
    }

    @Then("^no contact is due for \"(\\w+)\"$")
    public void noneDue(String name) {
        assertThat(dueFor(name)).as("contacts due for %s", name).isEmpty();
    }

    @Then("^the trigger \"(.+)\" has ended for the (\\w+) \"(\\w+)\" as (\\w+)$")
    public void hasEnded(String trigger, String title, String name, String state) {
        String type = scene.vocabulary().subject(title);
        String path = "/v1/triggers/" + key(trigger) + "/runs?subject=" + type + "/" + scene.own(name);
        Instant deadline = Instant.now().plus(PATIENCE);
        Reply runs = service.get(Roles.RELEASE, path).ok();
        while (Json.items(runs.json()).stream()
                .noneMatch(run -> run.path("state").asString("").equals(state))) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("No run ended as " + state + ": " + runs);
            }
            pause();
            runs = service.get(Roles.RELEASE, path).ok();
        }
    }

    private JsonNode said() {
        JsonNode own = scene.decision().at("/say");
        return own.isMissingNode() ? scene.decision().at("/actions/0/say") : own;
    }

    private List<JsonNode> dueFor(String name) {
        return Json.items(service.get(Roles.AGENT, "/v1/contacts?state=DUE&customerId=" + scene.own(name))
                .ok()
                .json());
    }

    private void happened(String type, String subject, ObjectNode data) {
        events++;
        ObjectNode event = JSON.objectNode()
                .put("id", scene.own("case-event-" + events))
                .put("type", type)
                .put("subject", subject);
        event.set("data", data);
        scene.remember(service.post(Roles.ADMIN, "/v1/events", event)).ok();
    }

    private static ObjectNode document(String field, JsonNode content) {
        ObjectNode document = JSON.objectNode();
        document.set(field, content);
        return document;
    }

    private static String key(String trigger) {
        return trigger.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a trigger.", e);
        }
    }
}
