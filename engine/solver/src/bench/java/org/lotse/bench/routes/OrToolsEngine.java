package org.lotse.bench.routes;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.List;

/** OR-Tools' routing library: parallel cheapest insertion, then guided local search, on its one thread; it takes no seed. */
final class OrToolsEngine implements Engine {
    private static final double BILLION = 1e9;

    @Override
    public List<int[]> solve(Instance instance, double seconds, int seed, Runnable first) {
        long start = System.nanoTime();
        Loader.loadNativeLibraries();
        RoutingIndexManager manager = new RoutingIndexManager(instance.places(), instance.vehicles(), 0);
        RoutingModel routing = new RoutingModel(manager);
        long[][] way = new long[instance.places()][instance.places()];
        long[][] time = new long[instance.places()][instance.places()];
        long[] demand = new long[instance.places()];
        for (int i = 0; i < way.length; i++) {
            demand[i] = instance.demand()[i];
            for (int j = 0; j < way.length; j++) {
                way[i][j] = instance.way()[i][j];
                time[i][j] = instance.way()[i][j] + instance.service()[i];
            }
        }
        routing.setArcCostEvaluatorOfAllVehicles(routing.registerTransitMatrix(way));
        routing.addDimension(routing.registerUnaryTransitVector(demand), 0, instance.capacity(), true, "load");
        if (instance.windows()) {
            routing.addDimension(
                    routing.registerTransitMatrix(time), instance.due()[0], instance.due()[0], false, "time");
            RoutingDimension clock = routing.getMutableDimension("time");
            for (int i = 1; i < way.length; i++) {
                clock.cumulVar(manager.nodeToIndex(i)).setRange(instance.ready()[i], instance.due()[i]);
            }
        }
        routing.addAtSolutionCallback(first, false);
        double left = seconds - (System.nanoTime() - start) / BILLION;
        RoutingSearchParameters parameters = main.defaultRoutingSearchParameters().toBuilder()
                .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
                .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                .setTimeLimit(Duration.newBuilder().setSeconds((long) left).setNanos((int)
                        ((left - Math.floor(left)) * BILLION)))
                .build();
        Assignment found = routing.solveWithParameters(parameters);
        List<int[]> tours = new ArrayList<>();
        for (int k = 0; found != null && k < instance.vehicles(); k++) {
            List<Integer> tour = new ArrayList<>();
            long at = found.value(routing.nextVar(routing.start(k)));
            while (!routing.isEnd(at)) {
                tour.add(manager.indexToNode(at));
                at = found.value(routing.nextVar(at));
            }
            if (!tour.isEmpty()) {
                tours.add(tour.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return tours;
    }
}
