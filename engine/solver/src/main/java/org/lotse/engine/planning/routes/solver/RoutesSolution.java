package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** All tours of a problem; the last one holds what is left out. Visits are facts: they carry no planned state. */
@PlanningSolution(solutionCloner = SolutionCopy.class)
public class RoutesSolution {
    final RouteModel model;
    /** Where better plans come from. */
    final Proposals proposals;

    @ProblemFactCollectionProperty
    @ValueRangeProvider(id = "visits")
    final List<PlannedVisit> visits;

    @PlanningEntityCollectionProperty
    final List<Tour> tours;

    @PlanningScore
    @Nullable
    HardMediumSoftLongScore score;

    RoutesSolution(RouteModel model, Proposals proposals, List<PlannedVisit> visits, List<Tour> tours) {
        this.model = model;
        this.proposals = proposals;
        this.visits = visits;
        this.tours = tours;
    }

    /** The solution that says the same as the draft. */
    static RoutesSolution of(Draft draft, Proposals proposals) {
        RouteModel model = draft.model;
        List<PlannedVisit> visits = new ArrayList<>();
        for (int v = 0; v < model.visits; v++) {
            visits.add(new PlannedVisit(v, model.problem.visits().get(v).id()));
        }
        List<Tour> tours = new ArrayList<>();
        for (int k = 0; k < model.vans; k++) {
            List<PlannedVisit> inOrder = new ArrayList<>();
            for (int v : draft.sequence(k)) {
                inOrder.add(visits.get(v));
            }
            tours.add(new Tour(model, k, inOrder));
        }
        List<PlannedVisit> leftOut =
                visits.stream().filter(v -> draft.tourOf[v.number] < 0).toList();
        tours.add(new Tour(model, Tour.NO_VAN, leftOut));
        return new RoutesSolution(model, proposals, visits, tours);
    }

    /** Writes the tours into the draft, where they differ. */
    void into(Draft draft) {
        for (Tour tour : tours) {
            if (tour.van != Tour.NO_VAN && !tour.holds(draft.sequence(tour.van))) {
                int[] numbers = tour.numbers();
                draft.set(tour.van, numbers, numbers.length);
            }
        }
        for (Tour tour : tours) {
            if (tour.van != Tour.NO_VAN) {
                tour.visits.forEach(v -> draft.tourOf[v.number] = tour.van);
            }
        }
    }

    Tour leftOut() {
        return tours.getLast();
    }
}
