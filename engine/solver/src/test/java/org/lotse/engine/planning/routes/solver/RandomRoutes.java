package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.HourFactors;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RushHours;
import org.lotse.engine.planning.routes.TravelTimes;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;

/** Problems of all sorts from a seed, impossible ones among them. */
final class RandomRoutes {
    private static final List<String> SKILLS = List.of("fibre", "heating", "english");
    private final Random random;
    private boolean inTrips;

    RandomRoutes(long seed) {
        this.random = new Random(seed);
    }

    RouteProblem next() {
        inTrips = random.nextInt(3) == 0;
        int places = 3 + random.nextInt(25);
        List<Place> map = new ArrayList<>();
        for (int p = 0; p < places; p++) {
            map.add(new Place("p" + p, 49.5 + random.nextDouble() * 0.6, 11.5 + random.nextDouble() * 0.8));
        }
        List<Rep> reps = new ArrayList<>();
        for (int r = 0; r < 1 + random.nextInt(5); r++) {
            reps.add(rep("r" + r, places));
        }
        List<Visit> visits = new ArrayList<>();
        Set<String> promised = new HashSet<>();
        for (int v = 0; v < random.nextInt(30); v++) {
            visits.add(visit("v" + v, places, reps, promised));
        }
        visits = inOrder(visits);
        Objective objective = new Objective(
                random.nextInt(3) * 20.0,
                1,
                random.nextInt(2),
                random.nextBoolean() ? (Double) 30.0 : null,
                1,
                30,
                20,
                random.nextInt(3) == 0 ? 0.5 : 0);
        return new RouteProblem(hours(travel(map)), map, reps, visits, objective, null, 0);
    }

    /** Some of them after others that come earlier in the list; of two appointments neither. */
    private List<Visit> inOrder(List<Visit> visits) {
        List<Visit> ordered = new ArrayList<>();
        for (Visit visit : visits) {
            Set<String> before = new HashSet<>();
            for (int i = 0; !ordered.isEmpty() && i < random.nextInt(12) - 8; i++) {
                Visit other = ordered.get(random.nextInt(ordered.size()));
                if (visit.pinned() == null || other.pinned() == null) {
                    before.add(other.id());
                }
            }
            ordered.add(visit.following(before));
        }
        return ordered;
    }

    RouteProblem followUp(RouteProblem problem, RoutePlan plan) {
        return new RouteProblem(
                problem.travel(),
                problem.places(),
                problem.reps().size() > 1 && random.nextBoolean()
                        ? problem.reps().subList(0, problem.reps().size() - 1)
                        : problem.reps(),
                problem.visits().stream()
                        .filter(v -> v.pinned() == null && v.preferredRep() == null)
                        .map(v -> v.following(Set.of()))
                        .toList(),
                problem.objective(),
                plan,
                5);
    }

    private TravelTimes travel(List<Place> map) {
        if (random.nextBoolean()) {
            return new GreatCircle(40 + random.nextInt(40), 1.3);
        }
        int size = map.size();
        double[][] minutes = new double[size][size];
        double[][] kilometres = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                kilometres[i][j] = i == j ? 0 : GreatCircle.kilometres(map.get(i), map.get(j));
                minutes[i][j] = kilometres[i][j] * (0.8 + random.nextDouble());
                if (i != j && random.nextInt(200) == 0) {
                    minutes[i][j] = Double.POSITIVE_INFINITY;
                }
            }
        }
        return new GivenMatrix(map.stream().map(Place::id).toList(), minutes, kilometres);
    }

    private TravelTimes hours(TravelTimes free) {
        if (random.nextInt(3) > 0) {
            return free;
        }
        List<Double> factors = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            factors.add(0.8 + random.nextInt(9) * 0.1);
        }
        return new RushHours(free, new HourFactors(factors));
    }

    private Rep rep(String id, int places) {
        List<Rep.Shift> shifts = new ArrayList<>();
        for (int s = 0; s < 1 + random.nextInt(2); s++) {
            double from = s * 1440 + 420 + random.nextInt(120);
            shifts.add(new Rep.Shift(from, from + 120 + random.nextInt(420), random.nextInt(3) * 20, null, List.of()));
        }
        List<Rep.Break> breaks = switch (inTrips ? 0 : random.nextInt(3)) {
            case 0 -> List.of();
            case 1 -> List.of(new Rep.Break(690 + random.nextInt(30), 780, 30));
            default -> List.of(new Rep.Break(570, 600, 10), new Rep.Break(720, 720, 45));
        };
        List<Double> capacity = random.nextBoolean() ? List.of() : List.of(20.0, 10.0 + random.nextInt(20));
        String start = "p" + random.nextInt(places);
        return new Rep(
                id,
                start,
                random.nextBoolean() ? start : "p" + random.nextInt(places),
                shifts,
                skills(2),
                capacity,
                random.nextInt(30),
                breaks,
                inTrips && random.nextBoolean()
                        ? new Rep.Reload(List.of("p0", "p" + random.nextInt(places)), random.nextInt(20))
                        : null,
                random.nextBoolean() ? Set.of() : Set.of("9" + random.nextInt(3)));
    }

    private Visit visit(String id, int places, List<Rep> reps, Set<String> promised) {
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < random.nextInt(3); w++) {
            double from = 400 + random.nextInt(600) + random.nextInt(2) * 1440;
            windows.add(new Window(from, from + random.nextInt(200)));
        }
        return new Visit(
                id,
                "p" + random.nextInt(places),
                random.nextInt(60) + random.nextDouble(),
                windows,
                random.nextBoolean() ? List.of() : List.of(random.nextDouble() * 8, random.nextInt(9) * 1.5),
                random.nextInt(3) == 0 ? skills(1) : Set.of(),
                1 + random.nextInt(3),
                random.nextInt(3) == 0 ? (Double) (random.nextDouble() * 100) : null,
                random.nextInt(8) == 0,
                random.nextInt(8) == 0 ? (Double) 900.0 : null,
                random.nextInt(6) == 0 ? reps.get(random.nextInt(reps.size())).id() : null,
                null,
                random.nextInt(8) == 0 ? "g" + random.nextInt(2) : null,
                inTrips && random.nextInt(4) == 0 ? (Double) (400.0 + random.nextInt(300)) : null,
                random.nextBoolean() ? null : "9" + random.nextInt(3) + "1",
                random.nextInt(8) == 0 ? new Visit.Series("s" + random.nextInt(2), 1) : null,
                Set.of(),
                pin(reps, promised));
    }

    private Visit.@Nullable Pin pin(List<Rep> reps, Set<String> promised) {
        Rep rep = reps.get(random.nextInt(reps.size()));
        int hour = 8 + 2 * random.nextInt(4);
        return random.nextInt(7) == 0 && promised.add(rep.id() + hour) ? new Visit.Pin(rep.id(), hour * 60.0) : null;
    }

    private Set<String> skills(int most) {
        Set<String> skills = new HashSet<>();
        for (int s = 0; s < most; s++) {
            skills.add(SKILLS.get(random.nextInt(SKILLS.size())));
        }
        return skills;
    }
}
