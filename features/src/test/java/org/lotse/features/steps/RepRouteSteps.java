package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The route a rep sees in the morning: the own one. */
public class RepRouteSteps {
    private static final int NOT_ALLOWED = 403;

    private final Service service;
    private final Scene scene;
    private final PlanSteps plans;

    public RepRouteSteps(Service service, Scene scene, PlanSteps plans) {
        this.service = service;
        this.scene = scene;
        this.plans = plans;
    }

    @Angenommen("^für den nächsten Arbeitstag sind die Touren der eigenen Besuche geplant$")
    public void planned() {
        plans.ask("routes", JsonNodeFactory.instance.objectNode());
        plans.plan();
    }

    @Wenn("^der Außendienst seine Tour ansieht$")
    public void looksAtOwn() {
        scene.remember(route(reply -> reply.status() != NOT_ALLOWED)).ok();
    }

    @Wenn("^der Außendienst die Tour eines anderen ansieht$")
    public void looksAtOther() {
        planned();
        scene.remember(route(reply -> reply.status() == NOT_ALLOWED));
    }

    @Dann("^hat die Tour Besuche mit Ort, Ankunft und Dauer$")
    public void hasStops() {
        List<JsonNode> stops = Json.items(scene.last().at("/stops"));

        assertThat(stops).as("the stops of %s", scene.last()).isNotEmpty().allSatisfy(stop -> {
            assertThat(stop.at("/place/latitude").isNumber()).isTrue();
            assertThat(Json.text(stop, "arrive")).isNotBlank();
            assertThat(stop.path("serviceMinutes").asInt()).isPositive();
        });
    }

    @Dann("^die Tour gibt es als Kalender ohne Namen von Kunden$")
    public void hasCalendar() {
        String path = scene.last().asked().split(" ", -1)[1] + ".ics";
        Reply calendar = service.get(Roles.REP, path).ok();
        List<String> names = Json.items(scene.last().at("/stops")).stream()
                .map(stop -> service.get(Roles.ADMIN, "/v1/customers/" + Json.text(stop, "customerId"))
                        .ok()
                        .at("/attributes/name")
                        .asString(""))
                .filter(name -> !name.isBlank())
                .toList();

        assertThat(calendar.text()).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
        assertThat(names)
                .as("names of the customers to visit")
                .isNotEmpty()
                .allSatisfy(name -> assertThat(calendar.text()).doesNotContain(name));
    }

    /** The first route of the plan whose answer is as wanted, asked for as the rep. */
    private Reply route(Predicate<Reply> wanted) {
        String day = scene.last().at("/day").asString();
        Map<String, Reply> replies = Json.items(plans.plan().path("routes")).stream()
                .map(route -> Json.text(route, "rep"))
                .collect(Collectors.toMap(
                        rep -> rep, rep -> service.get(Roles.REP, "/v1/reps/" + rep + "/routes/" + day)));
        return replies.values().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("None of the routes of " + replies.keySet() + " is as expected."));
    }
}
