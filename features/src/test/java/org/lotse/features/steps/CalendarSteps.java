package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A rep's calendar, read under a secret address. */
public class CalendarSteps {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private final Service service;
    private final PlanSteps plans;
    private final List<String> addresses = new ArrayList<>();
    private String rep = "";

    public CalendarSteps(Service service, PlanSteps plans) {
        this.service = service;
        this.plans = plans;
    }

    @Wenn("^der Außendienst eine Kalenderadresse anlegt$")
    public void subscribe() {
        for (JsonNode route : Json.items(plans.plan().path("routes"))) {
            Reply made = service.post(Roles.REP, "/v1/reps/" + Json.text(route, "rep") + "/calendar");
            if (made.status() != FORBIDDEN) {
                rep = Json.text(route, "rep");
                addresses.add(made.ok().at("/address").asString());
                return;
            }
        }
        throw new AssertionError("None of the routes is the rep's own.");
    }

    @Wenn("^die Kalenderadresse beendet wird$")
    public void revoke() {
        service.delete(Roles.REP, "/v1/reps/" + rep + "/calendar").ok();
    }

    @Dann("^zeigt der Kalender die Besuche ohne Anmeldung und ohne Namen von Kunden$")
    public void isRead() {
        String calendar = service.get("", addresses.getFirst()).ok().text();

        assertThat(calendar).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT", "END:VCALENDAR");
        assertThat(calendar).doesNotContain("DESCRIPTION", "LOCATION", "ATTENDEE");
        Json.items(plans.plan().path("routes")).stream()
                .filter(route -> Json.text(route, "rep").equals(rep))
                .flatMap(route -> Json.items(route.path("stops")).stream())
                .forEach(stop -> assertThat(calendar).contains("SUMMARY:" + Json.text(stop, "visit")));
    }

    @Dann("^zeigt die erste Adresse nichts mehr$")
    public void isEnded() {
        assertThat(service.get("", addresses.getFirst()).status()).isEqualTo(NOT_FOUND);
    }
}
