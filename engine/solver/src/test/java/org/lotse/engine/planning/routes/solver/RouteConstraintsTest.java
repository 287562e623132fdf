package org.lotse.engine.planning.routes.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintJustification;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

/** Two reps, Kaya and Lev, ten minutes and five kilometres from every place; the shift is 100 minutes. */
class RouteConstraintsTest {
    private static final int UNIT = (int) Figures.UNIT;
    private final ConstraintVerifier<RouteConstraints, RoutesSolution> verifier =
            ConstraintVerifier.build(new RouteConstraints(), RoutesSolution.class, Tour.class);

    @Test
    void servicesBeginInTheirWindowsAndTheShiftEndsInTime() {
        Visit early = visit("early", 0, new Window(0, 4));
        Visit long1 = visit("long", 90, new Window(0, 100));

        verifier.verifyThat(RouteConstraints::inTime).given(tour(0, early)).penalizesBy(6 * UNIT);
        verifier.verifyThat(RouteConstraints::inTime).given(tour(0, long1)).penalizesBy(10 * UNIT);
        verifier.verifyThat(RouteConstraints::inTime)
                .given(tour(0, visit("fits", 80, new Window(10, 10))))
                .penalizesBy(0);
    }

    @Test
    void theLoadFits() {
        verifier.verifyThat(RouteConstraints::loadFits)
                .given(tour(0, loaded("a", 6), loaded("b", 7)))
                .penalizesBy(3 * UNIT);
        verifier.verifyThat(RouteConstraints::loadFits)
                .given(tour(0, loaded("a", 6)))
                .penalizesBy(0);
    }

    @Test
    void theRepHasTheSkills() {
        Visit fibre = skilled("fibre");

        verifier.verifyThat(RouteConstraints::repHasSkills)
                .given(tour(0, fibre))
                .penalizesBy(0);
        verifier.verifyThat(RouteConstraints::repHasSkills)
                .given(tour(1, fibre))
                .penalizesBy(1);
    }

    @Test
    void anAgreedAppointmentStaysWithItsRep() {
        Visit agreed = pinned("lev", 10);

        verifier.verifyThat(RouteConstraints::appointmentKept)
                .given(tour(1, agreed))
                .penalizesBy(0);
        verifier.verifyThat(RouteConstraints::appointmentKept)
                .given(tour(0, agreed))
                .penalizesBy(1);
    }

    @Test
    void anAgreedAppointmentBeginsAtItsTime() {
        verifier.verifyThat(RouteConstraints::inTime)
                .given(tour(1, pinned("lev", 9)))
                .penalizesBy(UNIT);
    }

    @Test
    void breaksAreTaken() {
        verifier.verifyThat(RouteConstraints::breaksTaken)
                .given(tour(1, visit("short", 20, new Window(0, 100))))
                .penalizesBy(0);
        verifier.verifyThat(RouteConstraints::breaksTaken)
                .given(tour(1, visit("through", 70, new Window(0, 10))))
                .penalizesBy(1);
    }

    @Test
    void aVisitThatMustTakePlaceIsPlanned() {
        verifier.verifyThat(RouteConstraints::mandatoryPlanned)
                .given(tour(Tour.NO_VAN, visit("must", 5, new Window(0, 9)), worth("may", 3)))
                .penalizesBy(1);
    }

    @Test
    void aVisitLeftOutCostsItsValue() {
        verifier.verifyThat(RouteConstraints::visitLeftOut)
                .given(tour(Tour.NO_VAN, worth("a", 3), worth("b", 4)))
                .penalizesBy(7 * UNIT);
    }

    @Test
    void travelTimeAndKilometresCost() {
        Tour tour = tour(0, visit("a", 5, new Window(0, 99)), visit("b", 5, new Window(0, 99)));

        verifier.verifyThat(RouteConstraints::travelTime).given(tour).penalizesBy(30 * UNIT);
        verifier.verifyThat(RouteConstraints::kilometres).given(tour).penalizesBy(30 * UNIT);
    }

    @Test
    void aRepWhoDrivesCosts() {
        verifier.verifyThat(RouteConstraints::repDrives)
                .given(tour(0, worth("a", 1)), tour(1))
                .penalizesBy(27 * UNIT);
    }

    @Test
    void takingAVisitFromItsRepCosts() {
        Visit visit = worth("known", 5);

        verifier.verifyThat(RouteConstraints::planDisturbed)
                .given(tour(0, visit))
                .penalizesBy(0);
        verifier.verifyThat(RouteConstraints::planDisturbed)
                .given(tour(1, visit))
                .penalizesBy(9 * UNIT);
        verifier.verifyThat(RouteConstraints::planDisturbed)
                .given(tour(Tour.NO_VAN, visit))
                .penalizesBy(9 * UNIT);
    }

    @Test
    void overtimeCosts() {
        Visit late = visit("v", 85, new Window(15, 15));

        verifier.verifyThat(RouteConstraints::overtime).given(tour(2, late)).penalizesBy(10 * 3 * UNIT);
        verifier.verifyThat(RouteConstraints::inTime).given(tour(2, late)).penalizesBy(0);
        verifier.verifyThat(RouteConstraints::inTime)
                .given(tour(2, visit("v", 100, new Window(15, 15))))
                .penalizesBy(5 * UNIT);
    }

