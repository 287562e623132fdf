package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.PlanRoutes;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.VisitReason;
import org.lotse.engine.planning.routes.solver.OptaPlannerRoutes;
import org.lotse.engine.term.Language;

/** What people send by mistake: a flaw that names the item and the way out, or a plan that leaves the visit out and says why. */
class BadRouteInputTest {
    private static final String SOUND = """
            {"travel": {"kind": "matrix", "places": ["d", "p", "q"], "minutes": [[0, 10, 20], [10, 0, 15], [20, 15, 0]]},
             "reps": [{"id": "kaya", "start": "d", "capacity": [5], "shift": {"from": 480, "to": 960}}],
             "visits": [{"id": "good", "place": "p", "serviceMinutes": 10},
                        {"id": "bad", "place": "q", "serviceMinutes": 10}],
             "objective": {"perMinute": 1, "perUnplanned": 500}}
            """;
    private final PlanningJson json = new PlanningJson();
    private final PlanRoutes planner = new OptaPlannerRoutes();

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[{\"id\": \"kaya\", \"start\": \"d\", \"capacity\": [5], \"shift\": {\"from\": 480, \"to\": 960}}] | [] | NO_REP | There is no rep",
                "[[0, 10, 20], [10, 0, 15], [20, 15, 0]] | [[0, 10, 20], [10, 0, 15]] | MATRIX_NOT_SQUARE | one row and one column per place",
                "[10, 0, 15] | [10, 0] | MATRIX_NOT_SQUARE | one row and one column per place",
                "[10, 0, 15] | [10, 0, -15] | NEGATIVE | p - q",
                "\"minutes\": [[0, 10, 20], [10, 0, 15], [20, 15, 0]] | \"metres\": [] | MISSING | minutes",
                "\"place\": \"q\" | \"place\": \"nowhere\" | UNKNOWN_PLACE | bad names the place",
                "\"place\": \"q\", \"serviceMinutes\": 10 | \"place\": \"q\", \"serviceMinutes\": -10 | NEGATIVE | bad has -10",
                "{\"from\": 480, \"to\": 960} | {\"from\": 960, \"to\": 480} | ENDS_BEFORE_START | kaya ends",
                "\"id\": \"bad\" | \"id\": \"bad\", \"after\": [\"nobody\"] | FOLLOWS_UNKNOWN | bad comes after \"nobody\"",
                "\"id\": \"bad\" | \"id\": \"bad\", \"after\": [\"bad\"] | FOLLOWS_ITSELF | out of the circle",
            })
    void isNamedWithTheWayOut(String what, String instead, Flaw.Code code, String words) {
        assertThat(SOUND).contains(what);

        assertThatThrownBy(() -> plan(SOUND.replace(what, instead)))
                .isInstanceOfSatisfying(UnsoundProblem.class, unsound -> {
                    Flaw flaw = unsound.flaws().stream()
                            .filter(one -> one.code() == code)
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(unsound.flaws()));
                    assertThat(new PlanningWords(Language.EN).text(flaw)).contains(words);
                });
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"demand\": [6] | DEMAND_EXCEEDS_CAPACITY",
                "\"windows\": [{\"from\": 1000, \"to\": 1100}] | WINDOW_OUTSIDE_SHIFTS",
                "\"due\": 100 | WINDOW_OUTSIDE_SHIFTS",
                "\"skills\": [\"fibre\"] | NO_REP_HAS_SKILLS",
                "\"pinned\": {\"rep\": \"kaya\", \"at\": 60} | APPOINTMENT_IMPOSSIBLE",
                "\"serviceMinutes\": 9000 | TOO_FAR",
            })
    void isLeftOutForItsReasonAndTheRestIsPlanned(String field, String reason) throws IOException {
        String bad = SOUND.replace("\"place\": \"q\", \"serviceMinutes\": 10", "\"place\": \"q\", " + field);

        RoutePlan plan = plan(bad);

        assertThat(plan.unplanned())
                .extracting(left -> left.visit() + " " + left.reason().code())
                .containsExactly("bad " + reason);
        assertThat(plan.routes()).hasSize(1);
        assertThat(plan.feasible()).isEqualTo(!field.contains("pinned"));
    }

    @Test
    void aPlaceWithoutAWayIsLeftOut() throws IOException {
        RoutePlan plan = plan(SOUND.replace("[0, 10, 20]", "[0, 10, null]").replace("[10, 0, 15]", "[10, 0, null]"));

        assertThat(plan.unplanned().getFirst().reason()).isEqualTo(new VisitReason.NoWay("q"));
    }

    @Test
    void twoPromisesAtOneTimeAreNamed() {
        String pin = "\"pinned\": {\"rep\": \"kaya\", \"at\": 600}, \"serviceMinutes\": 10";

        assertThatThrownBy(() -> plan(SOUND.replace("\"serviceMinutes\": 10", pin)))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        unsound -> assertThat(new PlanningWords(Language.EN)
                                        .text(unsound.flaws().getFirst()))
                                .contains("kaya has two appointments at one time: good and bad"));
    }

    @Test
    @Timeout(20)
    void aHundredThousandVisitsAreRefusedAtOnce() {
        String many = String.join(
                ",", Collections.nCopies(100_000, "{\"id\": \"v\", \"place\": \"p\", \"serviceMinutes\": 1}"));

        assertThatThrownBy(() -> plan(SOUND.replace("{\"id\": \"good\"", many + ",{\"id\": \"good\"")))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        unsound -> assertThat(unsound.flaws())
                                .extracting(Flaw::code)
                                .containsExactly(Flaw.Code.TOO_MANY));
    }

    @Test
    void aSearchEndsWhenItsTimeIsOver() throws IOException {
        long start = System.nanoTime();

        planner.plan(json.routes(stream(SOUND)).problem(), new Limits(Duration.ofMillis(400), 1, null), Watch.none());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private RoutePlan plan(String text) throws IOException {
        return planner.plan(json.routes(stream(text)).problem(), Limits.ofSteps(50, 1), Watch.none());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
