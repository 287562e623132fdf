package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What an agent sees before the caller speaks. */
public class ScreenPopSteps {
    private final Service service;
    private final Scene scene;

    public ScreenPopSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Wenn("^der Anruf des Kunden ankommt$")
    public void callArrives() {
        show(scene.subjectId(), "").ok();
    }

    @Wenn("^der Anruf des Kunden mit (.+) ankommt$")
    public void callArrivesWith(String terms) {
        String query = new TermsInWords(scene.vocabulary(), "customer")
                .read(terms).entrySet().stream()
                        .map(term -> term.getKey().key() + "="
                                + URLEncoder.encode(
                                        term.getKey().value(term.getValue()).asString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
        show(scene.subjectId(), query).ok();
    }

    @Wenn("^der Anruf eines unbekannten Kunden ankommt$")
    public void strangerCalls() {
        show(scene.own("stranger"), "");
    }

    @Dann("^zeigt der Bildschirm den Namen \"(.+)\"$")
    public void showsName(String name) {
        assertThat(scene.last().at("/name").asString(""))
                .as("the name in %s", scene.last())
                .isEqualTo(name);
    }

    @Dann("^der Bildschirm zeigt den Kundenwert als Platz von 100$")
    public void showsValue() {
        assertThat(Json.text(score("clv"), "text")).matches("\\d{1,3}/100 \\((obere|untere) \\d+ %, .* EUR\\)");
    }

    @Dann("^der Bildschirm nennt das Kündigungsrisiko niedrig, mittel oder hoch$")
    public void namesRisk() {
        assertThat(Json.text(score("churn"), "text")).matches("(niedrig|mittel|hoch) \\(.*%\\)");
    }

    @Dann("^der letzte Kontakt ist \"(.+)\"$")
    public void lastInteraction(String text) {
        assertThat(scene.last().at("/lastInteraction/text").asString(""))
                .as("the last interaction in %s", scene.last())
                .isEqualTo(text);
    }

    @Dann("^der Bildschirm zeigt eine Servicestufe und eine Empfehlung$")
    public void showsTierAndRecommendation() {
        assertThat(scene.last().at("/serviceLevel/tier").asString(""))
                .as("the tier in %s", scene.last())
                .isNotBlank();
        assertThat(scene.last().at("/recommendation").asString(""))
                .as("the recommendation in %s", scene.last())
                .matches("Empfehlung: .+|Standardservice\\.");
    }

    @Dann("^zeigt der Bildschirm die Stimmung \"(.+)\"$")
    public void showsMood(String mood) {
        assertThat(scene.last().at("/moodText").asString(""))
                .as("the mood in %s", scene.last())
                .isEqualTo(mood);
    }

    private Reply show(String customer, String query) {
        return scene.remember(service.get(Roles.AGENT, "/v1/customers/" + customer + "/screen-pop" + query));
    }

    private JsonNode score(String key) {
        return Json.items(scene.last().at("/scores")).stream()
                .filter(score -> Json.text(score, "term").equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No score " + key + " in " + scene.last()));
    }
}
