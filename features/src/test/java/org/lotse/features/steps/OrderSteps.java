package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.After;
import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Visits that are stored with what they come after, and depots. */
public class OrderSteps {
    private final Service service;
    private final Scene scene;
    private final PlanSteps plans;
    /** What is taken back at the end, the last first. */
    private final List<String> stored = new ArrayList<>();

    public OrderSteps(Service service, Scene scene, PlanSteps plans) {
        this.service = service;
        this.scene = scene;
        this.plans = plans;
    }

    @Angenommen("^ein Besuch \"([^\"]+)\" wartet$")
    public void waits(String visit) {
        put(visit, null).ok();
    }

    @Angenommen("^ein Besuch \"([^\"]+)\" wartet, der nach \"([^\"]+)\" kommt$")
    public void waitsAfter(String visit, String earlier) {
        put(visit, earlier).ok();
    }

    @Wenn("^ein Besuch \"([^\"]+)\" gespeichert wird, der nach \"([^\"]+)\" kommt$")
    public void isStored(String visit, String earlier) {
        scene.remember(put(visit, earlier));
    }

    @Wenn("^die Touren aller wartenden Besuche geplant werden$")
    public void arePlanned() {
        plans.ask("routes", JsonNodeFactory.instance.objectNode());
    }

    @Dann("^ist \"([^\"]+)\" vorbei, bevor \"([^\"]+)\" beginnt$")
    public void isOver(String earlier, String later) {
        LocalDateTime over = LocalDateTime.parse(Json.text(stop(earlier), "leave"));
        LocalDateTime begins = LocalDateTime.parse(Json.text(stop(later), "start"));

        assertThat(over).as("the plan %s", plans.plan()).isBeforeOrEqualTo(begins);
    }

    @Angenommen("^\"([^\"]+)\" lädt am Depot \"([^\"]+)\" um$")
    public void reloads(String rep, String depot) {
        keep(
                "/v1/depots/" + scene.own(depot),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", depot)
                        .put("lat", 54.3)
                        .put("lon", 10.1));
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", rep)
                .put("town", "Kiel")
                .put("lat", 54.3)
                .put("lon", 10.1)
                .put("begins", "03:00")
                .put("ends", "03:05")
                .put("reloadMinutes", 20);
        body.putArray("capacity").add(4);
        body.putArray("reload").add(scene.own(depot));
        keep("/v1/reps/" + scene.own(rep), body);
    }

    @Wenn("^das Depot \"([^\"]+)\" aufgegeben wird$")
    public void isGivenUp(String depot) {
        scene.remember(service.delete(Roles.ADMIN, "/v1/depots/" + scene.own(depot)));
    }

    @After
    public void takeBack() {
        stored.reversed().forEach(path -> service.delete(Roles.ADMIN, path));
    }

    private JsonNode stop(String visit) {
        return Json.items(plans.plan().path("routes")).stream()
                .flatMap(route -> Json.items(route.path("stops")).stream())
                .filter(stop -> Json.text(stop, "visit").equals(scene.own(visit)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No stop at " + scene.own(visit) + " in " + plans.plan()));
    }

    private void keep(String path, ObjectNode body) {
        service.put(Roles.ADMIN, path, body).ok();
        stored.add(path);
    }

    /** A visit in the middle of Hamburg that must be made, on whichever of the next days. */
    private Reply put(String visit, @Nullable String earlier) {
        String customer = scene.own("kunde");
        service.put(
                        Roles.ADMIN,
                        "/v1/customers/" + customer,
                        JsonNodeFactory.instance
                                .objectNode()
                                .set(
                                        "attributes",
                                        JsonNodeFactory.instance.objectNode().put("name", "Haus am Hafen")))
                .ok();
        Instant now = Instant.now();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("customerId", customer)
                .put("lat", 53.56)
                .put("lon", 9.97)
                .put("serviceMinutes", 15)
                .put("from", now.minus(1, ChronoUnit.DAYS).toString())
                .put("until", now.plus(30, ChronoUnit.DAYS).toString())
                .put("value", 900)
                .put("mandatory", true);
        if (earlier != null) {
            body.putArray("after").add(scene.own(earlier));
        }
        String path = "/v1/visits/" + scene.own(visit);
        Reply reply = service.put(Roles.ADMIN, path, body);
        stored.add(path);
        return reply;
    }
}
