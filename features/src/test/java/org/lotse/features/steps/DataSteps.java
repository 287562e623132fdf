package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import tools.jackson.databind.JsonNode;

/** Many customers at once: files and lines, with what was left out. */
public class DataSteps {
    private final Service service;
    private final Scene scene;
    private final JobSteps jobs;

    public DataSteps(Service service, Scene scene, JobSteps jobs) {
        this.service = service;
        this.scene = scene;
        this.jobs = jobs;
    }

    @When("^this file is imported by the mapping \"(.+)\"$")
    public void importFile(String mapping, String file) {
        jobs.begun(
                Roles.ADMIN,
                service.post(Roles.ADMIN, "/v1/imports?mapping=" + mapping, "text/csv", scene.filled(file) + "\n"));
    }

    @When("^these customers are delivered$")
    public void deliver(String lines) {
        scene.remember(service.post(Roles.ADMIN, "/v1/customers", Service.NDJSON, scene.filled(lines)))
                .ok();
    }

    @Then("^(\\d+) lines were kept and (\\d+) left out$")
    public void kept(int kept, int leftOut) {
        JsonNode answer = answer();

        assertThat(answer.path("accepted").asInt(-1))
                .as("lines kept in %s", answer)
                .isEqualTo(kept);
        assertThat(answer.path("rejectedLines").asInt(-1))
                .as("lines left out in %s", answer)
                .isEqualTo(leftOut);
    }

    @Then("^line (\\d+) is refused at \"(.*)\" because \"(.+)\"$")
    public void refusesLine(int line, String pointer, String why) {
        assertThat(Json.items(answer().path("rejected")))
                .as("what is rejected in %s", answer())
                .anySatisfy(problem -> {
                    assertThat(problem.path("line").asInt()).isEqualTo(line);
                    assertThat(Json.text(problem, "pointer")).isEqualTo(pointer);
                    assertThat(Json.text(problem, "message")).contains(why);
                });
    }

    /** The answer itself, or the result of the job it started. */
    private JsonNode answer() {
        return scene.last().json().has("accepted")
                ? scene.last().json()
                : jobs.finished().at("/result");
    }
}
