package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * Moves from the plan OptaPlanner has to the one the chains propose next. Waits for proposals; when no more come there is
 * no next move, which ends the search. Used by one solver thread.
 */
public class ProposedPlans implements MoveIteratorFactory<RoutesSolution, RewriteTours> {
    @Override
    public long getSize(ScoreDirector<RoutesSolution> director) {
        return 1;
    }

    @Override
    public Iterator<RewriteTours> createOriginalMoveIterator(ScoreDirector<RoutesSolution> director) {
        return createRandomMoveIterator(director, new Random(0));
    }

    @Override
    public Iterator<RewriteTours> createRandomMoveIterator(ScoreDirector<RoutesSolution> director, Random random) {
        return new Changes(director.getWorkingSolution());
    }

    private static final class Changes implements Iterator<RewriteTours> {
        private final RoutesSolution solution;
        private @Nullable RewriteTours ready;

        Changes(RoutesSolution solution) {
            this.solution = solution;
        }

        @Override
        public boolean hasNext() {
            while (ready == null) {
                int @Nullable [][] tours = solution.proposals.next();
                if (tours == null) {
                    return false;
                }
                RewriteTours move = differences(tours);
                ready = move.unchanged() ? null : move;
            }
            return true;
        }

        @Override
        public RewriteTours next() {
            RewriteTours move = hasNext() ? ready : null;
            if (move == null) {
                throw new NoSuchElementException("The search has ended. Maybe ask hasNext first.");
            }
            ready = null;
            return move;
        }

        private RewriteTours differences(int[][] tours) {
            List<Tour> changed = new ArrayList<>();
            List<List<PlannedVisit>> contents = new ArrayList<>();
            boolean[] planned = new boolean[solution.visits.size()];
            for (Tour tour : solution.tours) {
                if (tour.van != Tour.NO_VAN) {
                    List<PlannedVisit> content = new ArrayList<>();
                    for (int visit : tours[tour.van]) {
                        planned[visit] = true;
                        content.add(solution.visits.get(visit));
                    }
                    if (!tour.holds(tours[tour.van])) {
                        changed.add(tour);
                        contents.add(content);
                    }
                }
            }
            List<PlannedVisit> left =
                    solution.visits.stream().filter(v -> !planned[v.number]).toList();
            if (!solution.leftOut().visits.equals(left)) {
                changed.add(solution.leftOut());
                contents.add(left);
            }
            return new RewriteTours(changed.toArray(Tour[]::new), contents);
        }
    }
}
