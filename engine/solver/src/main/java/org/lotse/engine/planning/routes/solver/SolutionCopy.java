package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;

/** Copies a solution without reflection: tours are copied, visits and the model are shared. */
public class SolutionCopy implements SolutionCloner<RoutesSolution> {
    @Override
    public RoutesSolution cloneSolution(RoutesSolution original) {
        RoutesSolution copy = new RoutesSolution(
                original.model,
                original.proposals,
                original.visits,
                new ArrayList<>(original.tours.stream().map(Tour::copy).toList()));
        copy.score = original.score;
        return copy;
    }
}
