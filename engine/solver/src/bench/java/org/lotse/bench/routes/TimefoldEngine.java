package org.lotse.bench.routes;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.CascadingUpdateShadowVariable;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ai.timefold.solver.core.api.domain.variable.NextElementShadowVariable;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import ai.timefold.solver.core.api.domain.variable.PreviousElementShadowVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.MoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListRuinRecreateMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.kopt.KOptListMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Timefold Solver, community edition: constraint streams, a list variable, and besides its usual moves those of parts of
 * tours and its own ruin and recreate; its usual late acceptance. One thread: more, and near moves, are sold.
 */
final class TimefoldEngine implements Engine {
    @Override
    public List<int[]> solve(Instance instance, double seconds, int seed, Runnable first) {
        long start = System.nanoTime();
        Plan plan = new Plan();
        plan.vans = IntStream.range(0, instance.vehicles())
                .mapToObj(number -> new Van(number, instance))
                .toList();
        plan.stops = IntStream.range(1, instance.places())
                .mapToObj(place -> new Stop(place, instance))
                .toList();
        long left = Math.round(seconds * 1e9) - (System.nanoTime() - start);
        List<MoveSelectorConfig> moves = new ArrayList<>(List.of(
                new ListChangeMoveSelectorConfig(),
                new ListSwapMoveSelectorConfig(),
                new SubListChangeMoveSelectorConfig(),
                new SubListSwapMoveSelectorConfig(),
                new KOptListMoveSelectorConfig(),
                new ListRuinRecreateMoveSelectorConfig()));
        var solver = SolverFactory.<Plan>create(new SolverConfig()
                        .withSolutionClass(Plan.class)
                        .withEntityClasses(Van.class, Stop.class)
                        .withConstraintProviderClass(Rules.class)
                        .withRandomSeed((long) seed)
                        .withTerminationSpentLimit(Duration.ofMillis(left / 1_000_000))
                        .withPhases(
                                new ConstructionHeuristicPhaseConfig(),
                                new LocalSearchPhaseConfig()
                                        .withMoveSelectorConfig(new UnionMoveSelectorConfig(moves))))
                .buildSolver();
        solver.addEventListener(event -> {
            if (event.isNewBestSolutionInitialized() && event.getNewBestScore().isFeasible()) {
                first.run();
            }
        });
        Plan best = solver.solve(plan);
        return best.vans.stream()
                .filter(van -> !van.stops.isEmpty())
                .map(van -> van.stops.stream().mapToInt(stop -> stop.place).toArray())
                .toList();
    }

    /** A tour. */
    @PlanningEntity
    public static class Van {
        @PlanningId
        int number;

        Instance instance = Instance.NONE;

        @PlanningListVariable
        List<Stop> stops = new ArrayList<>();

        Van() {}

        Van(int number, Instance instance) {
            this.number = number;
            this.instance = instance;
        }

        long overload() {
            long load = -instance.capacity();
            for (Stop stop : stops) {
                load += instance.demand()[stop.place];
            }
            return Math.max(0, load);
        }

        long late() {
            Stop last = stops.getLast();
            Long arrive = last.arrive;
            return arrive == null
                    ? 0
                    : Math.max(0, last.leave(arrive) + instance.way()[last.place][0] - instance.due()[0]);
        }

        long home() {
            return instance.way()[stops.getLast().place][0];
        }
    }

    /** A place to stop at. */
    @PlanningEntity
    public static class Stop {
        @PlanningId
        int place;

        Instance instance = Instance.NONE;

        @InverseRelationShadowVariable(sourceVariableName = "stops")
        @Nullable
        Van van;

        @PreviousElementShadowVariable(sourceVariableName = "stops")
        @Nullable
        Stop previous;

        @NextElementShadowVariable(sourceVariableName = "stops")
        @Nullable
        Stop next;

        @CascadingUpdateShadowVariable(targetMethodName = "updateArrive")
        @Nullable
        Long arrive;

        Stop() {}

        Stop(int place, Instance instance) {
            this.place = place;
            this.instance = instance;
        }

        @SuppressWarnings("unused")
        private void updateArrive() {
            Long before = previous == null ? null : previous.arrive;
            if (van == null || (previous != null && before == null)) {
                arrive = null;
            } else if (previous == null || before == null) {
                arrive = (long) instance.way()[0][place];
            } else {
                arrive = previous.leave(before) + instance.way()[previous.place][place];
            }
        }

        long leave(long arrived) {
            return Math.max(arrived, instance.ready()[place]) + instance.service()[place];
        }

        long late() {
            return arrive == null ? 0 : Math.max(0, arrive - instance.due()[place]);
        }

        long way() {
            return instance.way()[previous == null ? 0 : previous.place][place];
        }
    }

    /** All tours. */
    @PlanningSolution
    public static class Plan {
        @PlanningEntityCollectionProperty
        List<Van> vans = List.of();

        @PlanningEntityCollectionProperty
        @ValueRangeProvider
        List<Stop> stops = List.of();

        @PlanningScore
        @Nullable
        HardSoftLongScore score;
    }

    /** The rules of the published instances. */
    public static class Rules implements ConstraintProvider {
        @Override
        public Constraint[] defineConstraints(ConstraintFactory factory) {
            return new Constraint[] {
                factory.forEach(Van.class)
                        .filter(van -> van.overload() > 0)
                        .penalizeLong(HardSoftLongScore.ONE_HARD, Van::overload)
                        .asConstraint("load"),
                factory.forEach(Stop.class)
                        .filter(stop -> stop.late() > 0)
                        .penalizeLong(HardSoftLongScore.ONE_HARD, Stop::late)
                        .asConstraint("windows"),
                factory.forEach(Van.class)
                        .filter(van -> !van.stops.isEmpty() && van.late() > 0)
                        .penalizeLong(HardSoftLongScore.ONE_HARD, Van::late)
                        .asConstraint("back in time"),
                factory.forEach(Stop.class)
                        .penalizeLong(HardSoftLongScore.ONE_SOFT, Stop::way)
                        .asConstraint("ways"),
                factory.forEach(Van.class)
                        .filter(van -> !van.stops.isEmpty())
                        .penalizeLong(HardSoftLongScore.ONE_SOFT, Van::home)
                        .asConstraint("way home")
            };
        }
    }
}
