package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.RouteChange;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RoutesInForce;
import org.lotse.engine.planning.routes.solver.OptaPlannerRoutes;
import org.lotse.engine.term.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API's description shows can be sent, and is answered in that form. */
class RouteExamplesTest {
    private final JsonMapper mapper = new JsonMapper();
    private final PlanningJson json = new PlanningJson();
    private final OptaPlannerRoutes routes = new OptaPlannerRoutes();

    @Test
    void theProblemIsPlannedInOrder() throws IOException {
        RoutePlan plan = plan();
        JsonNode shown = mapper.readTree(RouteExamples.PLAN).get("plan");

        JsonNode written = json.json(plan, input().times(), Language.EN);

        assertThat(plan.routes()).hasSize(2);
        assertThat(new TreeSet<>(written.propertyNames())).containsAll(shown.propertyNames());
        assertThat(new TreeSet<>(written.at("/routes/0").propertyNames()))
                .containsAll(shown.at("/routes/0").propertyNames());
        assertThat(start(plan, "painting")).isGreaterThanOrEqualTo(start(plan, "wiring") + 90);
    }

    @Test
    void everyChangeIsUnderstood() throws IOException {
        for (String change : List.of(RouteExamples.LATE, RouteExamples.EMERGENCY, RouteExamples.NO_SHOW)) {
            RouteChange read = new ChangesJson(input().times()).read(mapper.readTree(change));

            JsonNode effect = EffectJson.write(live().after(read), input().times());

            assertThat(new TreeSet<>(effect.propertyNames()))
                    .isEqualTo(new TreeSet<>(
                            mapper.readTree(RouteExamples.CHANGED).get("effect").propertyNames()));
        }
    }

    @Test
    void everyStopSaysWhyThenAndThereInBothLanguages() throws IOException {
        RoutesInForce live = live();
        for (Language language : Language.values()) {
            for (var visit : live.problem().visits()) {
                JsonNode why = EffectJson.why(visit.id(), live, input().times(), new PlanningWords(language));

                assertThat(why.get("reasons"))
                        .as(visit.id())
                        .hasSize(2)
                        .allSatisfy(reason -> assertThat(reason.get("text").stringValue())
                                .isNotBlank()
                                .doesNotContain("{"));
            }
        }
        JsonNode painting = EffectJson.why("painting", live, input().times(), new PlanningWords(Language.EN));
        assertThat(painting.at("/reasons/0/kind").stringValue()).isEqualTo("NOBODY_ELSE");
        assertThat(painting.at("/reasons/1/kind").stringValue()).isEqualTo("AFTER_OTHERS");
    }

    @Test
    void aTimeIsOfferedInTheFormThatIsShown() throws IOException {
        RoutesInForce live = live();
        var wanted = live.problem().visits().stream()
                .filter(visit -> visit.id().equals("advice"))
                .findFirst()
                .orElseThrow();

        JsonNode offered = EffectJson.write(
                live.after(new RouteChange.NoShow("advice")).next().slots(wanted, null, 0, 5), input().times());

        assertThat(new TreeSet<>(offered.at("/0").propertyNames()))
                .isEqualTo(new TreeSet<>(
                        mapper.readTree(RouteExamples.OFFERED).at("/0").propertyNames()));
    }

    private static double start(RoutePlan plan, String visit) {
        return plan.routes().stream()
                .flatMap(route -> route.stops().stream())
                .filter(stop -> stop.visit().equals(visit))
                .findFirst()
                .orElseThrow()
                .start();
    }

    private RoutesInForce live() throws IOException {
        return routes.inForce(input().problem(), plan());
    }

    private RoutePlan plan() throws IOException {
        return routes.plan(input().problem(), Limits.ofSteps(100, 1), Watch.none());
    }

    private RouteInput input() throws IOException {
        return json.routes(new ByteArrayInputStream(RouteExamples.PROBLEM.getBytes(StandardCharsets.UTF_8)));
    }
}
