package org.lotse.bench.routes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;
import org.lotse.engine.planning.routes.solver.OptaPlannerRoutes;

/** The product as the command line calls it: an inline matrix, two chains. */
final class LotseEngine implements Engine {
    @Override
    public List<int[]> solve(Instance instance, double seconds, int seed, Runnable first) {
        Watch<RoutePlan> watch = new Watch<>() {
            private boolean seen;

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void progress(RoutePlan plan, double share, Duration elapsed) {
                if (!seen && plan.feasible()) {
                    seen = true;
                    first.run();
                }
            }
        };
        RoutePlan plan = new OptaPlannerRoutes().plan(problem(instance), Limits.ofSeconds(seconds, seed), watch);
        List<int[]> tours = new ArrayList<>();
        for (RoutePlan.Route route : plan.routes()) {
            tours.add(route.stops().stream()
                    .mapToInt(stop -> Integer.parseInt(stop.visit()))
                    .toArray());
        }
        return tours;
    }

    static RouteProblem problem(Instance instance) {
        double unit = instance.unit();
        int count = instance.places();
        List<String> places = new ArrayList<>();
        double[][] minutes = new double[count][count];
        for (int i = 0; i < count; i++) {
            places.add(Integer.toString(i));
            for (int j = 0; j < count; j++) {
                minutes[i][j] = instance.way()[i][j] / unit;
            }
        }
        List<Rep> reps = new ArrayList<>();
        for (int k = 0; k < instance.vehicles(); k++) {
            reps.add(new Rep(
                    "v" + k,
                    "0",
                    "0",
                    List.of(new Rep.Shift(0, instance.due()[0] / unit)),
                    Set.of(),
                    List.of((double) instance.capacity()),
                    0,
                    List.of()));
        }
        List<Visit> visits = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            visits.add(new Visit(
                    places.get(i),
                    places.get(i),
                    instance.service()[i] / unit,
                    instance.windows()
                            ? List.of(new Window(instance.ready()[i] / unit, instance.due()[i] / unit))
                            : List.of(),
                    List.of((double) instance.demand()[i]),
                    Set.of(),
                    1,
                    null,
                    true,
                    null,
                    null));
        }
        return new RouteProblem(
                new GivenMatrix(places, minutes, null), List.of(), reps, visits, new Objective(0, 1, 0, null), null, 0);
    }
}
