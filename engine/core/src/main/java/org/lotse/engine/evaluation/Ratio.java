package org.lotse.engine.evaluation;

/**
 * A figure that is a sum over another sum, both collected person by person: stars per review, offers accepted per offer
 * answered. What one person does often is one person's doing: intervals count persons, not events.
 *
 * @param persons who contributed to the lower sum
 * @param above sum of what is counted
 * @param below sum of what it is counted in
 * @param aboveSquared sum over persons of the squares of the one
 * @param belowSquared of the other
 * @param product of their products
 */
public record Ratio(
        long persons, double above, double below, double aboveSquared, double belowSquared, double product) {
    /** Below this no interval is worth showing. */
    public static final long FEWEST = CompareGroups.FEWEST;

    private static final Ratio NONE = new Ratio(0, 0, 0, 0, 0, 0);

    /** Of nobody. */
    public static Ratio none() {
        return NONE;
    }

    /** With what one more person did. */
    public Ratio with(double more, double of) {
        return new Ratio(
                persons + 1,
                above + more,
                below + of,
                aboveSquared + more * more,
                belowSquared + of * of,
                product + more * of);
    }

    public boolean isTooFew() {
        return persons < FEWEST || !(below > 0);
    }

    /** The figure itself. */
    public double value() {
        if (!(below > 0)) {
            throw new IllegalStateException("There is nothing to divide by. Maybe ask isTooFew() first.");
        }
        return above / below;
    }

    /** Its standard error, persons drawn at random: the linearised ratio (Cochran 1977, chapter 6). */
    double standardError() {
        double value = value();
        double squares = Math.max(0, aboveSquared - 2 * value * product + value * value * belowSquared);
        return Math.sqrt(squares * persons / Math.max(1, persons - 1)) / below;
    }

    /** The 95 % interval of any figure. */
    public Interval interval() {
        return Interval.around(value(), standardError());
    }

    /**
     * The 95 % interval of a share: Wilson's, for as many independent answers as this sample is worth (Korn and Graubard
     * 1998), so that it stays within 0 and 1 and says something of shares that are 0 or 1.
     */
    public Interval ofShare() {
        double share = value();
        double error = standardError();
        double worth = error > 0 ? Math.min(below, share * (1 - share) / (error * error)) : persons;
        double z = Interval.DEVIATIONS;
        double middle = (share + z * z / (2 * worth)) / (1 + z * z / worth);
        double half = z / (1 + z * z / worth) * Math.sqrt(share * (1 - share) / worth + z * z / (4 * worth * worth));
        return new Interval(Math.min(share, middle - half), share, Math.max(share, middle + half));
    }
}
