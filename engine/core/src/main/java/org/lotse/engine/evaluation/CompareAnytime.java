package org.lotse.engine.evaluation;

/**
 * Compares two groups of an experiment that people look at again and again. The usual 95 % interval is right at one look
 * only: who stops as soon as it leaves zero finds effects that are none. This one holds the truth at all looks together in 95
 * of 100 experiments (mixture sequential test; Robbins 1970, Johari et al. 2017), so that one may stop when one likes. Pure.
 */
public final class CompareAnytime {
    private static final double LEVEL = 0.05;
    private static final long FEWEST = 100;
    /** Fewer outcomes on either side of yes and no do not have the normal distribution the interval rests on. */
    private static final long FEWEST_OUTCOMES = 10;

    private CompareAnytime() {}

    /** What to do with the experiment. */
    public enum Advice {
        /** Nothing is decided yet. */
        GO_ON,
        /** Better beyond chance, however often one has looked. */
        STOP_MORE,
        /** Worse beyond chance, however often one has looked. */
        STOP_LESS,
        /** Whatever difference there is, it is smaller than what matters. */
        STOP_NO_DIFFERENCE
    }

    /**
     * A comparison at one look.
     *
     * @param comparison the difference of the shares with its interval
     * @param advice whether to stop
     */
    public record Look(Comparison comparison, Advice advice) {}

    /**
     * By the share of persons something happened to.
     *
     * @param tried who got the new thing
     * @param control who got the old one
     * @param matters the smallest difference of the shares that would change what one does, above 0
     */
    public static Look byRate(Group tried, Group control, double matters) {
        if (!(matters > 0 && matters < 1)) {
            throw new IllegalArgumentException(
                    "A difference of " + matters + " is none that could matter. Maybe 0.01, for one percentage point.");
        }
        if (isTooFew(tried) || isTooFew(control)) {
            return new Look(new Comparison.TooFew(Math.min(tried.persons(), control.persons()), FEWEST), Advice.GO_ON);
        }
        double variance = variance(tried) + variance(control);
        double mixture = matters * matters;
        double reach = Math.sqrt((variance + mixture)
                * variance
                / mixture
                * (2 * Math.log(1 / LEVEL) + Math.log((variance + mixture) / variance)));
        double difference = tried.rate() - control.rate();
        // Shares differ by 1 at most.
        Interval interval = new Interval(Math.max(-1, difference - reach), difference, Math.min(1, difference + reach));
        return new Look(new Comparison.Measured(interval), advice(interval, matters));
    }

    private static boolean isTooFew(Group group) {
        return group.persons() < FEWEST
                || group.with() < FEWEST_OUTCOMES
                || group.persons() - group.with() < FEWEST_OUTCOMES;
    }

    /** Of the observed share. */
    private static double variance(Group group) {
        return group.rate() * (1 - group.rate()) / group.persons();
    }

    private static Advice advice(Interval interval, double matters) {
        if (interval.low() > 0) {
            return Advice.STOP_MORE;
        }
        if (interval.high() < 0) {
            return Advice.STOP_LESS;
        }
        return interval.low() > -matters && interval.high() < matters ? Advice.STOP_NO_DIFFERENCE : Advice.GO_ON;
    }
}
