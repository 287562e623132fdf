package org.lotse.engine.evaluation;

/** Compares those who were treated with those held out. Pure. */
public final class CompareGroups {
    /** Below this no interval is worth showing. */
    static final long FEWEST = 30;

    private CompareGroups() {}

    /**
     * By the share of persons something happened to: Newcombe's hybrid of two Wilson intervals (Newcombe 1998, method 10),
     * which holds its level for rare events and small groups, too.
     */
    public static Comparison byRate(Group treated, Group control) {
        if (Math.min(treated.persons(), control.persons()) < FEWEST) {
            return tooFew(treated, control);
        }
        Interval first = wilson(treated);
        Interval second = wilson(control);
        double difference = treated.rate() - control.rate();
        double below = Math.hypot(first.estimate() - first.low(), second.high() - second.estimate());
        double above = Math.hypot(first.high() - first.estimate(), second.estimate() - second.low());
        return new Comparison.Measured(new Interval(difference - below, difference, difference + above));
    }

    /** By the amount per person, variances not assumed equal (Welch 1947; normal quantile, as groups are not small). */
    public static Comparison byMean(Group treated, Group control) {
        if (Math.min(treated.persons(), control.persons()) < FEWEST) {
            return tooFew(treated, control);
        }
        double error = Math.sqrt(treated.variance() / treated.persons() + control.variance() / control.persons());
        return new Comparison.Measured(Interval.around(treated.mean() - control.mean(), error));
    }

    private static Comparison tooFew(Group treated, Group control) {
        return new Comparison.TooFew(Math.min(treated.persons(), control.persons()), FEWEST);
    }

    /** The score interval of a share (Wilson 1927), around the observed share. */
    static Interval wilson(Group group) {
        double n = group.persons();
        double z = Interval.DEVIATIONS;
        double rate = group.rate();
        double middle = (rate + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
        return new Interval(Math.min(rate, middle - half), rate, Math.max(rate, middle + half));
    }
}
