package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.solver.FlowPlanCalls;
import org.lotse.engine.planning.roads.KnownTables;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;
import org.lotse.engine.planning.routes.solver.OptaPlannerRoutes;
import org.lotse.engine.term.Language;
import tools.jackson.databind.JsonNode;

class PlanningJsonTest {
    private static final String CALLS = """
            {"slotMinutes": 60, "callMinutes": 10, "zone": "Europe/Berlin",
             "agents": [{"id": "a1", "skills": ["de"], "shifts": [{"from": "2026-11-23T08:00", "to": "2026-11-23T10:00"}]}],
             "candidates": [
               {"customerId": "c1", "value": 100, "closing": 0.5, "skills": ["de"], "region": "DE-BY", "country": "DE",
                "reachability": {"2026-11-23T08:00": 0.4, "2026-11-23T09:00+01:00": 0.5}},
               {"customerId": "c2", "value": 1, "closing": 1, "skills": ["fr"], "reachability": {"2026-11-23T08:00": 1}}]}
            """;
    private static final String ROUTES = """
            {"zone": "Europe/Berlin", "day": "2026-11-23", "travel": {"kind": "great-circle", "kmh": 60, "detour": 1.3},
             "places": [{"id": "home", "lat": 49.94, "lon": 11.57}, {"id": "p", "lat": 49.98, "lon": 11.7}],
             "reps": [{"id": "kaya", "start": "home", "end": "home", "skills": ["fibre"], "capacity": [5], "fixedCost": 3,
                       "shift": {"from": "2026-11-23T08:00", "to": "2026-11-23T16:00"},
                       "breaks": [{"from": "2026-11-23T12:00", "to": "2026-11-23T13:00", "minutes": 30}]}],
             "visits": [
               {"id": "v1", "place": "p", "serviceMinutes": 30, "windows": [{"from": "2026-11-23T09:00", "to": "2026-11-23T10:00"}]},
               {"id": "v2", "place": "p", "serviceMinutes": 30, "demand": [1], "priority": 2, "value": 900,
                "pinned": {"rep": "kaya", "at": "2026-11-23T14:30"}},
               {"id": "v3", "place": "p", "serviceMinutes": 30, "skills": ["heating"], "after": ["v1"]}],
             "objective": {"perRep": 10, "perMinute": 1, "perKilometre": 0.5, "perUnplanned": 40}}
            """;
    private static final String WEEK = """
            {"travel": {"kind": "great-circle", "kmh": 60, "detour": 1.3,
                        "hourFactors": [1,1,1,1,1,1,1,1.5,1.5,1,1,1,1,1,1,1,1.4,1.4,1,1,1,1,1,1]},
             "places": [{"id": "home", "lat": 49.94, "lon": 11.57}, {"id": "p", "lat": 49.98, "lon": 11.7}],
             "reps": [{"id": "kaya", "start": "home", "territory": ["95"], "reload": ["p"], "reloadMinutes": 12,
                       "shifts": [{"from": 480, "to": 960}, {"from": 1920, "to": 2400}]}],
             "visits": [{"id": "v", "place": "p", "serviceMinutes": 30, "release": 500,
                         "recurring": {"times": 2, "daysBetween": 1}}],
             "objective": {"perOutsideTerritory": 12, "perUnevenMinute": 0.5}}
            """;
    private final PlanningJson json = new PlanningJson();

    @Test
    void readsCallsPlansThemAndWritesThemWithTexts() throws IOException {
        CallProblem problem = json.calls(stream(CALLS));
        CallPlan plan = new FlowPlanCalls().plan(problem, Limits.ofSeconds(5, 1), Watch.none());

        JsonNode german = json.json(plan, problem, Language.DE);

        assertThat(german.at("/calls/0").toString())
                .isEqualTo(
                        "{\"customerId\":\"c1\",\"agent\":\"a1\",\"slot\":\"2026-11-23T09:00\",\"attempt\":1,\"expectedValue\":25.0}");
        assertThat(german.at("/left/0/reason").stringValue()).isEqualTo("NO_AGENT_HAS_SKILLS");
        assertThat(german.at("/left/0/text").stringValue()).startsWith("Kein Agent kann alles davon: fr.");
        assertThat(german.at("/expectedValue").doubleValue()).isEqualTo(25);
    }

