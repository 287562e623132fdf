package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Gives some tours new contents at once; together they hold the same visits before and after. */
final class RewriteTours extends AbstractMove<RoutesSolution> {
    private static final String VARIABLE = "visits";
    private final Tour[] tours;
    private final List<List<PlannedVisit>> contents;

    RewriteTours(Tour[] tours, List<List<PlannedVisit>> contents) {
        this.tours = tours;
        this.contents = contents;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<RoutesSolution> director) {
        return !unchanged();
    }

    /** Whether nothing would be rewritten. */
    boolean unchanged() {
        return tours.length == 0;
    }

    @Override
    protected RewriteTours createUndoMove(ScoreDirector<RoutesSolution> director) {
        return new RewriteTours(
                tours, Arrays.stream(tours).map(t -> List.copyOf(t.visits)).toList());
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<RoutesSolution> director) {
        for (Tour tour : tours) {
            director.beforeListVariableChanged(tour, VARIABLE, 0, tour.visits.size());
            tour.visits.clear();
        }
        for (int i = 0; i < tours.length; i++) {
            tours[i].visits.addAll(contents.get(i));
            director.afterListVariableChanged(tours[i], VARIABLE, 0, tours[i].visits.size());
        }
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.of(tours);
    }

    @Override
    public Collection<?> getPlanningValues() {
        return contents.stream().flatMap(List::stream).toList();
    }

    @Override
    public String toString() {
        return "rewrite " + tours.length + " tours";
    }
}
