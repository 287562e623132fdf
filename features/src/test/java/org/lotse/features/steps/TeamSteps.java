package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Agents: what they can, whom they like, and the customers they suit. */
public class TeamSteps {
    private static final String DAY = "2027-03-10";

    private final Service service;
    private final PlanSteps plans;
    private final Scene scene;

    public TeamSteps(Service service, PlanSteps plans, Scene scene) {
        this.service = service;
        this.plans = plans;
        this.scene = scene;
    }

    @Angenommen("^der Kunde \"(.+)\" spricht am liebsten mit \"(.+)\"$")
    public void likes(String name, String agent) {
        customer(name, "preferred-agent", scene.own(agent));
    }

    @Angenommen("^für den Kunden \"(.+)\" muss man \"(.+)\" können$")
    public void needs(String name, String skill) {
        customer(name, "call-skills", "deutsch, " + skill);
    }

    @Wenn("^ihre Anrufe für \"(.+)\", die \"(.+)\" kann, und \"(.+)\", der \"(.+)\" kann, geplant werden$")
    public void plan(String one, String first, String other, String second) {
        ObjectNode wish = JsonNodeFactory.instance
                .objectNode()
                .put("slotMinutes", 60)
                .put("callMinutes", 10)
                .put("zone", "Europe/Berlin")
                .put("preference", 1);
        wish.putObject("segment").put("town", town());
        wish.putArray("agents").add(agent(one, first)).add(agent(other, second));
        plans.ask("calls", wish);
    }

    @Dann("^wird \"(.+)\" von \"(.+)\" angerufen$")
    public void isCalledBy(String customer, String agent) {
        assertThat(Json.items(plans.plan().path("calls")))
                .as("the calls of %s", plans.plan())
                .anySatisfy(call -> {
                    assertThat(Json.text(call, "customerId")).isEqualTo(scene.own(customer));
                    assertThat(Json.text(call, "agent")).isEqualTo(scene.own(agent));
                });
    }

    @Wenn("^\"(.+)\" ins Team kommt, von (\\d\\d:\\d\\d) bis (\\d\\d:\\d\\d), am liebsten mit Kunden aus \"(.+)\"$")
    public void comes(String agent, String begins, String ends, String region) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", agent)
                .put("begins", begins)
                .put("ends", ends);
        body.putArray("prefers").add(region);
        scene.remember(service.put(Roles.ADMIN, "/v1/agents/" + scene.own(agent), body));
    }

    @Wenn("^\"(.+)\" das Team verlässt$")
    public void leaves(String agent) {
        service.delete(Roles.ADMIN, "/v1/agents/" + scene.own(agent)).ok();
    }

    @Dann("^gehört \"(.+)\" zum Team und mag \"(.+)\"$")
    public void belongs(String agent, String region) {
        assertThat(team())
                .filteredOn(one -> Json.text(one, "id").equals(scene.own(agent)))
                .singleElement()
                .satisfies(one -> assertThat(one.path("prefers").toString()).contains(region));
    }

    @Dann("^gehört \"(.+)\" nicht zum Team$")
    public void isGone(String agent) {
        assertThat(team()).noneSatisfy(one -> assertThat(Json.text(one, "id")).isEqualTo(scene.own(agent)));
    }

    private List<JsonNode> team() {
        return Json.items(service.get(Roles.ADMIN, "/v1/agents").ok().json());
    }

    private String town() {
        return scene.own("Ort");
    }

    private ObjectNode agent(String name, String skill) {
        ObjectNode agent = JsonNodeFactory.instance.objectNode().put("id", scene.own(name));
        agent.putArray("skills").add("deutsch").add(skill);
        agent.putArray("shifts").addObject().put("from", DAY + "T09:00").put("to", DAY + "T12:00");
        return agent;
    }

    private void customer(String name, String attribute, String value) {
        String path = "/v1/customers/" + scene.own(name);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("attributes")
                .put("kind", "BUSINESS")
                .put("town", town())
                .put("deal-value", 9_000)
                .put("monthly-charge", 95)
                .put("contract", "MONTHLY")
                .put("tenure", 3)
                .put("internet", "FIBRE")
                .put(attribute, value);
        service.put(Roles.ADMIN, path, body).ok();
        service.put(
                        Roles.ADMIN,
                        path + "/consents",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("purpose", "MARKETING")
                                .put("channel", "CALL_CENTRE")
                                .put("granted", true)
                                .put("at", "2026-11-01T10:00:00Z")
                                .put("evidence", "feature"))
                .ok();
    }
}
