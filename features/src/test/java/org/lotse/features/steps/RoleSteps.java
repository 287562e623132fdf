package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Wenn;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The work of each role, as one typical request. */
public class RoleSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;

    public RoleSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @When("^the (marketing|release|agent|rep|analyst|admin) wants to (.+)$")
    public void wantsTo(String role, String work) {
        scene.remember(request("demo-" + role, work));
    }

    @Wenn("^der Innendienst ein Modell trainieren will$")
    public void agentWantsToTrain() {
        wantsTo("agent", "train a model");
    }

    @When("^somebody without a token wants to (.+)$")
    public void nobodyWantsTo(String work) {
        scene.remember(request("", work));
    }

    @When("^somebody with the token \"(.+)\" wants to (.+)$")
    public void strangerWantsTo(String token, String work) {
        scene.remember(request(token, work));
    }

    @Then("^it is allowed$")
    public void isAllowed() {
        assertThat(scene.last().status() / 100).as("%s", scene.last()).isEqualTo(2);
    }

    private Reply request(String token, String work) {
        return switch (work) {
            case "read the rules" -> service.get(token, "/v1/rules");
            case "begin a draft" -> service.upload(token, "/v1/rules/drafts", Map.of("replies.csv", replies()));
            case "ask what if" -> {
                ObjectNode question = JSON.objectNode().put("customerId", scene.subjectId());
                question.putObject("attributes").put("churn", 0.5);
                yield service.post(token, "/v1/decisions/voucher", question);
            }
            case "see the screen pop" -> service.get(token, "/v1/customers/" + scene.subjectId() + "/screen-pop");
            case "decide the next best action" ->
                service.post(
                        token,
                        "/v1/decisions/next-best-action",
                        JSON.objectNode().put("customerId", scene.subjectId()));
            case "read the customer" -> service.get(token, "/v1/customers/" + scene.subjectId());
            case "deliver a customer" -> {
                ObjectNode customer = JSON.objectNode();
                customer.putObject("attributes").put("tenure", 1);
                yield service.put(token, "/v1/customers/" + scene.own("delivered"), customer);
            }
            case "read the models" -> service.get(token, "/v1/models");
            case "train a model" -> service.post(token, "/v1/models/closing/trainings");
            case "report an outcome" -> service.post(token, "/v1/outcomes", JSON.objectNode());
            default -> throw new AssertionError("No request is known for \"" + work + "\".");
        };
    }

    private byte[] replies() {
        return service.get(Roles.MARKETING, "/v1/rules/versions/active/files/replies.csv")
                .ok()
                .text()
                .getBytes(StandardCharsets.UTF_8);
    }
}