    @Test
    void anotherRepThanThePreferredOneCosts() {
        Visit kayas = preferring("v", "kaya", null);

        verifier.verifyThat(RouteConstraints::preferredRep)
                .given(tour(0, kayas))
                .penalizesBy(0);
        verifier.verifyThat(RouteConstraints::preferredRep)
                .given(tour(1, kayas))
                .penalizesBy(11 * UNIT);
        verifier.verifyThat(RouteConstraints::preferredRep)
                .given(tour(Tour.NO_VAN, kayas))
                .penalizesBy(0);
    }

    @Test
    void aGroupStaysTogether() {
        Visit one = preferring("one", null, "move");
        Visit other = preferring("other", null, "move");
        Tour both = tour(0, one, other);

        verifier.verifyThat(RouteConstraints::groupTogether).given(both).penalizesBy(0);
        verifier.verifyThat(RouteConstraints::groupTogether)
                .given(
                        new Tour(both.model, 0, List.of(both.visits.get(0))),
                        new Tour(both.model, 1, List.of(both.visits.get(1))))
                .penalizesBy(1);
    }

    @Test
    void aVisitOutsideTheTerritoryCosts() {
        verifier.verifyThat(RouteConstraints::outsideTerritory)
                .given(tour(1, in("95444")))
                .penalizesBy(0);
        verifier.verifyThat(RouteConstraints::outsideTerritory)
                .given(tour(1, in("20095")))
                .penalizesBy(13 * UNIT);
        verifier.verifyThat(RouteConstraints::outsideTerritory)
                .given(tour(0, in("20095")))
                .penalizesBy(0);
    }

    @Test
    void doingMoreThanAFairShareCosts() {
        Tour all = tour(0, visit("a", 30, new Window(0, 99)), visit("b", 30, new Window(0, 99)));

        verifier.verifyThat(RouteConstraints::workSpread).given(all).penalizesBy(45 * 2 * UNIT);
        verifier.verifyThat(RouteConstraints::workSpread)
                .given(
                        new Tour(all.model, 0, all.visits.subList(0, 1)),
                        new Tour(all.model, 1, all.visits.subList(1, 2)))
                .penalizesBy(2 * 15 * 2 * UNIT);
    }

    @Test
    void visitsOfASeriesKeepTheirDistance() {
        Tour both = tour(0, recurring("one"), recurring("other"));

        verifier.verifyThat(RouteConstraints::seriesSpaced).given(both).penalizesBy(1);
        verifier.verifyThat(RouteConstraints::seriesSpaced)
                .given(
                        new Tour(both.model, 0, List.of(both.visits.get(0))),
                        new Tour(both.model, 1, List.of(both.visits.get(1))))
                .penalizesBy(1);
        verifier.verifyThat(RouteConstraints::seriesSpaced)
                .given(
                        new Tour(both.model, 0, List.of(both.visits.get(0))),
                        new Tour(both.model, 3, List.of(both.visits.get(1))))
                .penalizesBy(0);
    }

    @Test
    void aVisitComesAfterThoseItHasToFollow() {
        Visit first = worth("first", 5);
        Visit then = worth("then", 5).following(Set.of("first"));
        Tour right = tour(0, first, then);
        PlannedVisit one = right.visits.get(0);
        PlannedVisit other = right.visits.get(1);

        verifier.verifyThat(RouteConstraints::comesAfter).given(right).penalizesBy(0);
        verifier.verifyThat(RouteConstraints::comesAfter)
                .given(new Tour(right.model, 0, List.of(other, one)))
                .penalizesBy(1);
        verifier.verifyThat(RouteConstraints::comesAfter)
                .given(new Tour(right.model, 0, List.of(one)), new Tour(right.model, 1, List.of(other)))
                .penalizesBy(1);
        verifier.verifyThat(RouteConstraints::comesAfter)
                .given(new Tour(right.model, 0, List.of(one)), new Tour(right.model, 3, List.of(other)))
                .penalizesBy(0);
        verifier.verifyThat(RouteConstraints::comesAfter)
                .given(new Tour(right.model, 3, List.of(one)), new Tour(right.model, 0, List.of(other)))
                .penalizesBy(1);
    }

    @Test
    void aVisitIsNotMadeWithoutThoseItHasToFollow() {
        Visit first = worth("first", 5);
        Visit then = worth("then", 5).following(Set.of("first"));
        Visit lost = worth("lost", 5).following(Set.of("nobody knows"));
        Tour all = tour(0, first, then, lost);

        verifier.verifyThat(RouteConstraints::comesAfter)
                .given(
                        new Tour(all.model, 0, all.visits.subList(1, 2)),
                        new Tour(all.model, Tour.NO_VAN, all.visits.subList(0, 1)))
                .penalizesBy(1);
        verifier.verifyThat(RouteConstraints::comesAfter)
                .given(new Tour(all.model, 0, all.visits.subList(2, 3)))
                .penalizesBy(1);
        verifier.verifyThat(RouteConstraints::comesAfter)
                .given(
                        new Tour(all.model, 0, all.visits.subList(0, 1)),
                        new Tour(all.model, Tour.NO_VAN, all.visits.subList(1, 2)))
                .penalizesBy(0);
    }

