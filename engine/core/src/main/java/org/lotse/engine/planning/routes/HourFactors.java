package org.lotse.engine.planning.routes;

import java.util.List;

/**
 * How much longer a way takes at each hour of the day than on a free road: 1 is a free road, 1.5 half as long again. Speed
 * changes while one drives (Ichoua, Gendreau and Potvin 2003), so nobody overtakes who left earlier on the same way.
 *
 * @param factors one for each hour from midnight on; empty when all hours are alike
 */
public record HourFactors(List<Double> factors) {
    /** All hours are alike. */
    public static final HourFactors NONE = new HourFactors(List.of());

    private static final int HOURS = 24;
    private static final double HOUR = 60;
    private static final double SAME = 1e-9;

    public HourFactors {
        factors = List.copyOf(factors);
    }

    /** Whether there is anything to reckon with. */
    public boolean some() {
        return !factors.isEmpty();
    }

    /** Whether there is a factor for each hour, or none at all, and each is sound. */
    public boolean sound() {
        return (factors.isEmpty() || factors.size() == HOURS)
                && factors.stream().allMatch(factor -> factor >= 0.1 && factor <= 10);
    }

    /** When one is there who leaves at {@code depart} on a way of so many free minutes. */
    public double arrive(double depart, double free) {
        if (factors.isEmpty() || !(depart + free < Double.POSITIVE_INFINITY)) {
            return depart + free;
        }
        double now = depart;
        double left = free;
        while (left > 0) {
            double factor = factor(now);
            double hourEnds = (Math.floor(now / HOUR + SAME) + 1) * HOUR;
            double possible = (hourEnds - now) / factor;
            if (left <= possible) {
                return now + left * factor;
            }
            left -= possible;
            now = hourEnds;
        }
        return now;
    }

    /** When one has to leave at the latest to be there at {@code arrive}. */
    public double depart(double arrive, double free) {
        if (factors.isEmpty() || !(arrive - free > Double.NEGATIVE_INFINITY) || Double.isInfinite(arrive)) {
            return arrive - free;
        }
        double now = arrive;
        double left = free;
        while (left > 0) {
            double hourBegan = (Math.ceil(now / HOUR - SAME) - 1) * HOUR;
            double factor = factor(hourBegan);
            double possible = (now - hourBegan) / factor;
            if (left <= possible) {
                return now - left * factor;
            }
            left -= possible;
            now = hourBegan;
        }
        return now;
    }

    private double factor(double minute) {
        return factors.get(Math.floorMod((long) Math.floor(minute / HOUR + SAME), HOURS));
    }
}
