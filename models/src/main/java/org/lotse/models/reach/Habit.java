package org.lotse.models.reach;

/**
 * By how much one subject differs from others of the kind, as variances of log odds: at all times, on one weekday, and
 * around noon, when some close and others do not.
 *
 * @param always at all times
 * @param weekday on one weekday beside that
 * @param noon between twelve and two beside that
 */
public record Habit(double always, double weekday, double noon) {
    private static final int NOON = 12;
    private static final int AFTERNOON = 14;

    /** How far what is seen of one slot holds for another. */
    double covariance(int day, int hour, int otherDay, int otherHour) {
        return always + (day == otherDay ? weekday : 0) + (isNoon(hour) && isNoon(otherHour) ? noon : 0);
    }

    private static boolean isNoon(int hour) {
        return hour >= NOON && hour < AFTERNOON;
    }
}
