package org.lotse.models.policy;

import org.lotse.models.evaluation.Interval;

/**
 * By how much the share of an outcome differs between those who were treated and a control group drawn at random.
 *
 * @param treated persons
 * @param control persons
 * @param treatedShare with the outcome
 * @param controlShare with the outcome
 * @param difference with 95 % (Newcombe 1998, from Wilson's intervals: right for small groups, too)
 * @param verdict what may be said
 */
public record Lift(
        long treated,
        long control,
        Interval treatedShare,
        Interval controlShare,
        Interval difference,
        Verdict verdict) {
    /** Fewer persons in either group say nothing. */
    public static final int FEWEST = 30;

    private static final double Z = 1.959964;

    /** What may be said of a difference. */
    public enum Verdict {
        TOO_FEW,
        NO_DIFFERENCE,
        HIGHER,
        LOWER
    }

    /**
     * @param treated persons treated
     * @param treatedHits of these with the outcome
     * @param control persons in the control group
     * @param controlHits of these with the outcome
     */
    public static Lift of(long treated, long treatedHits, long control, long controlHits) {
        Interval one = wilson(treated, treatedHits);
        Interval other = wilson(control, controlHits);
        double difference = one.value() - other.value();
        Interval interval = new Interval(
                difference,
                difference - Math.hypot(one.value() - one.low(), other.high() - other.value()),
                difference + Math.hypot(one.high() - one.value(), other.value() - other.low()));
        return new Lift(treated, control, one, other, interval, verdict(treated, control, interval));
    }

    private static Verdict verdict(long treated, long control, Interval difference) {
        if (treated < FEWEST || control < FEWEST) {
            return Verdict.TOO_FEW;
        }
        return difference.low() > 0 ? Verdict.HIGHER : difference.high() < 0 ? Verdict.LOWER : Verdict.NO_DIFFERENCE;
    }

    private static Interval wilson(long persons, long hits) {
        if (persons == 0) {
            return new Interval(0, 0, 1);
        }
        double share = (double) hits / persons;
        double square = Z * Z / persons;
        double middle = (share + square / 2) / (1 + square);
        double width = Z * Math.sqrt(share * (1 - share) / persons + square / (4 * persons)) / (1 + square);
        return new Interval(share, Math.max(0, middle - width), Math.min(1, middle + width));
    }
}