    @Test
    void readsRoutesPlansThemAndWritesThemWithTexts() throws IOException {
        RouteInput input = json.routes(gzip(ROUTES));
        RoutePlan plan = new OptaPlannerRoutes().plan(input.problem(), Limits.ofSteps(50, 1), Watch.none());

        JsonNode english = json.json(plan, input.times(), Language.EN);

        assertThat(english.at("/routes/0/stops/0/start").stringValue()).isEqualTo("2026-11-23T09:00:00");
        assertThat(english.at("/routes/0/stops/1/start").stringValue()).isEqualTo("2026-11-23T14:30:00");
        assertThat(english.at("/routes/0/rests/0/from").stringValue()).startsWith("2026-11-23T12:");
        assertThat(english.at("/unplanned/0/visit").stringValue()).isEqualTo("v3");
        assertThat(english.at("/unplanned/0/text").stringValue()).startsWith("No rep has all of: heating.");
        assertThat(english.at("/cost").doubleValue()).isGreaterThan(53);
    }

    @Test
    void aPlanCanBeGivenBackAsThePreviousOne() throws IOException {
        RouteInput input = json.routes(stream(ROUTES));
        RoutePlan plan = new OptaPlannerRoutes().plan(input.problem(), Limits.ofSteps(50, 1), Watch.none());
        String again = ROUTES.strip().replaceAll("}$", "") + ", \"previous\": "
                + json.json(plan, input.times(), Language.EN) + ", \"disturbancePrice\": 7}";

        RouteInput second = json.routes(stream(again));

        RoutePlan replanned = new OptaPlannerRoutes().plan(second.problem(), Limits.ofSteps(50, 1), Watch.none());
        assertThat(replanned.routes()).isEqualTo(plan.routes());
    }

    @Test
    void decimalMinutesAreAnsweredAsDecimalMinutes() throws IOException {
        String minutes = """
                {"travel": {"kind": "matrix", "places": ["d", "p"], "minutes": [[0, 10.25], [10.25, 0]]},
                 "reps": [{"id": "r", "start": "d", "end": "d", "shift": {"from": 0, "to": 100}}],
                 "visits": [{"id": "v", "place": "p", "serviceMinutes": 5.5, "windows": [{"from": 0, "to": 50}]}]}
                """;
        RouteInput input = json.routes(stream(minutes));
        RoutePlan plan = new OptaPlannerRoutes().plan(input.problem(), Limits.ofSteps(20, 1), Watch.none());

        JsonNode node = json.json(plan, input.times(), Language.EN);

        assertThat(node.at("/routes/0/stops/0").toString())
                .isEqualTo("{\"visit\":\"v\",\"arrive\":10.25,\"start\":10.25,\"leave\":15.75}");
        assertThat(node.at("/cost").doubleValue()).isEqualTo(20.5);
    }

    @Test
    void namesUnknownFieldsByPointer() {
        assertFlaws(ROUTES.replace("\"perRep\"", "\"perRap\""), "/objective/perRap UNKNOWN_FIELD");
        assertFlaws(
                ROUTES.replace("\"place\": \"p\", \"serviceMinutes\": 30, \"demand\"", "\"plaze\": \"p\", \"demand\""),
                "/visits/1/place MISSING",
                "/visits/1/plaze UNKNOWN_FIELD");
    }

    @Test
    void refusesWhatIsNotPlannedWithYet() {
        assertFlaws(ROUTES.replace("\"priority\": 2", "\"release\": 480"), "/reps/0/breaks BREAKS_WITH_RELOAD");
    }

    @Test
    void aVisitThatRecursIsMadeOnSeveralDays() throws IOException {
        RouteInput input = json.routes(stream(WEEK));

        assertThat(input.problem().visits()).extracting(Visit::id).containsExactly("v#1", "v#2");
        assertThat(input.problem().visits().get(1).windows()).containsExactly(new Window(1440, 2 * 1440 - 1));
        assertFlaws(WEEK.replace("\"times\": 2", "\"times\": 3"), "/visits/0/recurring TOO_OFTEN");
    }

