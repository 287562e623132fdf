package org.lotse.engine.planning.routes.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RouteChange;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RoutesInForce;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.VisitReason;
import org.lotse.engine.planning.routes.Window;

/** Kaya does electrics, Lev paints; ten minutes from everywhere to everywhere, shifts from 480 to 960. */
class OrderTest {
    private static final List<String> PLACES = List.of("home", "north", "south");
    private final OptaPlannerRoutes routes = new OptaPlannerRoutes();

    @Test
    void oneRepMakesThemInOrder() {
        RoutePlan plan = plan(List.of(kaya()), job("then", "north").following(Set.of("first")), job("first", "south"));

        assertThat(plan.routes().getFirst().stops())
                .extracting(RoutePlan.Stop::visit)
                .containsExactly("first", "then");
    }

    @Test
    void anotherRepComesOnTheSameDayWhenTheFirstIsDone() {
        RoutePlan plan = plan(List.of(kaya(), lev()), electrics(), painting("wiring"));

        assertThat(stops(plan)).containsOnlyKeys("wiring", "painting");
        assertThat(start(plan, "painting")).isGreaterThanOrEqualTo(start(plan, "wiring") + 60);
    }

    @Test
    void whoCouldMakeBothButNotInOneShiftHandsOver() {
        Rep early = shift("early", 480, 840);
        Rep late = shift("late", 780, 1140);

        RoutePlan plan =
                plan(List.of(early, late), lasting("first"), lasting("then").following(Set.of("first")));

        assertThat(stops(plan)).containsOnlyKeys("first", "then");
        assertThat(start(plan, "then")).isGreaterThanOrEqualTo(start(plan, "first") + 240);
    }

