package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Training, reports and promotion of models. */
public class ModelSteps {
    private final Service service;
    private final Scene scene;
    private final JobSteps jobs;
    private String model = "";
    private String championBefore = "";

    public ModelSteps(Service service, Scene scene, JobSteps jobs) {
        this.service = service;
        this.scene = scene;
        this.jobs = jobs;
    }

    @When("^the analyst trains the model \"(.+)\"$")
    public void train(String name) {
        model = name;
        championBefore = service.get(Roles.ANALYST, "/v1/models/" + name).text();
        jobs.begun(Roles.ANALYST, service.post(Roles.ANALYST, "/v1/models/" + name + "/trainings"));
    }

    @When("^the analyst promotes the new version$")
    public void promote() {
        service.post(Roles.ANALYST, "/v1/models/" + model + "/versions/" + version() + "/promotion")
                .ok();
    }

    @Then("^the report says how well the new version ranks and how honest its probabilities are$")
    public void reportsQuality() {
        JsonNode evaluation = trained().at("/report/evaluation");

        double auc = evaluation.at("/auc/value").asDouble();
        assertThat(auc).as("AUC in %s", evaluation).isBetween(0.5, 1.0);
        assertThat(auc)
                .as("AUC in its interval in %s", evaluation)
                .isBetween(
                        evaluation.at("/auc/low").asDouble(),
                        evaluation.at("/auc/high").asDouble());
        assertThat(evaluation.path("calibrationError").asDouble(-1))
                .as("calibration in %s", evaluation)
                .isBetween(0.0, 0.2);
        assertThat(evaluation.path("logLoss").asDouble(-1))
                .as("log loss in %s", evaluation)
                .isPositive();
    }

    @Then("^the report shows a simple baseline beside it$")
    public void reportsBaseline() {
        JsonNode evaluation = trained().at("/report/evaluation");

        assertThat(evaluation.path("baseLogLoss").asDouble(-1))
                .as("the baseline beside the log loss in %s", evaluation)
                .isGreaterThanOrEqualTo(evaluation.path("logLoss").asDouble());
        assertThat(evaluation.path("baseRate").asDouble(-1))
                .as("the base rate in %s", evaluation)
                .isBetween(0.0, 1.0);
    }

    @Then("^the provenance of the version is known$")
    public void knowsProvenance() {
        JsonNode provenance = trained().path("provenance");

        assertThat(List.of("definitionHash", "data", "dataHash", "library", "createdAt"))
                .as("what %s says", provenance)
                .allMatch(field -> !Json.text(provenance, field).isBlank());
        assertThat(provenance.path("rows").asLong())
                .as("rows of %s", provenance)
                .isPositive();
    }

    @Then("^the new version is the champion of \"(.+)\"$")
    public void isChampion(String name) {
        Reply known = service.get(Roles.ANALYST, "/v1/models/" + name).ok();

        assertThat(known.at("/champion").asString())
                .as("the champion of %s", known)
                .isEqualTo(version());
        assertThat(Json.text(trained(), "state")).isEqualTo("CHAMPION");
    }

    @Then("^the version before is kept$")
    public void keepsOld() {
        String before = Json.text(new tools.jackson.databind.json.JsonMapper().readTree(championBefore), "champion");

        assertThat(Json.items(
                        service.get(Roles.ANALYST, "/v1/models/" + model).ok().at("/versions")))
                .anySatisfy(version -> {
                    assertThat(Json.text(version, "version")).isEqualTo(before);
                    assertThat(Json.text(version, "state")).isIn("RETIRED", "CHAMPION");
                });
    }

    @Then("^the score (.+) is between 0 and 1 and names its model$")
    public void scoreNamesModel(String title) {
        JsonNode score = scene.decision().at("/scores").path(scene.term(title).key());

        assertThat(score.path("value").asDouble(-1))
                .as("%s in %s", title, scene.decision())
                .isBetween(0.0, 1.0);
        assertThat(Json.text(score, "model")).as("the model of %s", title).matches("[\\w-]+@[0-9a-f]{8,}");
    }

    private String version() {
        return jobs.finished().at("/result/version").asString();
    }

    private JsonNode trained() {
        String version = version();
        return Json.items(service.get(Roles.ANALYST, "/v1/models/" + model).ok().at("/versions")).stream()
                .filter(one -> Json.text(one, "version").equals(version))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The model " + model + " does not list its version " + version));
    }
}