    @Test
    void placesCanBeGivenByPostalCode(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("codes.csv");
        Files.writeString(file, "country,postal_code,place,lat,lon\nDE,95444,Bayreuth,49.94,11.57\n");
        String text = WEEK.replace("\"lat\": 49.98, \"lon\": 11.7", "\"postalCode\": \"95444\"");

        RouteInput input =
                new PlanningJson(Geography.of(file.toString(), "", folder, KnownTables.none())).routes(stream(text));

        assertThat(input.problem().places()).contains(new Place("p", 49.94, 11.57));
        assertThat(input.problem().visits().getFirst().area()).isEqualTo("95444");
        assertFlaws(text, "/places/1/postalCode NO_POSTAL_CODES");
        assertThatThrownBy(() -> new PlanningJson(Geography.of(file.toString(), "", folder, KnownTables.none()))
                        .routes(stream(text.replace("95444", "00000"))))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        e -> assertThat(e.flaws())
                                .extracting(Flaw::code)
                                .containsExactly(Flaw.Code.UNKNOWN_POSTAL_CODE));
        Files.writeString(file, "plz,lat\n95444,1\n");
        assertThatThrownBy(() -> PostalCodes.read(file.toString())).hasMessageContaining("country");
    }

    @Test
    void withoutARoadExtractNobodyTravelsOnRoads() {
        assertFlaws(
                WEEK.replace("\"great-circle\", \"kmh\": 60, \"detour\": 1.3", "\"roads\""), "/travel/kind NO_ROADS");
    }

    @Test
    void keepsEverythingAProblemCanSay() throws IOException {
        RouteInput input = json.routes(stream(WEEK));
        RouteProblemJson packed = new RouteProblemJson(Geography.unknown());

        assertThat(packed.read(packed.write(input)).problem()).isEqualTo(input.problem());
        assertThat(input.problem().travel().hours().factors()).hasSize(24);
        assertThat(input.problem().objective().perUnevenMinute()).isEqualTo(0.5);
        assertThat(input.problem().reps().getFirst().reload()).isEqualTo(new Rep.Reload(List.of("p"), 12));
    }

    @Test
    void keepsAProblemAsItIs() throws IOException {
        RouteInput input = json.routes(gzip(ROUTES));
        RouteProblemJson packed = new RouteProblemJson(Geography.unknown());

        RouteInput read = packed.read(packed.write(input));

        assertThat(read.problem()).isEqualTo(input.problem());
        assertThat(read.problem().visits().get(2).after()).containsExactly("v1");
        assertThat(read.times()).isEqualTo(input.times());
    }

    @Test
    void refusesWhatIsNoJsonAndTimesThatDoNotExist() {
        assertFlaws("{\"zone\": ", " NOT_JSON");
        assertThatThrownBy(
                        () -> json.calls(stream(CALLS.replace("2026-11-23T08:00\": 0.4", "2026-10-25T02:30\": 0.4"))))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        e -> assertThat(e.flaws()).extracting(Flaw::code).containsExactly(Flaw.Code.TIME_IS_AMBIGUOUS));
    }

    @Test
    void bothLanguagesHaveASentenceForEveryFlawAndTheSameKeys() throws IOException {
        for (Flaw.Code code : Flaw.Code.values()) {
            Flaw flaw = Flaw.at("/x", code, "value", "1");
            assertThat(new PlanningWords(Language.DE).text(flaw)).isNotBlank();
            assertThat(new PlanningWords(Language.EN).text(flaw)).isNotBlank();
        }
        assertThat(keys("/wording/planning.properties").keySet())
                .isEqualTo(keys("/wording/planning_de.properties").keySet());
    }

    private static Properties keys(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = PlanningJsonTest.class.getResourceAsStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    private void assertFlaws(String text, String... pointersAndCodes) {
        assertThatThrownBy(() -> json.routes(stream(text)))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        e -> assertThat(e.flaws())
                                .extracting(f -> f.pointer() + " " + f.code())
                                .containsExactly(pointersAndCodes));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
