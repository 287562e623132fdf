package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Und;
import io.cucumber.java.de.Wenn;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Planning and deciding share the hours of the field reps. */
public class CouplingSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;
    private final PlanSteps plans;
    private double scarcePrice;

    public CouplingSteps(Service service, Scene scene, PlanSteps plans) {
        this.service = service;
        this.scene = scene;
        this.plans = plans;
    }

    @Angenommen(
            "^ein Geschäftskunde \"(.+)\" mit einem Auftragspotenzial von (\\d+) EUR, der besucht und angerufen werden darf$")
    public void customer(String name, int potential) {
        String path = "/v1/customers/" + scene.customer(name, false);
        ObjectNode body = JSON.objectNode();
        body.putObject("attributes")
                .put("kind", "BUSINESS")
                .put("deal-value", potential)
                .put("monthly-charge", 95)
                .put("contract", "MONTHLY")
                .put("tenure", 3)
                .put("internet", "FIBRE")
                .put("online-security", false)
                .put("streaming-tv", false)
                .put("device-age", 30);
        service.put(Roles.ADMIN, path, body).ok();
        for (String channel : List.of("FIELD_REP", "CALL_CENTRE")) {
            service.put(
                            Roles.ADMIN,
                            path + "/consents",
                            JSON.objectNode()
                                    .put("purpose", "MARKETING")
                                    .put("channel", channel)
                                    .put("granted", true)
                                    .put("at", "2026-11-01T10:00:00Z")
                                    .put("evidence", "feature"))
                    .ok();
        }
    }

    @Wenn("^alle offenen Besuche an einem einzigen Tag zu machen sind$")
    public void oneDay() {
        plan(JSON.objectNode());
    }

    @Wenn("^sich die offenen Besuche auf zwei Wochen verteilen$")
    public void twoWeeks() {
        plan(JSON.objectNode().put("days", 14));
    }

    private void plan(ObjectNode wish) {
        plans.ask("routes", wish);
        plans.plan();
        service.post(Roles.ADMIN, "/v1/prices/computation").ok();
    }

    @Dann("^kostet eine Stunde des Außendienstes etwas, und zwar laut Planung$")
    public void scarce() {
        scarcePrice = hour().path("price").asDouble();
        assertThat(scarcePrice).isPositive();
        assertThat(Json.text(hour(), "origin")).isEqualTo("PLANNED");
    }

    @Dann("^kostet eine Stunde des Außendienstes weniger$")
    public void cheaper() {
        assertThat(hour().path("price").asDouble()).isLessThan(scarcePrice);
    }

    @Und("^der Kunde \"(.+)\" wird besucht$")
    public void isVisited(String name) {
        assertThatChannel(name).isEqualTo("FIELD_REP");
    }

    @Und("^der Kunde \"(.+)\" wird angerufen$")
    public void isCalled(String name) {
        assertThatChannel(name).isEqualTo("CALL_CENTRE");
    }

    private JsonNode hour() {
        return Json.items(service.get(Roles.ADMIN, "/v1/prices").ok().at("/capacities")).stream()
                .filter(capacity -> Json.text(capacity, "key").equals("rep-hour"))
                .findFirst()
                .orElseThrow();
    }

    private AbstractStringAssert<?> assertThatChannel(String name) {
        ObjectNode question = JSON.objectNode()
                .put("customerId", scene.own(name))
                .put("direction", "OUTBOUND")
                .put("at", "2026-11-23T10:00:00Z");
        Reply decided = service.post(Roles.ADMIN, "/v1/decisions/next-best-action", question)
                .ok();
        return assertThat(Json.text(decided.at("/actions/0"), "channel")).as("the channel of %s", decided);
    }
}