    @Test
    void everyRuleSaysWhomAndWhatItIsAbout() {
        RouteModel model = tour(0, worth("a", 3)).model;
        Draft draft = new Draft(model);
        SolutionManager<RoutesSolution, HardMediumSoftLongScore> manager =
                SolutionManager.create(SolverFactory.create(Judge.config(1)));

        List<ConstraintJustification> left =
                manager.explain(RoutesSolution.of(draft, new Proposals())).getJustificationList();
        draft.set(0, new int[] {0}, 1);
        List<ConstraintJustification> driven =
                manager.explain(RoutesSolution.of(draft, new Proposals())).getJustificationList();

        assertThat(left).contains(new RouteJustification.OfLeftOut(List.of("a"), soft(-3 * UNIT)));
        assertThat(driven)
                .contains(new RouteJustification.OfRoute("kaya", 0, List.of("a"), soft(-20 * UNIT)))
                .allMatch(one -> one instanceof RouteJustification);
    }

    private static HardMediumSoftLongScore soft(long amount) {
        return HardMediumSoftLongScore.ofSoft(amount);
    }

    private static Visit in(String area) {
        return new Visit(
                "v", "at v", 0, List.of(), List.of(), Set.of(), 1, null, true, null, null, null, null, null, area, null,
                Set.of(), null);
    }

    private static Visit recurring(String id) {
        Visit.Series series = new Visit.Series("weekly", 1);
        return new Visit(
                id,
                "at " + id,
                0,
                List.of(),
                List.of(),
                Set.of(),
                1,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                series,
                Set.of(),
                null);
    }

    private static Visit preferring(String id, @Nullable String rep, @Nullable String group) {
        return new Visit(
                id, "at " + id, 0, List.of(), List.of(), Set.of(), 1, null, true, null, rep, null, group, null);
    }

    private static Tour tour(int van, Visit... visits) {
        List<String> places = new ArrayList<>(List.of("home"));
        Arrays.stream(visits).forEach(v -> places.add(v.place()));
        double[][] minutes = new double[places.size()][places.size()];
        double[][] kilometres = new double[places.size()][places.size()];
        for (int i = 0; i < minutes.length; i++) {
            for (int j = 0; j < minutes.length; j++) {
                minutes[i][j] = i == j ? 0 : 10;
                kilometres[i][j] = i == j ? 0 : 5;
            }
        }
        RoutePlan.Route known =
                new RoutePlan.Route("kaya", 0, 0, List.of(new RoutePlan.Stop("known", 0, 0, 0)), List.of(), 0, 0, null);
        RouteModel model = new RouteModel(new RouteProblem(
                new GivenMatrix(places, minutes, kilometres),
                List.of(),
                List.of(
                        rep("kaya", Set.of("fibre"), List.of(), 0),
                        rep("lev", Set.of(), breaks(), 0),
                        rep("mia", Set.of(), List.of(), 20)),
                List.of(visits),
                new Objective(20, 1, 2, null, 3, 11, 13, 2),
                new RoutePlan(List.of(known), List.of(), 0, 0, null, true),
                9));
        return new Tour(
                model,
                van,
                IntStream.range(0, visits.length)
                        .mapToObj(v -> new PlannedVisit(v, visits[v].id()))
                        .toList());
    }

    private static List<Rep.Break> breaks() {
        return List.of(new Rep.Break(40, 60, 15));
    }

    private static Rep rep(String id, Set<String> skills, List<Rep.Break> breaks, double overtime) {
        List<Rep.Shift> shifts = new ArrayList<>(List.of(new Rep.Shift(0, 100, overtime, null, List.of())));
        if (id.equals("mia")) {
            shifts.add(new Rep.Shift(1440, 1540));
        }
        return new Rep(
                id,
                "home",
                "home",
                shifts,
                skills,
                List.of(10.0),
                7,
                breaks,
                null,
                id.equals("lev") ? Set.of("95") : Set.of());
    }

    private static Visit visit(String id, double service, Window window) {
        return new Visit(id, "at " + id, service, List.of(window), List.of(), Set.of(), 1, null, true, null, null);
    }

    private static Visit loaded(String id, double demand) {
        return new Visit(id, "at " + id, 0, List.of(), List.of(demand), Set.of(), 1, null, true, null, null);
    }

    private static Visit skilled(String skill) {
        return new Visit("s", "at s", 0, List.of(), List.of(), Set.of(skill), 1, null, true, null, null);
    }

    private static Visit worth(String id, double value) {
        return new Visit(id, "at " + id, 0, List.of(), List.of(), Set.of(), 1, value, false, null, null);
    }

    private static Visit pinned(String rep, double at) {
        return new Visit("p", "at p", 0, List.of(), List.of(), Set.of(), 1, null, true, null, new Visit.Pin(rep, at));
    }
}
