package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Und;
import io.cucumber.java.en.And;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Refusals: a problem document that names the thing, its value and the way out. */
public class ProblemSteps {
    private final Service service;
    private final Scene scene;

    public ProblemSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @When("^somebody looks at \"(.+)\"$")
    public void looksAt(String path) {
        scene.remember(service.get(Roles.ADMIN, path));
    }

    @Then("^it is refused as \"(.+)\" with status (\\d+)$")
    @Dann("^wird (?:er|sie|es) als \"(.+)\" mit Status (\\d+) abgelehnt$")
    public void refusedAs(String title, int status) {
        refused(status);

        assertThat(problem().at("/title").asString(""))
                .as("the title of %s", problem())
                .isEqualTo(title);
    }

    @Then("^it is refused with status (\\d+)$")
    @Dann("^wird (?:er|sie|es) mit Status (\\d+) abgelehnt$")
    public void refused(int status) {
        assertThat(problem().status()).as("the status of %s", problem()).isEqualTo(status);
        assertThat(problem().header("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(problem().at("/status").asInt())
                .as("the status in %s", problem())
                .isEqualTo(status);
        assertThat(List.of("type", "title", "detail", "instance"))
                .as("what %s says", problem())
                .allMatch(field -> !Json.text(problem().json(), field).isBlank());
        assertThat(problem().at("/errors").isArray())
                .as("the errors of %s", problem())
                .isTrue();
    }

    @And("^the refusal names \"([^\"]+)\"$")
    @Und("^die Ablehnung nennt \"([^\"]+)\"$")
    public void names(String words) {
        assertThat(words()).as("the words of %s", problem()).contains(words);
    }

    @And("^the refusal names \"(.+)\" and the way out \"(.+)\"$")
    @Und("^die Ablehnung nennt \"(.+)\" und den Ausweg \"(.+)\"$")
    public void namesWithWayOut(String words, String wayOut) {
        assertThat(words()).as("the words of %s", problem()).contains(words, wayOut);
    }

    @Then("^the place \"(.+)\" is named with \"(.+)\" and the way out \"(.+)\"$")
    public void placeIsNamed(String pointer, String value, String wayOut) {
        List<JsonNode> errors = Json.items(problem().at("/errors"));

        assertThat(errors).as("the errors of %s", problem()).anySatisfy(error -> {
            assertThat(Json.text(error, "pointer")).isEqualTo(pointer);
            assertThat(Json.text(error, "code")).matches("[A-Z_]+");
            assertThat(Json.text(error, "message")).contains(value, wayOut);
        });
    }

    /** Everything the problem says in words. */
    private String words() {
        return Stream.concat(
                        Stream.of(Json.text(problem().json(), "detail")),
                        Json.items(problem().at("/errors")).stream().map(error -> Json.text(error, "message")))
                .reduce("", (all, words) -> all + "\n" + words);
    }

    private Reply problem() {
        return scene.last();
    }
}
