package org.lotse.models.reach;

/**
 * By how much one subject differs from others of the kind, as variances of log odds: at all times, on one weekday, around
 * noon, when some close and others do not, and at some hours, early risers in the morning: what is seen of an hour holds for
 * those beside it, too.
 *
 * @param always at all times
 * @param weekday on one weekday beside that
 * @param noon between twelve and two beside that
 * @param hours at an hour beside that
 */
public record Habit(double always, double weekday, double noon, double hours) {
    private static final int NOON = 12;
    private static final int AFTERNOON = 14;
    private static final double ALIKE = 3;

    /** How far what is seen of one slot holds for another. */
    double covariance(int day, int hour, int otherDay, int otherHour) {
        return always
                + (day == otherDay ? weekday : 0)
                + (isNoon(hour) && isNoon(otherHour) ? noon : 0)
                + (hour >= 0 && otherHour >= 0 ? hours * alike(hour - otherHour) : 0);
    }

    /** All of it, of a slot. */
    double all() {
        return always + weekday + hours;
    }

    private static double alike(double apart) {
        return Math.exp(-apart * apart / (2 * ALIKE * ALIKE));
    }

    private static boolean isNoon(int hour) {
        return hour >= NOON && hour < AFTERNOON;
    }
}
