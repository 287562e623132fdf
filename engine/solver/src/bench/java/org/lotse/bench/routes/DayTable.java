package org.lotse.bench.routes;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;
import org.lotse.engine.planning.routes.solver.OptaPlannerRoutes;

/**
 * How long the day takes: the first plan (in a fresh process, then in a warm one), changes of a plan in force, and times to
 * offer, for 1,000 visits and 50 reps over ten days. Argument: how many changes and offers (default 300). A line for each:
 * p50, p99 and the slowest on the clock, and the processor time of the asking thread.
 */
public final class DayTable {
    private static final int VISITS = 1_000;
    private static final int REPS = 50;
    private static final int DAYS = 10;
    private static final double DAY = 1_440;

    private final Random random = new Random(7);
    private final OptaPlannerRoutes planner = new OptaPlannerRoutes();

    public static void main(String[] arguments) {
        new DayTable().run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300);
    }

    private void run(int often) {
        RouteProblem problem = problem();
        for (int i = 0; i < 5; i++) {
            first(problem, i == 0 ? "first plan, fresh" : "first plan, warm");
        }
        RoutePlan plan = planner.plan(problem, Limits.ofSeconds(10, 1), Watch.none());
        RoutesInForce now = planner.inForce(problem, plan);
        int warming = often / 3;
        Times changes = new Times(often);
        Times offers = new Times(often);
        for (int i = -warming; i < often; i++) {
            RoutesInForce before = now;
            RouteChange change = change(before, i);
            changes.next(i);
            try {
                now = before.after(change).next();
            } catch (UnsoundProblem refused) {
                now = before;
            }
            changes.done();
            Visit visit = visit("offer" + i);
            RoutesInForce asked = now;
            offers.next(i);
            asked.slots(visit, place("offer" + i), 0, 5);
            offers.done();
        }
        System.out.println("a change           " + changes);
        System.out.println("five times         " + offers);
    }

    private void first(RouteProblem problem, String what) {
        long clock = System.nanoTime();
        long processor = processor();
        boolean[] there = {false};
        planner.plan(problem, Limits.ofSeconds(60, 1), new Watch<>() {
            @Override
            public void progress(RoutePlan best, double share, Duration elapsed) {
                if (!there[0] && best.feasible()) {
                    there[0] = true;
                    System.out.printf(
                            "%s: %.2f s on the clock, %.2f s of processor time%n",
                            what, (System.nanoTime() - clock) / 1e9, (processor() - processor) / 1e9);
                }
            }

            @Override
            public boolean cancelled() {
                return there[0];
            }
        });
    }

    private RouteChange change(RoutesInForce now, int number) {
        List<RoutePlan.Route> routes = now.plan().routes();
        RoutePlan.Route route = routes.get(random.nextInt(routes.size()));
        String visit = route.stops().get(random.nextInt(route.stops().size())).visit();
        return switch (random.nextInt(5)) {
            case 0 -> new RouteChange.NoShow(visit);
            case 1 -> new RouteChange.Late(route.rep(), route.depart() + 30);
            case 2 -> new RouteChange.Emergency(visit("emergency" + number), place("emergency" + number));
            case 3 -> new RouteChange.Give(visit, "rep" + random.nextInt(REPS));
            default -> {
                RoutesInForce.Slot slot = now.slots(visit("agreed" + number), place("agreed" + number), 0, 1).stream()
                        .findFirst()
                        .orElse(null);
                yield slot == null
                        ? new RouteChange.NoShow(visit)
                        : new RouteChange.Appointment(
                                visit("agreed" + number).agreed(new Visit.Pin(slot.rep(), slot.from())),
                                place("agreed" + number));
            }
        };
    }

    private RouteProblem problem() {
        List<Place> places = new ArrayList<>();
        List<Rep> reps = new ArrayList<>();
        for (int k = 0; k < REPS; k++) {
            places.add(place("rep" + k));
            List<Rep.Shift> shifts = new ArrayList<>();
            for (int day = 0; day < DAYS; day++) {
                shifts.add(new Rep.Shift(day * DAY + 480, day * DAY + 960));
            }
            reps.add(new Rep(
                    "rep" + k,
                    "rep" + k,
                    "rep" + k,
                    shifts,
                    k % 3 == 0 ? Set.of("fibre") : Set.of(),
                    List.of(),
                    0,
                    List.of()));
        }
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            places.add(place("v" + i));
            visits.add(visit("v" + i));
        }
        return new RouteProblem(
                new GreatCircle(60, 1.3), places, reps, visits, new Objective(0, 0.75, 0, null), null, 25);
    }

    private Place place(String id) {
        return new Place(id, 51 + 2 * random.nextDouble(), 9 + 3 * random.nextDouble());
    }

    private Visit visit(String id) {
        int day = random.nextInt(DAYS - 1);
        double from = day * DAY + 480 + 60 * random.nextInt(5);
        return new Visit(
                id,
                id,
                20 + 5 * random.nextInt(9),
                List.of(new Window(from, from + 180), new Window(from + DAY, from + DAY + 180)),
                List.of(),
                random.nextInt(10) == 0 ? Set.of("fibre") : Set.of(),
                1,
                100.0 + random.nextInt(400),
                false,
                null,
                null);
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Times of one kind of question; negative numbers warm up. */
    private static final class Times {
        private final double[] clock;
        private final double[] processor;
        private int number;
        private long clockFrom;
        private long processorFrom;

        Times(int often) {
            this.clock = new double[often];
            this.processor = new double[often];
        }

        void next(int asked) {
            number = asked;
            processorFrom = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            clockFrom = System.nanoTime();
        }

        void done() {
            if (number >= 0) {
                clock[number] = (System.nanoTime() - clockFrom) / 1e6;
                processor[number] =
                        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorFrom) / 1e6;
            }
        }

        @Override
        public String toString() {
            return "clock ms " + line(clock) + "; processor ms " + line(processor);
        }

        private static String line(double[] times) {
            double[] inOrder = times.clone();
            Arrays.sort(inOrder);
            return String.format(
                    "p50 %.1f p99 %.1f slowest %.1f",
                    inOrder[inOrder.length / 2], inOrder[(int) (inOrder.length * 0.99)], inOrder[inOrder.length - 1]);
        }
    }
}
