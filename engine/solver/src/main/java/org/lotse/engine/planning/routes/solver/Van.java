package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RouteProblem;

/**
 * One rep in one shift. Places are numbers.
 *
 * @param to when the shift ends
 * @param latest when the rep is to be back at the latest, overtime included
 * @param used what it costs that the rep drives at all
 */
@SuppressWarnings("ArrayRecordComponent")
record Van(
        Rep rep,
        int shift,
        int start,
        int end,
        double from,
        double to,
        double latest,
        List<Double> carried,
        double used,
        List<Rep.Break> breaks,
        int[] reload,
        double reloadMinutes) {
    private static final int[] NOWHERE = new int[0];

    /** All shifts of all reps; places by their numbers. */
    static Van[] of(RouteProblem problem, Map<String, Integer> numbers) {
        List<Van> vans = new ArrayList<>();
        for (Rep rep : problem.reps()) {
            for (int s = 0; s < rep.shifts().size(); s++) {
                Rep.Shift shift = rep.shifts().get(s);
                List<Rep.Break> breaks = rep.breaks().stream()
                        .filter(b -> b.latestStart() >= shift.from() && b.from() < shift.to() && b.minutes() > 0)
                        .sorted(Comparator.comparingDouble(Rep.Break::from))
                        .toList();
                String start = shift.start() == null ? rep.start() : shift.start();
                Rep.Reload reload = rep.reload();
                vans.add(new Van(
                        rep,
                        s,
                        numbers.getOrDefault(start, 0),
                        numbers.getOrDefault(rep.end(), 0),
                        shift.from(),
                        shift.to(),
                        shift.latest(),
                        shift.carried(),
                        problem.objective().perRep() + rep.fixedCost(),
                        breaks,
                        reload == null
                                ? NOWHERE
                                : reload.places().stream()
                                        .mapToInt(place -> numbers.getOrDefault(place, 0))
                                        .toArray(),
                        reload == null ? 0 : reload.minutes()));
            }
        }
        return vans.toArray(Van[]::new);
    }
}