    @Test
    void whatHasNoBeginningIsLeftOutWithTheReason() {
        Visit impossible = job("wiring", "north", Set.of("plumbing"));

        RoutePlan plan = plan(List.of(kaya(), lev()), impossible, painting("wiring"));

        assertThat(plan.unplanned())
                .filteredOn(left -> left.visit().equals("painting"))
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.reason()).isEqualTo(new VisitReason.BeforeLeftOut(Set.of("wiring")));
                    assertThat(left.wouldHelp()).extracting(help -> help.code()).containsExactly("BEFORE");
                });
    }

    @Test
    void whatWouldHaveToBeginTooEarlyIsLeftOutWithTheReason() {
        Visit early = windowed("painting", Set.of("paint"), 490, 500).following(Set.of("wiring"));

        RoutePlan plan = plan(List.of(kaya(), lev()), electrics(), early);

        assertThat(plan.unplanned())
                .singleElement()
                .satisfies(
                        left -> assertThat(left.reason()).isEqualTo(new VisitReason.NoTimeInOrder(Set.of("wiring"))));
    }

    @Test
    void anAppointmentSetsTheTimeForWhatComesBefore() {
        Visit agreed = painting("wiring").agreed(new Visit.Pin("lev", 700));

        RoutePlan plan = plan(List.of(kaya(), lev()), electrics(), agreed);

        assertThat(start(plan, "wiring")).isLessThanOrEqualTo(640);
    }

    @Test
    void aFullGroupSaysWhoHasIt() {
        Visit one = grouped("one", 300);
        Visit two = grouped("two", 300);

        RoutePlan plan = plan(List.of(kaya(), lev()), one, two);

        assertThat(plan.unplanned()).singleElement().satisfies(left -> {
            String other = left.visit().equals("one") ? "two" : "one";
            String rep = plan.routes().getFirst().rep();
            assertThat(left.reason()).isEqualTo(new VisitReason.GroupFull(rep, Set.of(other)));
        });
    }

    @Test
    void whatNobodyHasBegunIsNotFinished() {
        RoutesInForce live = inForce(List.of(kaya(), lev()), electrics(), painting("wiring"));

        RoutePlan after = live.after(new RouteChange.NoShow("wiring")).next().plan();

        assertThat(after.unplanned())
                .extracting(RoutePlan.Unplanned::reason)
                .containsExactly(new VisitReason.BeforeLeftOut(Set.of("wiring")));
    }

    @Test
    void whatIsDoneHoldsNobodyUp() {
        RoutesInForce live = inForce(List.of(kaya(), lev()), electrics(), painting("wiring"));

        RoutesInForce after =
                live.after(new RouteChange.Done("wiring", "kaya", 0, 550)).next();

        assertThat(stops(after.plan())).containsOnlyKeys("painting");
    }

    @Test
    void aChangeElsewhereMovesNothing() {
        RoutesInForce live = inForce(List.of(kaya(), lev()), electrics(), painting("wiring"));
        Map<String, RoutePlan.Stop> before = stops(live.plan());

        RoutesInForce after =
                live.after(new RouteChange.ExtraRep(rep("mia", Set.of()))).next();

        assertThat(stops(after.plan())).isEqualTo(before);
    }

    @Test
    void slotsAreOfferedWhenTheOtherIsDone() {
        RoutesInForce live = inForce(List.of(kaya(), lev()), electrics());
        double done = start(live.plan(), "wiring") + 60;

        assertThat(live.slots(painting("wiring"), null, 0, 5)).isNotEmpty().allMatch(slot -> slot.from() >= done);
        assertThat(live.slots(painting("nobody knows"), null, 0, 5)).isEmpty();
    }

    @Test
    void refusesAnOrderThatCannotBe() {
        Visit one = job("one", "north").following(Set.of("two"));
        Visit two = job("two", "north").following(Set.of("one"));

        assertThat(flaws(one, two)).containsOnly(Flaw.Code.FOLLOWS_ITSELF);
        assertThat(flaws(one)).containsExactly(Flaw.Code.FOLLOWS_UNKNOWN);
        assertThat(flaws(
                        one.agreed(new Visit.Pin("kaya", 500)),
                        job("two", "north").agreed(new Visit.Pin("lev", 490))))
                .containsExactly(Flaw.Code.PROMISED_BEFORE);
    }

    @Test
    void refusesAnAppointmentBeforeWhatItFollows() {
        RoutesInForce live =
                inForce(List.of(kaya(), lev()), electrics().agreed(new Visit.Pin("kaya", 600)), painting("wiring"));
        Visit tooEarly = painting("wiring").agreed(new Visit.Pin("lev", 630));

        assertThatThrownBy(() -> live.after(new RouteChange.Appointment(tooEarly, null)))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(Flaw::code)
                                .containsExactly(Flaw.Code.PROMISED_BEFORE));
    }

    private List<Flaw.Code> flaws(Visit... visits) {
        return org.lotse.engine.planning.routes.CheckRouteProblem.check(problem(List.of(kaya(), lev()), visits))
                .stream()
                .map(Flaw::code)
                .toList();
    }

    private RoutesInForce inForce(List<Rep> reps, Visit... visits) {
        RouteProblem problem = problem(reps, visits);
        return routes.inForce(problem, routes.plan(problem, Limits.ofSteps(2_000, 3), Watch.none()));
    }

    private RoutePlan plan(List<Rep> reps, Visit... visits) {
        RouteProblem problem = problem(reps, visits);
        RoutePlan plan = routes.plan(problem, Limits.ofSteps(2_000, 3), Watch.none());
        RoutePlanCheck.check(problem, plan);
        return plan;
    }

    private static RouteProblem problem(List<Rep> reps, Visit... visits) {
        double[][] minutes = new double[PLACES.size()][PLACES.size()];
        for (int i = 0; i < minutes.length; i++) {
            java.util.Arrays.fill(minutes[i], 10);
            minutes[i][i] = 0;
        }
        return new RouteProblem(
                new GivenMatrix(PLACES, minutes, null),
                List.of(),
                reps,
                List.of(visits),
                new Objective(0, 1, 0, 500.0),
                null,
                20);
    }

    private static Map<String, RoutePlan.Stop> stops(RoutePlan plan) {
        Map<String, RoutePlan.Stop> stops = new HashMap<>();
        plan.routes().forEach(route -> route.stops().forEach(stop -> stops.put(stop.visit(), stop)));
        return stops;
    }

    private static double start(RoutePlan plan, String visit) {
        return plan.routes().stream()
                .flatMap(route -> route.stops().stream())
                .filter(stop -> stop.visit().equals(visit))
                .findFirst()
                .orElseThrow()
                .start();
    }

    private static Rep kaya() {
        return rep("kaya", Set.of("electrics"));
    }

    private static Rep lev() {
        return rep("lev", Set.of("paint"));
    }

    private static Rep rep(String id, Set<String> skills) {
        return new Rep(id, "home", "home", List.of(new Rep.Shift(480, 960)), skills, List.of(), 0, List.of());
    }

    private static Visit electrics() {
        return job("wiring", "north", Set.of("electrics"));
    }

    private static Visit painting(String after) {
        return job("painting", "north", Set.of("paint")).following(Set.of(after));
    }

    private static Visit job(String id, String place) {
        return job(id, place, Set.of());
    }

    private static Visit job(String id, String place, Set<String> skills) {
        return new Visit(id, place, 60, List.of(), List.of(), skills, 1, null, false, null, null);
    }

    private static Visit windowed(String id, Set<String> skills, double from, double to) {
        return new Visit(id, "north", 60, List.of(new Window(from, to)), List.of(), skills, 1, null, false, null, null);
    }

    private static Visit lasting(String id) {
        return new Visit(id, "north", 240, List.of(), List.of(), Set.of(), 1, null, false, null, null);
    }

    private static Rep shift(String id, double from, double to) {
        return new Rep(id, "home", "home", List.of(new Rep.Shift(from, to)), Set.of(), List.of(), 0, List.of());
    }

    private static Visit grouped(String id, double minutes) {
        return new Visit(
                id, "north", minutes, List.of(), List.of(), Set.of(), 1, null, false, null, null, null, "move", null);
    }
}
