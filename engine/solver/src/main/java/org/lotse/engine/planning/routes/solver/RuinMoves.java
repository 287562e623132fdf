package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * Moves by ruin and recreate. Keeps a draft beside OptaPlanner's working solution: before each move the tours changed by
 * the last one are brought back to what OptaPlanner kept of it. Used by one solver thread.
 */
public class RuinMoves implements MoveIteratorFactory<RoutesSolution, RewriteTours> {
    private static final int TRIES = 2_000;
    private @Nullable RuinRecreate ruin;
    private @Nullable Draft draft;

    @Override
    public long getSize(ScoreDirector<RoutesSolution> director) {
        return Math.max(1, director.getWorkingSolution().visits.size());
    }

    @Override
    public Iterator<RewriteTours> createOriginalMoveIterator(ScoreDirector<RoutesSolution> director) {
        throw new UnsupportedOperationException("Ruin and recreate has no original order. Maybe select randomly.");
    }

    @Override
    public Iterator<RewriteTours> createRandomMoveIterator(ScoreDirector<RoutesSolution> director, Random random) {
        RoutesSolution solution = director.getWorkingSolution();
        Draft known = draft;
        RuinRecreate change = ruin;
        if (known == null || change == null || known.model != solution.model) {
            known = new Draft(solution.model);
            change = new RuinRecreate(known);
            draft = known;
            ruin = change;
        }
        solution.into(known);
        return new Changes(solution, known, change, random);
    }

    private static final class Changes implements Iterator<RewriteTours> {
        private final RoutesSolution solution;
        private final Draft draft;
        private final RuinRecreate ruin;
        private final Random random;
        private @Nullable RewriteTours ready;

        Changes(RoutesSolution solution, Draft draft, RuinRecreate ruin, Random random) {
            this.solution = solution;
            this.draft = draft;
            this.ruin = ruin;
            this.random = random;
        }

        /** Looks for a change; false when none was found in many tries, which ends the search. */
        @Override
        public boolean hasNext() {
            for (int i = 0; i < TRIES && ready == null && !solution.visits.isEmpty(); i++) {
                restore();
                ruin.change(random);
                RewriteTours move = differences();
                ready = move.unchanged() ? null : move;
            }
            return ready != null;
        }

        @Override
        public RewriteTours next() {
            RewriteTours move = hasNext() ? ready : null;
            if (move == null) {
                throw new NoSuchElementException("No visit can be moved. Maybe ask hasNext first.");
            }
            ready = null;
            return move;
        }

        private void restore() {
            for (int i = 0; i < ruin.touchedCount(); i++) {
                Tour tour = solution.tours.get(ruin.touchedVan(i));
                int[] numbers = tour.numbers();
                draft.set(tour.van, numbers, numbers.length);
            }
            for (int i = 0; i < ruin.touchedCount(); i++) {
                Tour tour = solution.tours.get(ruin.touchedVan(i));
                tour.visits.forEach(v -> draft.tourOf[v.number] = tour.van);
            }
        }

        private RewriteTours differences() {
            List<Tour> tours = new ArrayList<>();
            List<List<PlannedVisit>> contents = new ArrayList<>();
            boolean[] out = new boolean[solution.visits.size()];
            boolean[] in = new boolean[solution.visits.size()];
            int moved = 0;
            for (int van : ruin.touchedInOrder()) {
                Tour tour = solution.tours.get(van);
                int[] now = draft.sequence(van);
                if (!tour.holds(now)) {
                    tours.add(tour);
                    contents.add(
                            Arrays.stream(now).mapToObj(solution.visits::get).toList());
                    for (PlannedVisit visit : tour.visits) {
                        out[visit.number] = draft.tourOf[visit.number] < 0;
                        moved += out[visit.number] ? 1 : 0;
                    }
                }
            }
            for (PlannedVisit visit : solution.leftOut().visits) {
                in[visit.number] = draft.tourOf[visit.number] >= 0;
                moved += in[visit.number] ? 1 : 0;
            }
            if (moved > 0) {
                List<PlannedVisit> left = new ArrayList<>();
                for (PlannedVisit visit : solution.leftOut().visits) {
                    if (!in[visit.number]) {
                        left.add(visit);
                    }
                }
                for (PlannedVisit visit : solution.visits) {
                    if (out[visit.number]) {
                        left.add(visit);
                    }
                }
                tours.add(solution.leftOut());
                contents.add(left);
            }
            return new RewriteTours(tours.toArray(Tour[]::new), contents);
        }
    }
}
