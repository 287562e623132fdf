package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;

/** Persons who want to be forgotten. */
public class PrivacySteps {
    private final Service service;
    private final Scene scene;

    public PrivacySteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Wenn("^der Kunde gelöscht wird$")
    public void erase() {
        scene.remember(service.delete(Roles.ADMIN, "/v1/customers/" + scene.subjectId()))
                .ok();
    }

    @Wenn("^der Innendienst den Kunden löschen will$")
    public void agentErases() {
        scene.remember(service.delete(Roles.AGENT, "/v1/customers/" + scene.subjectId()));
    }

    @Wenn("^der Anruf des Kunden nicht mehr zugeordnet werden kann$")
    public void unknownNow() {
        scene.remember(service.get(Roles.AGENT, "/v1/customers/" + scene.subjectId() + "/screen-pop"));
    }

    @Wenn("^die frühere Entscheidung angesehen wird$")
    public void lookBack() {
        scene.remember(service.get(Roles.AGENT, "/v1/decisions/" + scene.decisionId()));
    }

    @Dann("^die Wiederholung der Entscheidung ergibt \"(\\w+)\"$")
    public void replayed(String state) {
        Reply replay = service.post(Roles.AGENT, "/v1/decisions/" + scene.decisionId() + "/replay")
                .ok();

        assertThat(replay.at("/state").asString()).as("the replay: %s", replay).isEqualTo(state);
        assertThat(replay.at("/identical").asBoolean()).isFalse();
    }
}
