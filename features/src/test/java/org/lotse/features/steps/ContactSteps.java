package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Contacts that outbound decisions reserve. */
public class ContactSteps {
    private final Service service;
    private final Scene scene;

    public ContactSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Then("^a contact is reserved$")
    public void isReserved() {
        assertThat(contact()).as("the contactId of %s", scene.decision()).isNotEmpty();
    }

    @Then("^no contact is reserved$")
    public void isNotReserved() {
        assertThat(contact()).as("the contactId of %s", scene.decision()).isEmpty();
    }

    @When("^the last contact is confirmed$")
    public void confirm() {
        scene.remember(service.post(Roles.AGENT, "/v1/contacts/" + contact() + "/confirmation"))
                .ok();
    }

    @When("^the last contact is released$")
    public void release() {
        scene.remember(service.post(Roles.AGENT, "/v1/contacts/" + contact() + "/release"));
    }

    @Then("^the reserved contact is due$")
    public void isDue() {
        assertThat(due().text()).as("the contacts that are due").contains("\"" + contact() + "\"");
    }

    @Then("^the contact is no longer due$")
    public void isNotDue() {
        assertThat(due().text()).as("the contacts that are due").doesNotContain("\"" + contact() + "\"");
    }

    private Reply due() {
        return service.get(Roles.AGENT, "/v1/contacts?state=DUE&customerId=" + scene.subjectId())
                .ok();
    }

    private String contact() {
        return Json.text(scene.decision().json(), "contactId");
    }
}
