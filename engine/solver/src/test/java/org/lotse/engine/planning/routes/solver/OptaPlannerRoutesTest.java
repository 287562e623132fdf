package org.lotse.engine.planning.routes.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.VisitReason;
import org.lotse.engine.planning.routes.Window;
import org.lotse.engine.planning.routes.WouldHelp;

class OptaPlannerRoutesTest {
    private static final Place HOME = new Place("home", 49.94, 11.57);
    private static final Place NEAR = new Place("near", 49.96, 11.60);
    private static final Place FAR = new Place("far", 53.55, 9.99);
    private final OptaPlannerRoutes routes = new OptaPlannerRoutes();

    @Timeout(90)
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void everyPlanHoldsWhateverTheProblem(int tens) {
        for (int i = 0; i < 20; i++) {
            long seed = tens * 20L + i;
            RandomRoutes random = new RandomRoutes(seed);
            RouteProblem problem = random.next();
            try {
                RoutePlan plan = plan(problem, 60);
                RoutePlanCheck.check(problem, plan);
                RouteProblem followUp = random.followUp(problem, plan);
                RoutePlanCheck.check(followUp, plan(followUp, 30));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Seed " + seed, e);
            }
        }
    }

    @Test
    void sameSeedAndStepsGiveTheSamePlan() {
        RouteProblem problem = new RandomRoutes(17).next();

        assertThat(plan(problem, 200)).isEqualTo(plan(problem, 200));
    }

    @Test
    void keepsToTheWallClock() {
        RouteProblem problem = new RandomRoutes(3).next();
        plan(problem, 5);

        long start = System.nanoTime();
        routes.plan(problem, Limits.ofSeconds(2, 1), Watch.none());

        assertThat((System.nanoTime() - start) / 1e9).isBetween(1.8, 2.2);
    }

    @Test
    void cancelKeepsTheBestSoFar() {
        RouteProblem problem = new RandomRoutes(5).next();
        AtomicInteger heard = new AtomicInteger();
        Watch<RoutePlan> impatient = new Watch<>() {
            @Override
            public void progress(RoutePlan best, double share, Duration elapsed) {
                RoutePlanCheck.check(problem, best);
                heard.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                return heard.get() >= 2;
            }
        };

        long start = System.nanoTime();
        RoutePlan plan = routes.plan(problem, Limits.ofSeconds(30, 1), impatient);

        assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
        RoutePlanCheck.check(problem, plan);
    }

    @Test
    void saysWhyAVisitIsLeftOut() {
        assertThat(reason(visit("near", Set.of("fibre"), List.of(), List.of(), null, null)))
                .isInstanceOf(VisitReason.NoRepHasSkills.class);
        assertThat(reason(visit("near", Set.of(), List.of(99.0), List.of(), null, null)))
                .isEqualTo(new VisitReason.DemandExceedsCapacity(99, 10));
        assertThat(reason(visit("near", Set.of(), List.of(), List.of(new Window(1200, 1300)), null, null)))
                .isInstanceOf(VisitReason.WindowOutsideShifts.class);
        assertThat(reason(visit("far", Set.of(), List.of(), List.of(), null, null)))
                .isInstanceOf(VisitReason.TooFar.class);
        assertThat(reason(visit("near", Set.of(), List.of(), List.of(), 0.5, null)))
                .isInstanceOf(VisitReason.NotWorthTheWay.class);
        assertThat(reason(visit("near", Set.of(), List.of(), List.of(), null, new Visit.Pin("kaya", 60))))
                .isEqualTo(new VisitReason.AppointmentImpossible("kaya", 60, "WINDOW_OUTSIDE_SHIFTS"));
    }

    @Test
    void anImpossibleMandatoryVisitMakesThePlanInfeasibleAndTheRestIsPlanned() {
        Visit impossible = visit("far", Set.of(), List.of(), List.of(), null, null);
        RouteProblem problem = problem(List.of(impossible, named("second", "near")), kaya());

        RoutePlan plan = plan(problem, 20);

        assertThat(plan.feasible()).isFalse();
        assertThat(plan.routes().getFirst().stops()).hasSize(1);
    }

    @Test
    void shiftsFullOfOtherVisitsAreNamed() {
        Visit one = new Visit("a", "near", 300, List.of(), List.of(), Set.of(), 1, null, true, null, null);
        Visit two = new Visit("b", "near", 300, List.of(), List.of(), Set.of(), 1, null, true, null, null);

        RoutePlan plan = plan(problem(List.of(one, two), kaya()), 20);

        assertThat(plan.unplanned().getFirst().reason()).isEqualTo(new VisitReason.ShiftsFull(Set.of("kaya")));
    }

