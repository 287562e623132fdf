package org.lotse.engine.planning.routes.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RouteChange;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RoutesInForce;
import org.lotse.engine.planning.routes.RoutesInForce.Revision;
import org.lotse.engine.planning.routes.RoutesInForce.Slot;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;

class LiveRoutesTest {
    private static final int CHANGES = 10_000;
    private static final double TOLERANCE = 1e-6;
    private final OptaPlannerRoutes routes = new OptaPlannerRoutes();

    @Test
    @Timeout(300)
    void noPromiseIsEverMovedWhateverHappens() {
        for (int seed = 0, done = 0; done < CHANGES; seed++) {
            try {
                done += aDay(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Seed " + seed + ": " + e, e);
            }
        }
    }

    /** Fifty things happen; each plan is checked from scratch. */
    private int aDay(Random random) {
        RouteProblem first = problem(random, 14, 3);
        AtomicLong clock = new AtomicLong();
        OptaPlannerRoutes hurried = new OptaPlannerRoutes(() -> clock.addAndGet(8_000_000));
        RoutesInForce live = hurried.inForce(first, routes.plan(first, Limits.ofSteps(0, 1), Watch.none()));
        int extra = 0;
        for (int i = 0; i < 50; i++) {
            Map<String, Visit.Pin> promised = promises(live);
            RouteChange change = change(random, live, "n" + extra++);
            Revision revision;
            try {
                revision = live.after(change);
            } catch (UnsoundProblem refused) {
                assertThat(refused.flaws()).isNotEmpty();
                continue;
            }
            RoutesInForce next = revision.next();
            RoutePlanCheck.check(next.problem(), next.plan());
            Map<String, RouteChange.Standing> now = standings(next.plan());
            promised.forEach((visit, pin) -> {
                RouteChange.Standing at = now.get(visit);
                if (at != null && !changes(change, visit)) {
                    assertThat(at.rep()).as(visit + " after " + change).isEqualTo(pin.rep());
                    assertThat(at.start()).as(visit + " after " + change).isCloseTo(pin.at(), within(TOLERANCE));
                } else if (!changes(change, visit)) {
                    assertThat(revision.broken())
                            .as("a promise that cannot be kept is named")
                            .contains(visit);
                    assertThat(mayBreak(change)).as(change + " breaks " + visit).isTrue();
                }
            });
            live = next;
        }
        return 50;
    }

    /** Only who is late or ill, a heavier load, and what was broken before break promises; nothing else does. */
    private static boolean mayBreak(RouteChange change) {
        return change instanceof RouteChange.Late
                || change instanceof RouteChange.Sick
                || change instanceof RouteChange.Load
                || change instanceof RouteChange.Done;
    }

    private static boolean changes(RouteChange change, String visit) {
        return switch (change) {
            case RouteChange.NoShow gone -> gone.visit().equals(visit);
            case RouteChange.Done over -> over.visit().equals(visit);
            case RouteChange.Appointment anew -> anew.visit().id().equals(visit);
            default -> false;
        };
    }

    private RouteChange change(Random random, RoutesInForce live, String id) {
        RouteProblem problem = live.problem();
        String rep = problem.reps().get(random.nextInt(problem.reps().size())).id();
        if (problem.visits().isEmpty()) {
            return new RouteChange.Emergency(visit(random, id), place(random, id));
        }
        Visit visit = problem.visits().get(random.nextInt(problem.visits().size()));
        double at = 420 + random.nextInt(600) + random.nextInt(2) * 1440;
        return switch (random.nextInt(12)) {
            case 0 -> new RouteChange.NoShow(visit.id());
            case 1 -> new RouteChange.Late(rep, at);
            case 2 -> random.nextInt(4) == 0 ? new RouteChange.Sick(rep, at) : new RouteChange.NoShow(visit.id());
            case 3 -> new RouteChange.Load(visit.id(), List.of((double) random.nextInt(9)));
            case 4 -> done(random, live, visit);
            case 5 -> new RouteChange.Give(visit.id(), rep);
            case 6 -> new RouteChange.Appointment(visit(random, id).agreed(new Visit.Pin(rep, at)), place(random, id));
            case 7, 8 -> {
                Visit wanted = visit(random, id);
                List<Slot> slots = live.slots(wanted, place(random, id), 0, 5);
                yield slots.isEmpty()
                        ? new RouteChange.Emergency(wanted, place(random, id))
                        : new RouteChange.Appointment(
                                wanted.agreed(new Visit.Pin(
                                        slots.getFirst().rep(), slots.getFirst().from())),
                                place(random, id));
            }
            case 9 -> new RouteChange.Emergency(visit(random, id).following(Set.of(visit.id())), place(random, id));
            default -> new RouteChange.Emergency(visit(random, id), place(random, id));
        };
    }

    private static RouteChange done(Random random, RoutesInForce live, Visit otherwise) {
        List<RoutePlan.Route> driven = live.plan().routes();
        if (driven.isEmpty()) {
            return new RouteChange.NoShow(otherwise.id());
        }
        RoutePlan.Route route = driven.get(random.nextInt(driven.size()));
        RoutePlan.Stop first = route.stops().getFirst();
        return new RouteChange.Done(first.visit(), route.rep(), route.shift(), first.leave());
    }

    private static Map<String, Visit.Pin> promises(RoutesInForce live) {
        Map<String, RouteChange.Standing> kept = standings(live.plan());
        Map<String, Visit.Pin> promises = new HashMap<>();
        for (Visit visit : live.problem().visits()) {
            Visit.Pin pin = visit.pinned();
            if (pin != null && kept.containsKey(visit.id())) {
                promises.put(visit.id(), pin);
            }
        }
        return promises;
    }

    private static Map<String, RouteChange.Standing> standings(RoutePlan plan) {
        Map<String, RouteChange.Standing> standings = new HashMap<>();
        plan.routes()
                .forEach(route -> route.stops()
                        .forEach(stop -> standings.put(
                                stop.visit(), new RouteChange.Standing(route.rep(), route.shift(), stop.start()))));
        return standings;
    }

    @Test
    void everySlotThatIsOfferedCanBeAgreed() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            RoutesInForce live = inForce(problem(random, 25, 4));
            Visit asked = visit(random, "asked").following(seed % 3 == 0 ? Set.of("v3") : Set.of());
            Place place = place(random, "asked");

            List<Slot> slots = live.slots(asked, place, 0, 5);

            for (Slot slot : slots) {
                Revision revision = live.after(
                        new RouteChange.Appointment(asked.agreed(new Visit.Pin(slot.rep(), slot.from())), place));
                RouteChange.Standing at = standings(revision.next().plan()).get("asked");
                assertThat(at).as("slot " + slot + " of seed " + seed).isNotNull();
                assertThat(revision.broken()).isEmpty();
            }
            assertThat(slots).isSortedAccordingTo((a, b) -> Double.compare(a.extraCost(), b.extraCost()));
        }
    }

    @Test
    void aSlotIsPricedAfterTheOthersHaveMadeRoom() {
        Place home = new Place("home", 50, 10);
        Place east = new Place("east", 50, 10.5);
        Place west = new Place("west", 50, 9.5);
        Rep kaya = new Rep("kaya", "home", "home", List.of(new Rep.Shift(480, 960)), Set.of(), List.of(), 0, List.of());
        Visit there = new Visit("there", "east", 30, List.of(), List.of(), Set.of(), 1, null, true, null, null);
        RouteProblem problem = new RouteProblem(
                new GreatCircle(60, 1),
                List.of(home, east, west),
                List.of(kaya),
                List.of(there),
                new Objective(0, 1, 0, null),
                null,
                0);
        RoutesInForce live = inForce(problem);
        Visit beside = new Visit("beside", "east", 30, List.of(), List.of(), Set.of(), 1, null, false, null, null);
        Visit opposite = new Visit("opposite", "west", 30, List.of(), List.of(), Set.of(), 1, null, false, null, null);

        assertThat(live.slots(beside, null, 0, 5).getFirst().extraCost()).isLessThan(0.01);
        assertThat(live.slots(opposite, null, 0, 5).getFirst().extraCost())
                .isCloseTo(2 * GreatCircle.kilometres(home, west), within(0.5));
        assertThat(live.slots(beside, null, 600, 5))
                .allSatisfy(slot -> assertThat(slot.from()).isGreaterThanOrEqualTo(600));
    }

    @Test
    void anAppointmentThatBreaksAPromiseIsRefused() {
        Random random = new Random(3);
        RoutesInForce live = inForce(problem(random, 4, 3));
        Visit first = visit(random, "first");
        Slot slot = live.slots(first, place(random, "first"), 0, 1).getFirst();
        RoutesInForce agreed = live.after(new RouteChange.Appointment(
                        first.agreed(new Visit.Pin(slot.rep(), slot.from())), place(random, "first")))
                .next();
        Visit second = visit(random, "second");

        assertThatThrownBy(() -> agreed.after(new RouteChange.Appointment(
                        second.agreed(new Visit.Pin(slot.rep(), slot.from() + 1)), place(random, "second"))))
                .isInstanceOfSatisfying(
                        UnsoundProblem.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(Flaw::code)
                                .containsAnyOf(Flaw.Code.APPOINTMENT_DOES_NOT_FIT));
    }

    @Test
    void whoIsSickVisitsNobodyFromThenOnAndTheOthersHelp() {
        RoutesInForce live = inForce(problem(new Random(5), 12, 3));
        String rep = live.plan().routes().getFirst().rep();

        Revision revision = live.after(new RouteChange.Sick(rep, 0));

        assertThat(revision.next().plan().routes())
                .noneMatch(route -> route.rep().equals(rep));
        assertThat(revision.moved()).isNotEmpty();
        assertThat(revision.moved().stream()
                        .mapToDouble(RoutesInForce.Moved::price)
                        .sum())
                .isGreaterThan(0);
    }

    @Test
    void aVisitThatIsGivenToARepIsMadeByThatRep() {
        RoutesInForce live = inForce(problem(new Random(5), 12, 3));
        RoutePlan.Route route = live.plan().routes().getFirst();
        String visit = route.stops().getFirst().visit();
        String other = live.problem().reps().stream()
                .map(Rep::id)
                .filter(rep -> !rep.equals(route.rep()))
                .findFirst()
                .orElseThrow();

        Revision revision = live.after(new RouteChange.Give(visit, other));

        RouteChange.Standing now = standings(revision.next().plan()).get(visit);
        assertThat(now == null ? other : now.rep()).isEqualTo(other);
        assertThat(revision.moved())
                .anySatisfy(moved -> assertThat(moved.visit()).isEqualTo(visit));
    }

    @Test
    void anHourCostsNothingWhileThereIsTimeAndWhatTheNextVisitBringsOtherwise() {
        RouteProblem plenty = problem(new Random(4), 3, 3);
        RouteProblem scarce = problem(new Random(4), 40, 1);

        assertThat(hourPrice(plenty)).isZero();
        assertThat(hourPrice(scarce)).isGreaterThan(0);
    }

    private double hourPrice(RouteProblem problem) {
        return routes.hourPrice(problem, routes.plan(problem, Limits.ofSteps(500, 1), Watch.none()));
    }

    @Test
    void searchingOnNeverMakesItWorse() {
        RoutesInForce live = inForce(problem(new Random(8), 30, 4));

        RoutesInForce better = live.improved(Limits.ofSteps(2_000, 1), Watch.none());

        assertThat(better.plan().cost()).isLessThanOrEqualTo(live.plan().cost() + TOLERANCE);
        RoutePlanCheck.check(better.problem(), better.plan());
    }

    private RoutesInForce inForce(RouteProblem problem) {
        return routes.inForce(problem, routes.plan(problem, Limits.ofSteps(0, 1), Watch.none()));
    }

    private static RouteProblem problem(Random random, int visits, int reps) {
        List<Place> places = new ArrayList<>();
        List<Rep> team = new ArrayList<>();
        List<Visit> asked = new ArrayList<>();
        for (int r = 0; r < reps; r++) {
            places.add(place(random, "home" + r));
            team.add(new Rep(
                    "r" + r,
                    "home" + r,
                    "home" + r,
                    List.of(new Rep.Shift(480, 960, 30, null, List.of()), new Rep.Shift(1920, 2400)),
                    random.nextBoolean() ? Set.of("fibre") : Set.of(),
                    List.of(20.0),
                    0,
                    random.nextBoolean() ? List.of() : List.of(new Rep.Break(690, 780, 30))));
        }
        for (int v = 0; v < visits; v++) {
            places.add(place(random, "v" + v));
            Visit visit = visit(random, "v" + v);
            boolean follows = v > 0 && random.nextInt(4) == 0;
            asked.add(follows ? visit.following(Set.of("v" + random.nextInt(v))) : visit);
        }
        return new RouteProblem(new GreatCircle(60, 1.3), places, team, asked, new Objective(0, 1, 0, null), null, 15);
    }

    private static Place place(Random random, String id) {
        return new Place(id, 50 + random.nextDouble(), 10 + random.nextDouble());
    }

    private static Visit visit(Random random, String id) {
        int from = 480 + random.nextInt(2) * 1440;
        List<Window> windows = random.nextBoolean() ? List.of() : List.of(new Window(from, from + random.nextInt(400)));
        return new Visit(
                id,
                id,
                10 + random.nextInt(50),
                windows,
                List.of((double) random.nextInt(5)),
                random.nextInt(5) == 0 ? Set.of("fibre") : Set.of(),
                1,
                200.0,
                false,
                null,
                null);
    }
}
