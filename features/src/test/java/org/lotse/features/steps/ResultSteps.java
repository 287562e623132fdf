package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Und;
import io.cucumber.java.de.Wenn;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Key figures, baselines, returns and the use of data. Each scenario has years of its own, in which nobody else did anything. */
public class ResultSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;
    private final Crowd crowd;
    private @Nullable Reply results;
    private int crowds;

    public ResultSteps(Service service, Scene scene, Crowd crowd) {
        this.service = service;
        this.scene = scene;
        this.crowd = crowd;
    }

    @Wenn("^die Analyse die Ergebnisse für \"(.+)\" ansieht$")
    public void looksAt(String role) {
        results = service.get(Roles.ANALYST, "/v1/results?role=" + role).ok();
    }

    @Dann("^sind es höchstens drei Kennzahlen, jede mit Einheit und Quelle$")
    public void fewFigures() {
        List<JsonNode> kpis = Json.items(results().at("/kpis"));
        assertThat(kpis).as("%s", results()).hasSizeBetween(1, 3).allSatisfy(kpi -> {
            assertThat(Json.text(kpi, "unit")).isNotBlank();
            assertThat(Json.text(kpi, "source")).isNotBlank();
            assertThat(Json.text(kpi, "text")).isNotBlank();
            if (kpi.path("value").isNumber()) {
                assertThat(kpi.path("value").asDouble())
                        .isBetween(kpi.path("low").asDouble(), kpi.path("high").asDouble());
            }
        });
    }

    @Und("^jede Zahl steht unter ihrem Namen noch einmal genauso$")
    public void sameNumber() {
        // A period long over: nobody reports anything of it while this runs.
        String period = results().at("/before").asString();
        String role = results().at("/role").asString();
        Reply before = service.get(Roles.ANALYST, "/v1/results?role=" + role + "&period=" + period)
                .ok();
        for (JsonNode kpi : Json.items(before.at("/kpis"))) {
            Reply one = service.get(Roles.ANALYST, "/v1/results/kpis/" + Json.text(kpi, "key") + "?period=" + period)
                    .ok();
            assertThat(one.json().path("unit")).isEqualTo(kpi.path("unit"));
            assertThat(one.json().path("from")).isEqualTo(kpi.path("from"));
            assertThat(one.json().path("source")).isEqualTo(kpi.path("source"));
        }
    }

    @Angenommen("^in einem früheren Jahr gaben (\\d+) Kunden zwischen (\\d) und (\\d) Sterne$")
    public void reviewed(int count, int low, int high) {
        stars(year(), count, low, high);
    }

    @Angenommen("^in einem früheren Jahr gaben (\\d+) Kunden je (\\d)-mal zwischen (\\d) und (\\d) Sterne$")
    public void reviewedOften(int count, int often, int low, int high) {
        List<String> ids = reviewers(count);
        for (int time = 0; time < often; time++) {
            stars(ids, year(), low, high);
        }
    }

    @Und("^im Jahr darauf gaben (\\d+) Kunden zwischen (\\d) und (\\d) Sterne$")
    public void reviewedLater(int count, int low, int high) {
        stars(year() + 1, count, low, high);
    }

    @Wenn("^die Analyse das frühere Jahr als Ausgangswert der Zufriedenheit festhält$")
    public void keepsBaseline() {
        ObjectNode time = JSON.objectNode()
                .put("from", year() + "-01-01T00:00:00Z")
                .put("until", (year() + 1) + "-01-01T00:00:00Z");
        scene.remember(service.post(Roles.ANALYST, "/v1/results/kpis/satisfaction/baselines", time));
    }

    @Dann("^ist die Zufriedenheit im Jahr darauf besser, mit Intervall in Prozent, und das Ziel erreicht$")
    public void better() {
        Reply figure = satisfaction(year() + 1);
        assertThat(figure.at("/verdict").asString()).as("%s", figure).isEqualTo("BETTER");
        assertThat(figure.at("/value").asDouble()).isCloseTo(4.5, within(1e-9));
        assertThat(figure.at("/baseline/value").asDouble()).isCloseTo(3.5, within(1e-9));
        assertThat(figure.at("/change/estimate").asDouble()).isCloseTo(100.0 / 3.5, within(1e-6));
        assertThat(figure.at("/change/low").asDouble()).isBetween(15.0, 28.0);
        assertThat(figure.at("/goal/reached").asBoolean()).isTrue();
        assertThat(figure.at("/text").asString()).contains("4,50 Sterne", "60 Personen", "Besser als der Ausgangswert");
    }

    @Und("^die Ausgangswerte davor sind noch vermerkt$")
    public void history() {
        Reply known = service.get(Roles.ANALYST, "/v1/results/kpis/satisfaction/baselines")
                .ok();
        JsonNode first = known.at("/0");
        keepsBaseline();
        Reply later = service.get(Roles.ANALYST, "/v1/results/kpis/satisfaction/baselines")
                .ok();
        assertThat(Json.items(later.json()).subList(1, later.json().size()))
                .as("%s", later)
                .contains(first);
        assertThat(Json.text(later.at("/0"), "by")).isEqualTo(Roles.ANALYST);
    }

    @Dann("^ist bei der Zufriedenheit im Jahr darauf keine Änderung nachweisbar$")
    public void noEvidence() {
        Reply figure = satisfaction(year() + 1);
        assertThat(figure.at("/verdict").asString()).as("%s", figure).isEqualTo("NO_EVIDENCE");
        assertThat(figure.at("/change/low").asDouble()).isNegative();
        assertThat(figure.at("/change/high").asDouble()).isPositive();
        assertThat(figure.at("/goal/reached").asBoolean()).isFalse();
    }

    @Dann("^sagt die Zufriedenheit dieses Jahres, dass (\\d+) Personen zu wenige sind$")
    public void tooFew(int persons) {
        Reply figure = satisfaction(year());
        assertThat(figure.at("/verdict").asString()).as("%s", figure).isEqualTo("TOO_FEW");
        assertThat(figure.at("/persons").asInt()).isEqualTo(persons);
        assertThat(figure.at("/value").isNumber()).isFalse();
        assertThat(figure.at("/text").asString()).contains(persons + " Personen", "30");
    }

    @Wenn("^(\\d+) EUR ((?:\\d+ EUR(?:, | und )?)+) bringen$")
    public void invests(int cost, String benefits) {
        ObjectNode investment = JSON.objectNode().put("cost", cost);
        Arrays.stream(benefits.split(", | und "))
                .map(amount -> Double.parseDouble(amount.replace(" EUR", "")))
                .forEach(amount -> investment
                        .withArray("benefits")
                        .addObject()
                        .put("title", "x")
                        .put("realistic", amount));
        results = service.post(Roles.ANALYST, "/v1/results/roi", investment).ok();
    }

    @Dann("^ist die Rendite (\\d+) Prozent$")
    public void returns(int percent) {
        assertThat(100 * results().at("/realistic/roi").asDouble())
                .as("%s", results())
                .isCloseTo(percent, within(0.5));
        assertThat(results().at("/currency").asString()).isEqualTo("EUR");
    }

    @Wenn("^ein Unternehmen sagt, dass es bei \"(.+)\" bei \"(.+)\" steht$")
    public void states(String phase, String stage) {
        ObjectNode body = JSON.objectNode();
        body.putObject("phases").put(phase, stage);
        results = service.post(Roles.ANALYST, "/v1/results/maturity", body).ok();
    }

    @Dann("^muss es als Nächstes \"(.+)\" angehen$")
    public void next(String stage) {
        assertThat(results().at("/phases/0/next").asString()).as("%s", results()).isEqualTo(stage);
        assertThat(results().at("/phases")).hasSize(1);
    }

    @Und("^die Karte der Demofirma nennt je Phase Stand, Belege und nächsten Schritt$")
    public void map() {
        Reply map = service.get(Roles.ANALYST, "/v1/results/maturity").ok();
        assertThat(Json.items(map.at("/phases")).stream().map(phase -> Json.text(phase, "key")))
                .containsExactly("awareness", "consideration", "purchase", "service", "loyalty");
        assertThat(Json.items(map.at("/phases"))).allSatisfy(phase -> {
            assertThat(phase.path("evidence")).hasSize(5);
            assertThat(Json.items(phase.path("evidence")))
                    .allSatisfy(one -> assertThat(Json.text(one, "text")).isNotBlank());
            assertThat(Json.text(phase, "text")).isNotBlank();
        });
        assertThat(map.at("/phases/4/stage").asString())
                .as("churn is predicted: %s", map)
                .isIn("PREDICTIVE", "SELF_LEARNING");
    }

    private Reply satisfaction(int year) {
        return service.get(Roles.ANALYST, "/v1/results/kpis/satisfaction?period=" + year)
                .ok();
    }

    private void stars(int year, int count, int low, int high) {
        stars(reviewers(count), year, low, high);
    }

    private void stars(List<String> ids, int year, int low, int high) {
        crowd.happened(
                "message",
                ids,
                "review",
                Instant.parse(year + "-06-15T12:00:00Z"),
                (number, data) -> data.put("stars", number % 2 == 0 ? low : high));
    }

    /** Whoever writes is no customer: nobody else's figures change. */
    private List<String> reviewers(int count) {
        crowds++;
        return crowd.store("message", "reviewer-" + crowds, count, (number, attributes) -> {});
    }

    /** One of four hundred even years before anybody's history. */
    private int year() {
        return 1_100 + 2 * Math.floorMod(scene.own("").hashCode(), 400);
    }

    private Reply results() {
        return Objects.requireNonNull(results, "The scenario has not asked for results yet.");
    }
}
