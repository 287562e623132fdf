package org.lotse.engine.planning.routes;

import java.util.List;
import java.util.Set;

/**
 * A field rep or a vehicle.
 *
 * @param start place every shift starts from
 * @param end place every shift ends at
 * @param shifts times at work, in order, at most one route each
 * @param capacity how much fits at once, per dimension; empty when nothing is carried
 * @param fixedCost cost of each shift in which the rep drives at all
 * @param breaks rests to keep in the shift they fall into
 */
public record Rep(
        String id,
        String start,
        String end,
        List<Window> shifts,
        Set<String> skills,
        List<Double> capacity,
        double fixedCost,
        List<Break> breaks) {
    public Rep {
        shifts = List.copyOf(shifts);
        skills = Set.copyOf(skills);
        capacity = List.copyOf(capacity);
        breaks = List.copyOf(breaks);
    }

    /**
     * A rest that lies wholly between {@code from} and {@code to}; where that is shorter than the rest, the two bind its
     * beginning. It is taken at a place, not on the road, and needs no room once the route has ended.
     */
    public record Break(double from, double to, double minutes) {
        /** The last minute at which the rest may begin. */
        public double latestStart() {
            return to - from >= minutes ? to - minutes : to;
        }
    }
}
