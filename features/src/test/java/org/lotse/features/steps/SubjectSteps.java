package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Wenn;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Subjects and what is known of them. What a CRM delivers is stored; what is computed is assumed: then it is a what-if. */
public class SubjectSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;
    private int unnamed;

    public SubjectSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Given("^an? (\\w+) with (.+)$")
    @Angenommen("^eine? (\\w+) mit (.+)$")
    public void aSubjectWith(String title, String terms) {
        unnamed++;
        aNamedSubject(title, "unnamed" + unnamed, terms);
    }

    @Given("^the (\\w+) \"(\\w+)\" with (.+)$")
    @Angenommen("^(?:der|die|das) (\\w+) \"(\\w+)\" mit (.+)$")
    public void aNamedSubject(String title, String name, String terms) {
        String type = scene.vocabulary().subject(title);
        scene.about(type, type.equals("customer") ? scene.customer(name, false) : scene.own(name));
        service.put(Roles.ADMIN, scene.subjectPath(), document(JSON.objectNode()))
                .ok();
        theSubjectHas(terms);
    }

    @Angenommen("^ein Kunde der Kontrollgruppe mit (.+)$")
    public void aHeldOutCustomer(String terms) {
        scene.about("customer", scene.customer("held", true));
        service.put(Roles.ADMIN, scene.subjectPath(), document(JSON.objectNode()))
                .ok();
        theSubjectHas(terms);
    }

    @Given("^the (?:customer|claim) has ((?!.* days ago this event).+)$")
    public void theSubjectHas(String terms) {
        ObjectNode attributes = JSON.objectNode();
        Map<Term, String> read = new TermsInWords(scene.vocabulary(), scene.subjectType()).read(terms);
        read.forEach((term, text) -> {
            JsonNode value = term.value(text);
            switch (term.source()) {
                case ATTRIBUTE -> attributes.set(term.key(), value);
                case CONSENT -> consent(term.channel(), value.asBoolean());
                case CONTEXT -> scene.context().set(term.key(), value);
                case COMPUTED -> scene.assumed().set(term.key(), value);
            }
        });
        if (!attributes.isEmpty()) {
            service.patch(Roles.ADMIN, scene.subjectPath(), document(attributes))
                    .ok();
        }
    }

    @Wenn("^der Kunde die Einwilligung für (.+) widerruft$")
    public void withdraws(String channel) {
        consent(channel, false);
    }

    @Wenn("^der Kunde der Werbung widerspricht$")
    public void objects() {
        service.put(Roles.AGENT, "/v1/customers/" + scene.subjectId() + "/objections", JSON.objectNode())
                .ok();
    }

    @When("the customer is delivered with {string} set to {string}")
    @Wenn("der Kunde mit {string} gleich {string} geliefert wird")
    public void delivered(String term, String json) {
        JsonNode value = new tools.jackson.databind.json.JsonMapper().readTree(json);
        scene.remember(service.put(
                Roles.ADMIN, scene.subjectPath(), document(JSON.objectNode().set(term, value))));
    }

    @Then("the customer is stored unchanged")
    @Wenn("der Kunde ist unverändert gespeichert")
    public void storedUnchanged() {
        Reply stored = service.get(Roles.ADMIN, scene.subjectPath()).ok();

        assertThat(stored.at("/attributes/contract").asString(""))
                .as("a refused delivery must leave what is stored: %s", stored)
                .isEqualTo("MONTHLY");
    }

    @Then("^the customer \"([^\"]+)\" is stored with (.+) \"([^\"]*)\"$")
    public void storedWith(String id, String title, String text) {
        Term term = scene.vocabulary().titled("customer", title);
        Reply stored =
                service.get(Roles.ADMIN, "/v1/customers/" + scene.filled(id)).ok();

        assertThat(Json.same(stored.at("/attributes/" + term.key()), term.value(text)))
                .as("%s is %s: %s", title, text, stored)
                .isTrue();
    }

    @Then("^the customer \"([^\"]+)\" is not stored$")
    public void notStored(String id) {
        Reply stored = service.get(Roles.ADMIN, "/v1/customers/" + scene.filled(id));

        assertThat(stored.status()).as("should not be stored: %s", stored).isEqualTo(404);
    }

    private void consent(String channel, boolean granted) {
        ObjectNode body = JSON.objectNode()
                .put("purpose", "MARKETING")
                .put("channel", channel)
                .put("granted", granted)
                .put("evidence", "feature");
        service.put(Roles.AGENT, "/v1/customers/" + scene.subjectId() + "/consents", body)
                .ok();
    }

    private static ObjectNode document(JsonNode attributes) {
        ObjectNode document = JSON.objectNode();
        document.set("attributes", attributes);
        return document;
    }
}
