package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What whoever runs the service asks. */
public class OperatingSteps {
    private final Service service;
    private final Scene scene;

    public OperatingSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @When("^somebody without a token looks at \"(.+)\"$")
    public void looksAt(String path) {
        scene.remember(service.get("", path)).ok();
    }

    @Then("^the answer contains \"(.+)\"$")
    public void contains(String text) {
        assertThat(scene.last().text()).contains(text);
    }

    @Then("^the answer does not name the customer$")
    public void doesNotNameCustomer() {
        assertThat(scene.last().text()).doesNotContain(scene.subjectId()).doesNotContain("Erika");
    }
}
