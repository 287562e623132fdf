package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;

/** Long work: accepted at once, done later. */
public class JobSteps {
    private final Service service;
    private final Scene scene;
    private String job = "";
    private String owner = "";

    public JobSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    /** Remembers a job that was started; a refusal is remembered, too. */
    void begun(String role, Reply reply) {
        scene.remember(reply);
        owner = role;
        job = reply.header("location").orElse("");
    }

    /** The job, when it has ended. */
    Reply finished() {
        assertThat(job).as("the Location of the job: %s", scene.last()).startsWith("/v1/");
        return service.await(owner, job);
    }

    @Then("^the job is done$")
    public void isDone() {
        assertThat(scene.last().status())
                .as("accepted at once: %s", scene.last())
                .isEqualTo(202);
        Reply finished = finished();
        assertThat(finished.at("/state").asString()).as("the job: %s", finished).isEqualTo("DONE");
        assertThat(finished.at("/progress").asDouble()).as("its progress").isEqualTo(1);
    }
}
