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

    @Angenommen(
            "^der Lieferwagen \"(.+)\" von (\\d\\d:\\d\\d) bis (\\d\\d:\\d\\d) ab (\\S+) mit Platz für (\\d+) Kisten, der in (\\S+) nachlädt$")
    public void van(String id, String from, String to, String place, int room, String reload) {
        rep(id, from, to, place, "Lieferung");
        ObjectNode van = (ObjectNode) Json.items(problem.path("reps")).getLast();
        van.putArray("capacity").add(room);
        van.putArray("reload").add(reload);
        van.put("reloadMinutes", 20);
    }

    @Und("^die Lieferung \"(.+)\" nach (\\S+) von (\\d\\d:\\d\\d) bis (\\d\\d:\\d\\d) mit (\\d+) Kisten$")
    public void delivery(String id, String place, String from, String to, int boxes) {
        visitWithSkill(id, place, from, to, 15, "Lieferung");
        ((ObjectNode) Json.items(problem.path("visits")).getLast())
                .putArray("demand")
                .add(boxes);
    }

    @Und("^\"(.+)\" betreut das Gebiet (\\S+)$")
    public void territory(String rep, String area) {
        named("reps", rep).putArray("territory").add(area);
        problem.withObject("objective").put("perMinute", 1).put("perOutsideTerritory", 200);
    }

    @Und("^der Besuch \"(.+)\" liegt im Gebiet (\\S+)$")
    public void area(String visit, String area) {
        named("visits", visit).put("area", area);
    }

    private ObjectNode named(String list, String id) {
        return (ObjectNode) Json.items(problem.path(list)).stream()
                .filter(one -> Json.text(one, "id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among the " + list));
    }

    @Dann("^lädt \"(.+)\" (\\d+) Mal in (\\S+) nach$")
    public void reloads(String rep, int times, String place) {
        JsonNode route = Json.items(plans.plan().path("routes")).stream()
                .filter(one -> Json.text(one, "rep").equals(rep))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rep + " drives nowhere in " + plans.plan()));

        assertThat(Json.items(route.path("reloads")).stream().map(reload -> Json.text(reload, "place")))
                .hasSize(times)
                .containsOnly(place);
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
