package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Aber;
import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Notes of visits: what is read out of them, and what becomes of it. */
public class NoteSteps {
    private final Service service;
    private final Scene scene;
    private @Nullable JsonNode note;

    public NoteSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Angenommen("^ein besuchter Kunde$")
    public void visited() {
        String id = scene.own("besucht");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("attributes").put("name", "Mosel");
        service.put(Roles.ADMIN, "/v1/customers/" + id, body).ok();
        scene.about("customer", id);
    }

    @Angenommen("^die Notiz vom (\\d{4}-\\d{2}-\\d{2})$")
    public void writes(String day, String text) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("text", text)
                .put("at", day + "T16:00:00+02:00")
                .put("customerId", scene.subjectId());
        note = service.post(Roles.REP, "/v1/visits/" + scene.own("v") + "/notes", body)
                .ok()
                .json();
    }

    @Dann("^wird \"(.+)\" zu \"(.+)\" vorgeschlagen$")
    public void isProposed(String kind, String about) {
        assertThat(found(kind)).as("what was found: %s", note()).anySatisfy(one -> {
            assertThat(Json.text(one, "about")).contains(about);
            assertThat(Json.text(one, "state")).isEqualTo("PROPOSED");
            assertThat(Json.text(one, "text")).isNotBlank();
        });
    }

    @Dann("^wird \"(.+)\" zu \"(.+)\" bis (\\d{4}-\\d{2}-\\d{2}) vorgeschlagen$")
    public void isProposedUntil(String kind, String about, String due) {
        isProposed(kind, about);
        assertThat(found(kind))
                .anySatisfy(one -> assertThat(Json.text(one, "due")).isEqualTo(due));
    }

    @Aber("^\"(.+)\" zu \"(.+)\" wird nicht vorgeschlagen$")
    public void isNotProposed(String kind, String about) {
        assertThat(found(kind))
                .noneSatisfy(one -> assertThat(Json.text(one, "about")).contains(about));
    }

    @Wenn("^\"(.+)\" (bestätigt|erledigt) wird$")
    public void settle(String kind, String how) {
        JsonNode item = found(kind).getFirst();
        String way = how.equals("bestätigt") ? "confirmation" : "completion";
        service.post(
                        Roles.REP,
                        "/v1/visits/" + Json.text(note(), "visit") + "/notes/" + Json.text(note(), "noteId") + "/items/"
                                + Json.text(item, "id") + "/" + way)
                .ok();
    }

    @Dann("^steht die Angabe \"(.+)\" zu \"(.+)\" beim Kunden$")
    public void isKnown(String kind, String about) {
        assertThat(personalData()).contains("\"" + kind + "\"").contains(about);
    }

    @Dann("^die Angabe \"(.+)\" steht nicht beim Kunden$")
    public void isNotKnown(String kind) {
        assertThat(events()).doesNotContain(kind);
    }

    @Dann("^steht \"(.+)\" (nicht )?auf der Aufgabenliste$")
    public void isListed(String kind, @Nullable String not) {
        List<JsonNode> own = Json.items(
                        service.get(Roles.REP, "/v1/visits/tasks").ok().json())
                .stream()
                .filter(task -> Json.text(task, "customerId").equals(scene.subjectId())
                        && task.at("/task/kind").asString("").equals(kind))
                .toList();
        assertThat(own).hasSize(not == null ? 1 : 0);
    }

    @Dann("^steht die Notiz wörtlich in der Auskunft, mit dem, was herausgelesen wurde$")
    public void isHandedOut() {
        assertThat(Json.items(scene.last().at("/notes"))).singleElement().satisfies(one -> {
            assertThat(Json.text(one, "text")).contains("Sorge um Leistung und Akkulaufzeit");
            assertThat(Json.items(one.path("items")))
                    .anySatisfy(item -> assertThat(Json.text(item, "kind")).isEqualTo("ACUTE_INTEREST"));
        });
    }

    @Dann("^gibt es die Notiz nicht mehr$")
    public void isErased() {
        assertThat(Json.items(service.get(Roles.ADMIN, "/v1/visits/" + scene.own("v") + "/notes")
                        .ok()
                        .json()))
                .isEmpty();
    }

    private String personalData() {
        return service.get(Roles.ADMIN, "/v1/customers/" + scene.subjectId() + "/personal-data")
                .ok()
                .text();
    }

    private String events() {
        return service.get(Roles.ADMIN, "/v1/customers/" + scene.subjectId() + "/personal-data")
                .ok()
                .at("/events")
                .toString();
    }

    private List<JsonNode> found(String kind) {
        List<JsonNode> all = new ArrayList<>(Json.items(note().path("facts")));
        all.addAll(Json.items(note().path("tasks")));
        return all.stream().filter(one -> Json.text(one, "kind").equals(kind)).toList();
    }

    private JsonNode note() {
        JsonNode written = note;
        if (written == null) {
            throw new IllegalStateException("Nobody has written a note yet.");
        }
        return written;
    }
}
