package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Und;
import io.cucumber.java.de.Wenn;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Routes of field reps: problems in words, plans as promises. */
public class RouteSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Two towns with their true coordinates. */
    private static final ObjectNode KIEL = place("Kiel", 54.3233, 10.1228);

    private static final ObjectNode NEUMUENSTER = place("Neumünster", 54.0714, 9.9900);

    private final PlanSteps plans;
    private final ObjectNode problem = JSON.objectNode();
    private String day = "";
    private String because = "";

    public RouteSteps(PlanSteps plans) {
        this.plans = plans;
    }

    @Angenommen("^eine Tagesplanung für den (\\d{4}-\\d{2}-\\d{2})$")
    public void plansDay(String date) {
        day = date;
        problem.put("day", date).put("zone", "Europe/Berlin");
        problem.putObject("travel").put("kind", "great-circle").put("kmh", 60).put("detour", 1.3);
        problem.putArray("places").add(KIEL).add(NEUMUENSTER);
        problem.putArray("reps");
        problem.putArray("visits");
    }

    @Und("^der Außendienst \"(.+)\" von (\\d\\d:\\d\\d) bis (\\d\\d:\\d\\d) ab (\\S+) mit Können (\\S+)$")
    public void rep(String id, String from, String to, String place, String skill) {
        ObjectNode rep = problem.withArray("reps").addObject();
        rep.put("id", id).put("start", place).put("end", place);
        rep.set("shift", span(from, to));
        rep.putArray("skills").add(skill);
    }

    @Angenommen("^der Besuch \"(.+)\" in (\\S+) von (\\d\\d:\\d\\d) bis (\\d\\d:\\d\\d) mit (\\d+) Minuten$")
    public void visit(String id, String place, String from, String to, int minutes) {
        ObjectNode visit = problem.withArray("visits").addObject();
        visit.put("id", id).put("place", place).put("serviceMinutes", minutes).put("value", 300);
        visit.putArray("windows").add(span(from, to));
    }

    @Angenommen(
            "^der Besuch \"(.+)\" in (\\S+) von (\\d\\d:\\d\\d) bis (\\d\\d:\\d\\d) mit (\\d+) Minuten und Können (\\S+)$")
    public void visitWithSkill(String id, String place, String from, String to, int minutes, String skill) {
        visit(id, place, from, to, minutes);
        ((ObjectNode) Json.items(problem.path("visits")).getLast())
                .putArray("skills")
                .add(skill);
    }

    @Wenn("^die Touren geplant werden$")
    public void plan() {
        plans.ask("routes", problem);
    }

    @Dann("^hat \"(.+)\" die Besuche \"(.+)\"$")
    public void visits(String rep, String visits) {
        assertThat(stops(rep).map(stop -> Json.text(stop, "visit")))
                .as("the stops of %s in %s", rep, plans.plan())
                .containsExactly(visits.split(", "));
    }

    @Dann("^jeder Besuch beginnt in seinem Zeitfenster$")
    public void keepsWindows() {
        for (JsonNode visit : problem.path("visits")) {
            JsonNode window = visit.at("/windows/0");
            assertThat(stops().filter(stop -> Json.text(stop, "visit").equals(Json.text(visit, "id"))))
                    .allSatisfy(stop -> assertThat(LocalDateTime.parse(Json.text(stop, "start")))
                            .isBetween(
                                    LocalDateTime.parse(Json.text(window, "from")),
                                    LocalDateTime.parse(Json.text(window, "to"))));
        }
    }

    @Dann("^kein Besuch ist ausgelassen$")
    public void nothingLeftOut() {
        assertThat(Json.items(plans.plan().path("unplanned"))).isEmpty();
    }

    @Dann("^ist \"(.+)\" ausgelassen mit dem Grund (\\w+)$")
    public void isLeftOut(String visit, String reason) {
        JsonNode left = Json.items(plans.plan().path("unplanned")).stream()
                .filter(one -> Json.text(one, "visit").equals(visit))
                .findFirst()
                .orElseThrow(() -> new AssertionError(visit + " should be left out of " + plans.plan()));

        assertThat(Json.text(left, "reason")).as("the reason of %s", left).isEqualTo(reason);
        assertThat(Json.text(left, "text"))
                .as("the reason in words of %s", left)
                .isNotBlank();
        because = Json.text(left, "text");
    }

    @Dann("^der Grund sagt in Worten \"(.+)\"$")
    public void inWords(String words) {
        assertThat(because).contains(words);
    }

    private Stream<JsonNode> stops() {
        return Json.items(plans.plan().path("routes")).stream()
                .flatMap(route -> Json.items(route.path("stops")).stream());
    }

    private Stream<JsonNode> stops(String rep) {
        List<JsonNode> routes = Json.items(plans.plan().path("routes"));
        return routes.stream()
                .filter(route -> Json.text(route, "rep").equals(rep))
                .flatMap(route -> Json.items(route.path("stops")).stream());
    }

    private ObjectNode span(String from, String to) {
        return JSON.objectNode().put("from", day + "T" + from).put("to", day + "T" + to);
    }

    private static ObjectNode place(String id, double latitude, double longitude) {
        return JSON.objectNode().put("id", id).put("lat", latitude).put("lon", longitude);
    }
}
