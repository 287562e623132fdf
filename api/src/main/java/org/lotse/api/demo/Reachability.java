package org.lotse.api.demo;

/**
 * When a person answers the phone: the true probability by weekday and hour.
 *
 * @param business whether a firm
 * @param senior whether retired
 * @param shifts whether the person works in shifts: mornings at home, evenings not
 * @param offset how much more easily than others alike the person is reached, in log odds
 */
public record Reachability(boolean business, boolean senior, boolean shifts, double offset) {
    private static final int FIRST_HOUR = 8;
    private static final double[] AT_HOME = {-.75, -.25, -.05, .0, .1, .0, -.1, .0, .4, 1.0, 1.25, 1.0};
    private static final double[] AT_WORK = {.5, 1.1, 1.2, .9, -.5, -.3, .8, .7, .3, -.5, -1.4, -2.2};

    static Reachability drawn(boolean business, boolean senior, Dice dice) {
        return new Reachability(
                business, senior, !business && !senior && dice.hits(0.15), Math.clamp(dice.normal(0, 0.65), -1.6, 1.6));
    }

    /**
     * The probability that a call is answered.
     *
     * @param weekday 1 = Monday .. 7 = Sunday
     * @param hour the local hour in which it rings, 8..19
     */
    public double at(int weekday, int hour) {
        if (weekday < 1 || weekday > 7 || hour < FIRST_HOUR || hour >= FIRST_HOUR + AT_HOME.length) {
            throw new IllegalArgumentException("Nobody is called on weekday " + weekday + " at hour " + hour
                    + ". Maybe use weekday 1 (Monday) to 7 and hour 8 to 19.");
        }
        return Dice.probability(offset + (business ? atWork(weekday, hour) : atHome(weekday, hour)));
    }

    private double atWork(int weekday, int hour) {
        double late = weekday == 5 && hour >= 13 ? -0.8 : 0;
        double weekend = weekday == 6 ? -2.2 : weekday == 7 ? -3.2 : 0;
        return 0.34 + AT_WORK[hour - FIRST_HOUR] + late + weekend;
    }

    private double atHome(int weekday, int hour) {
        boolean day = hour < 16;
        double weekend = weekday == 6 ? 0.45 : weekday == 7 ? -0.3 : 0;
        double friday = weekday == 5 && hour >= 17 ? -0.45 : 0;
        double retired = senior && day ? 0.9 : 0;
        double shift = shifts ? (day ? 0.7 : -1.2) : 0;
        return 0.11 + AT_HOME[hour - FIRST_HOUR] + weekend + friday + retired + shift;
    }
}
