package org.lotse.engine.planning.routes;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field rep or a vehicle.
 *
 * @param start place every shift starts from
 * @param end place every shift ends at
 * @param shifts times at work, in order, at most one route each
 * @param capacity how much fits at once, per dimension; empty when nothing is carried
 * @param fixedCost cost of each shift in which the rep drives at all
 * @param breaks rests to keep in the shift they fall into
 * @param reload where the vehicle is emptied or filled again during a shift, or null
 * @param territory areas that are the rep's, or their beginnings, as "95" of postal codes; visits elsewhere cost the
 *     objective's price; empty when all are the rep's
 */
public record Rep(
        String id,
        String start,
        String end,
        List<Shift> shifts,
        Set<String> skills,
        List<Double> capacity,
        double fixedCost,
        List<Break> breaks,
        @Nullable Reload reload,
        Set<String> territory) {
    public Rep {
        shifts = List.copyOf(shifts);
        skills = Set.copyOf(skills);
        capacity = List.copyOf(capacity);
        breaks = List.copyOf(breaks);
        territory = Set.copyOf(territory);
    }

    /** Without reloading, at home everywhere. */
    public Rep(
            String id,
            String start,
            String end,
            List<Shift> shifts,
            Set<String> skills,
            List<Double> capacity,
            double fixedCost,
            List<Break> breaks) {
        this(id, start, end, shifts, skills, capacity, fixedCost, breaks, null, Set.of());
    }

    /** Whether visits of the area are the rep's own. */
    public boolean isHomeIn(@Nullable String area) {
        return area == null || territory.isEmpty() || territory.stream().anyMatch(area::startsWith);
    }

    /**
     * Emptying or filling the vehicle again.
     *
     * @param places any of them will do
     * @param minutes how long that takes
     */
    public record Reload(List<String> places, double minutes) {
        public Reload {
            places = List.copyOf(places);
        }
    }

    /**
     * A time at work.
     *
     * @param to when the rep is to be at the end
     * @param overtimeMinutes how much later than {@code to} that may be; each minute has the objective's price
     * @param start where this shift begins instead of the rep's start, or null: a rep who is on the road already
     * @param carried what is in the vehicle from the beginning, per dimension of the capacity
     */
    public record Shift(
            double from,
            double to,
            double overtimeMinutes,
            @Nullable String start,
            List<Double> carried) {
        public Shift {
            carried = List.copyOf(carried);
        }

        /** Without overtime, from the rep's start, empty. */
        public Shift(double from, double to) {
            this(from, to, 0, null, List.of());
        }

        /** The last minute at which the rep may be at the end. */
        public double latest() {
            return to + overtimeMinutes;
        }
    }

    /** The same rep with other shifts. */
    public Rep withShifts(List<Shift> others) {
        return new Rep(id, start, end, others, skills, capacity, fixedCost, breaks, reload, territory);
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