    @Test
    void saysWhatWouldBringAVisitIn() {
        Visit one = new Visit("a", "near", 250, List.of(), List.of(), Set.of(), 1, null, true, null, null);
        Visit two = new Visit("b", "near", 250, List.of(), List.of(), Set.of(), 1, null, true, null, null);
        WouldHelp.Overtime overtime = (WouldHelp.Overtime) help(problem(List.of(one, two), kaya()), "OVERTIME");
        Rep longer = kaya().withShifts(List.of(new Rep.Shift(480, 960, overtime.minutes() + 0.001, null, List.of())));

        assertThat(overtime.minutes()).isBetween(20.0, 60.0);
        assertThat(plan(problem(List.of(one, two), longer), 20).unplanned()).isEmpty();
        assertThat(help(problem(List.of(windowed(new Window(1200, 1300))), kaya()), "OTHER_TIME"))
                .isInstanceOfSatisfying(
                        WouldHelp.OtherTime.class,
                        other -> assertThat(other.at()).isBetween(480.0, 960.0));
        assertThat(help(
                        problem(List.of(visit("near", Set.of("fibre"), List.of(), List.of(), null, null)), kaya()),
                        "SKILL"))
                .isEqualTo(new WouldHelp.Skill("kaya", Set.of("fibre")));
        assertThat(help(problem(List.of(visit("near", Set.of(), List.of(), List.of(), 0.5, null)), kaya()), "WORTH"))
                .isInstanceOfSatisfying(
                        WouldHelp.Worth.class,
                        worth -> assertThat(worth.amount()).isGreaterThan(0.5));
    }

    @Test
    void comesToLessThanTheOrderGiven() {
        RouteProblem problem = new RandomRoutes(23).next();

        RoutePlan plan = plan(problem, 500);

        assertThat(plan.cost()).isLessThanOrEqualTo(routes.inOrderGiven(problem).cost());
    }

    private static Visit windowed(Window window) {
        return visit("near", Set.of(), List.of(), List.of(window), null, null);
    }

    private WouldHelp help(RouteProblem problem, String kind) {
        return plan(problem, 20).unplanned().getFirst().wouldHelp().stream()
                .filter(one -> one.code().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesUnsoundProblemsNamingEachFlaw() {
        RouteProblem noRep = problem(List.of(named("v", "nowhere")));
        RouteProblem notSquare = new RouteProblem(
                new GivenMatrix(List.of("home", "near"), new double[][] {{0, -1}, {1}}, null),
                List.of(),
                List.of(kaya()),
                List.of(),
                new Objective(0, 1, 0, null),
                null,
                0);

        assertThatThrownBy(() -> plan(noRep, 1))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        e -> assertThat(e.flaws())
                                .extracting(f -> f.pointer() + " " + f.code())
                                .containsExactly("/reps NO_REP", "/visits/0/place UNKNOWN_PLACE"));
        assertThatThrownBy(() -> plan(notSquare, 1))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        e -> assertThat(e.flaws())
                                .extracting(f -> f.pointer() + " " + f.code())
                                .containsExactly(
                                        "/travel/minutes/0/1 NEGATIVE", "/travel/minutes/1 MATRIX_NOT_SQUARE"));
    }

    @Test
    void twoPromisesAtOneTimeForOneRepAreRefused() {
        Visit one = visit("near", Set.of(), List.of(), List.of(), null, new Visit.Pin("kaya", 600));
        Visit two = new Visit(
                "w", "near", 10, List.of(), List.of(), Set.of(), 1, null, true, null, new Visit.Pin("kaya", 605));

        assertThatThrownBy(() -> plan(problem(List.of(one, two), kaya()), 1))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        e -> assertThat(e.flaws().getFirst().arguments())
                                .containsEntry("item", "w")
                                .containsEntry("other", "v")
                                .containsEntry("rep", "kaya"));
    }

    private VisitReason reason(Visit visit) {
        RoutePlan plan = plan(problem(List.of(visit), kaya()), 5);
        return plan.unplanned().getFirst().reason();
    }

    private RoutePlan plan(RouteProblem problem, int steps) {
        return routes.plan(problem, Limits.ofSteps(steps, 7), Watch.none());
    }

    private static RouteProblem problem(List<Visit> visits, Rep... reps) {
        return new RouteProblem(
                new GreatCircle(60, 1.3),
                List.of(HOME, NEAR, FAR),
                List.of(reps),
                visits,
                new Objective(0, 1, 0, null),
                null,
                0);
    }

    private static Rep kaya() {
        return new Rep(
                "kaya",
                "home",
                "home",
                List.of(new Rep.Shift(480, 960)),
                Set.of("heating"),
                List.of(10.0),
                0,
                List.of());
    }

    private static Visit named(String id, String place) {
        return new Visit(id, place, 20, List.of(), List.of(), Set.of(), 1, null, true, null, null);
    }

    private static Visit visit(
            String place,
            Set<String> skills,
            List<Double> demand,
            List<Window> windows,
            @Nullable Double value,
            Visit.@Nullable Pin pin) {
        return new Visit("v", place, 20, windows, demand, skills, 1, value, false, null, pin);
    }
}
