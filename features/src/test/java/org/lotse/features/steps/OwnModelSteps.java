package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Models the company brings itself, as ONNX files. */
public class OwnModelSteps {
    private final Service service;
    private final Scene scene;
    private String file = "";
    private String more = "";

    public OwnModelSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @When("^the analyst brings the model \"(.+)\" with a sample of (\\d+) customers$")
    public void bring(String name, int rows) {
        file = name;
        take(content(), sample(rows));
    }

    @When("^the analyst brings half of the model \"(.+)\"$")
    public void bringHalf(String name) {
        file = name;
        take(Arrays.copyOf(content(), content().length / 2), sample(300));
    }

    @When("^the analyst brings the model \"(.+)\" with a sample without \"tenure\"$")
    public void bringWithout(String name) {
        file = name;
        take(content(), sample(300).replace("tenure,", "loyalty,"));
    }

    @When("^the analyst brings the model \"(.+)\" whose definition calls \"(.+)\" sensitive$")
    public void bringSensitive(String name, String column) {
        file = name;
        more = "sensitive: [" + column + "]\n";
        take(content(), sample(300));
    }

    @When("^the analyst brings it again with the reason \"(.+)\"$")
    public void bringLawful(String reason) {
        more += "lawful: {tenure: \"" + reason + "\"}\n";
        take(content(), sample(300));
    }

    @Then("^it is a candidate whose report says how well it ranks them$")
    public void candidate() {
        Reply taken = scene.last();
        assertThat(taken.status()).as("%s", taken).isEqualTo(201);
        assertThat(taken.at("/state").asString()).isEqualTo("CANDIDATE");
        JsonNode auc = taken.at("/report/evaluation/auc");
        assertThat(auc.path("value").asDouble()).as("%s", taken).isBetween(0.7, 1.0);
        assertThat(auc.path("value").asDouble())
                .isBetween(auc.path("low").asDouble(), auc.path("high").asDouble());
    }

    @When("^the analyst promotes what was brought because \"(.+)\"$")
    public void promote(String reason) {
        service.post(
                        Roles.ANALYST,
                        path() + "/versions/" + version() + "/promotion",
                        JsonNodeFactory.instance.objectNode().put("reason", reason))
                .ok();
    }

    @Then("^what was brought is the champion, promoted because \"(.+)\"$")
    public void champion(String reason) {
        Reply model = service.get(Roles.ANALYST, path()).ok();
        assertThat(model.at("/champion").asString()).as("%s", model).isEqualTo(version());
        assertThat(model.at("/changes/0/reason").asString()).isEqualTo(reason);
        assertThat(model.at("/changes/0/by").asString()).isEqualTo(Roles.ANALYST);
    }

    @Then("^its origin names the file by its hash$")
    public void origin() {
        JsonNode origin = service.get(Roles.ANALYST, path()).ok().at("/versions/0/provenance");
        assertThat(Json.text(origin, "dataHash")).as("%s", origin).matches("[0-9a-f]{64}");
        assertThat(Json.text(origin, "library")).isNotBlank();
    }

    @Then("^another company's runtime gets a model that takes \"(.+)\" and \"(.+)\"$")
    public void goesOut(String one, String other) {
        Reply given = service.get(Roles.ANALYST, path() + "/versions/" + version() + "/onnx")
                .ok();
        assertThat(given.header("content-type").orElse("")).contains("octet-stream");
        assertThat(given.text()).contains(one, other);
    }

    private void take(byte[] model, String sample) {
        String definition =
                "name: " + name() + "\ntask: binary\nsubject: customer\ntarget: left\npositive: \"yes\"\n" + more;
        scene.remember(service.upload(
                Roles.ANALYST,
                path() + "/imports",
                Map.of(
                        "definition", definition.getBytes(StandardCharsets.UTF_8),
                        "model", model,
                        "sample", sample.getBytes(StandardCharsets.UTF_8))));
    }

    private byte[] content() {
        try (InputStream stream = OwnModelSteps.class.getResourceAsStream("/models/" + file)) {
            if (stream == null) {
                throw new AssertionError("There is no file models/" + file + ".");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who has been a customer for long stays, who pays much leaves. */
    private static String sample(int rows) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder("tenure,monthly-charge,left\n");
        for (int row = 0; row < rows; row++) {
            int tenure = random.nextInt(73);
            int charge = 20 + random.nextInt(90);
            double leaves = 1 / (1 + Math.exp(0.06 * (tenure - 25) - 0.03 * (charge - 65)));
            text.append(tenure)
                    .append(',')
                    .append(charge)
                    .append(',')
                    .append(random.nextDouble() < leaves ? "yes" : "no")
                    .append('\n');
        }
        return text.toString();
    }

    private String version() {
        return Json.text(service.get(Roles.ANALYST, path()).ok().at("/versions/0"), "version");
    }

    private String name() {
        return scene.own("brought");
    }

    private String path() {
        return "/v1/models/" + name();
    }
}
