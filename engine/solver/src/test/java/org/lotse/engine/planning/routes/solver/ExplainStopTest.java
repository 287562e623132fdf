package org.lotse.engine.planning.routes.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RoutesInForce;
import org.lotse.engine.planning.routes.StopReason;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;

/** Kaya lives at home, Lev 30 minutes away; the customer is ten minutes from home and twenty-five from Lev. */
class ExplainStopTest {
    private static final List<String> PLACES = List.of("home", "away", "customer");
    private static final double[][] MINUTES = {{0, 30, 10}, {30, 0, 25}, {10, 25, 0}};
    private final OptaPlannerRoutes routes = new OptaPlannerRoutes();

    @Test
    void aPromiseIsReasonEnough() {
        assertThat(why(visit("v", Set.of(), null, null, new Visit.Pin("lev", 600))))
                .containsExactly(new StopReason.Promised("lev", 600));
    }

    @Test
    void theNextBestRepIsNamedWithThePrice() {
        assertThat(why(visit("v", Set.of(), null, null, null)))
                .containsExactly(new StopReason.Cheapest("kaya", "lev", 30), new StopReason.First(490));
    }

    @Test
    void whoWasGivenItAndWhoAloneCan() {
        assertThat(why(visit("v", Set.of(), "lev", null, null))).contains(new StopReason.Given("lev"));
        assertThat(why(visit("v", Set.of("fibre"), null, null, null))).contains(new StopReason.NobodyElse("lev"));
    }

    @Test
    void theGroupIsNamed() {
        Visit mate = visit("mate", Set.of(), null, "g", null);

        assertThat(why(visit("v", Set.of(), null, "g", null), mate))
                .contains(new StopReason.WithGroup("kaya", Set.of("mate")));
    }

    @Test
    void othersWithoutTimeAreNamed() {
        List<Visit> busy = new ArrayList<>(List.of(visit("v", Set.of(), null, null, null)));
        busy.add(new Visit("full", "customer", 430, List.of(), List.of(), Set.of("fibre"), 1, null, true, null, null));

        assertThat(why(busy.toArray(Visit[]::new))).contains(new StopReason.OthersFull("kaya", Set.of("lev")));
    }

    @Test
    void aWindowThatOpensAndTheWaySaysWhen() {
        Visit early = windowed("v", 700);
        Visit next = windowed("next", 490);

        assertThat(why(early, next)).contains(new StopReason.WindowOpens(700, 180));
        assertThat(why(visit("v", Set.of(), "kaya", null, null), windowed("next", 490)))
                .contains(new StopReason.OnArrival(520, "next"));
    }

    @Test
    void whatIsLeftOutHasNoReasonHereAndWhatIsUnknownIsRefused() {
        assertThat(why(visit("v", Set.of("nobody has this"), null, null, null))).isEmpty();
        assertThatThrownBy(() -> inForce(visit("v", Set.of(), null, null, null)).why("another"))
                .isInstanceOf(UnsoundProblem.class);
    }

    private List<StopReason> why(Visit... visits) {
        return inForce(visits).why("v");
    }

    private RoutesInForce inForce(Visit... visits) {
        RouteProblem problem = new RouteProblem(
                new GivenMatrix(PLACES, MINUTES, null),
                List.of(),
                List.of(rep("kaya", "home", Set.of()), rep("lev", "away", Set.of("fibre"))),
                List.of(visits),
                new Objective(0, 1, 0, 500.0),
                null,
                0);
        return routes.inForce(problem, routes.plan(problem, Limits.ofSteps(300, 1), Watch.none()));
    }

    private static Rep rep(String id, String home, Set<String> skills) {
        return new Rep(id, home, home, List.of(new Rep.Shift(480, 960)), skills, List.of(), 0, List.of());
    }

    private static Visit windowed(String id, double from) {
        return new Visit(
                id,
                "customer",
                30,
                List.of(new Window(from, from + 20)),
                List.of(),
                Set.of(),
                1,
                null,
                false,
                null,
                null,
                "kaya",
                null,
                null);
    }

    private static Visit visit(
            String id, Set<String> skills, @Nullable String only, @Nullable String group, Visit.@Nullable Pin pin) {
        return new Visit(
                id, "customer", 30, List.of(), List.of(), skills, 1, null, false, null, null, only, group, pin);
    }
}
