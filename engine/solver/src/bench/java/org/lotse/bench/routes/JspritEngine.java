package org.lotse.bench.routes;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.termination.TimeTermination;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** jsprit with its usual algorithm and two threads. */
final class JspritEngine implements Engine {
    @Override
    public List<int[]> solve(Instance instance, double seconds, int seed, Runnable first) {
        long end = System.nanoTime() + Math.round(seconds * 1e9);
        int count = instance.places();
        FastVehicleRoutingTransportCostsMatrix.Builder ways =
                FastVehicleRoutingTransportCostsMatrix.Builder.newInstance(count, false);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                ways.addTransportTimeAndDistance(i, j, instance.way()[i][j], instance.way()[i][j]);
            }
        }
        VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("van")
                .addCapacityDimension(0, instance.capacity())
                .setCostPerDistance(1)
                .setCostPerTransportTime(0)
                .setFixedCost(0)
                .build();
        VehicleRoutingProblem.Builder problem = VehicleRoutingProblem.Builder.newInstance()
                .setFleetSize(VehicleRoutingProblem.FleetSize.FINITE)
                .setRoutingCost(ways.build());
        for (int k = 0; k < instance.vehicles(); k++) {
            problem.addVehicle(VehicleImpl.Builder.newInstance("v" + k)
                    .setStartLocation(at(0))
                    .setType(type)
                    .setEarliestStart(0)
                    .setLatestArrival(instance.due()[0])
                    .build());
        }
        for (int i = 1; i < count; i++) {
            problem.addJob(Service.Builder.newInstance(Integer.toString(i))
                    .setLocation(at(i))
                    .addSizeDimension(0, instance.demand()[i])
                    .setServiceTime(instance.service()[i])
                    .setTimeWindow(TimeWindow.newInstance(instance.ready()[i], instance.due()[i]))
                    .build());
        }
        VehicleRoutingAlgorithm algorithm = Jsprit.Builder.newInstance(problem.build())
                .setProperty(Jsprit.Parameter.THREADS, "2")
                .setProperty(Jsprit.Parameter.FAST_REGRET, "true")
                .setRandom(new Random(seed))
                .buildAlgorithm();
        algorithm.setMaxIterations(Integer.MAX_VALUE);
        TimeTermination over = new TimeTermination(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        algorithm.setPrematureAlgorithmTermination(over);
        algorithm.addListener(over);
        boolean[] seen = new boolean[1];
        algorithm.addListener((com.graphhopper.jsprit.core.algorithm.listener.IterationEndsListener)
                (iteration, known, solutions) -> {
                    if (!seen[0]
                            && Solutions.bestOf(solutions).getUnassignedJobs().isEmpty()) {
                        seen[0] = true;
                        first.run();
                    }
                });
        VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
        List<int[]> tours = new ArrayList<>();
        for (VehicleRoute route : best.getRoutes()) {
            tours.add(
                    route.getActivities().stream().mapToInt(JspritEngine::place).toArray());
        }
        return tours;
    }

    private static int place(TourActivity activity) {
        return activity.getLocation().getIndex();
    }

    private static Location at(int place) {
        return Location.Builder.newInstance()
                .setId(Integer.toString(place))
                .setIndex(place)
                .build();
    }
}
