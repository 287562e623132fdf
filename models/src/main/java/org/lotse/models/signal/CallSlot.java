package org.lotse.models.signal;

import java.time.DayOfWeek;
import java.util.Map;

/**
 * The signals of a moment in the week: {@code weekday} (1 = Monday), {@code hour} and {@code half-day}.
 */
public final class CallSlot {
    public static final String WEEKDAY = "weekday";
    public static final String HOUR = "hour";
    public static final String HALF_DAY = "half-day";
    private static final int NOON = 13;

    private CallSlot() {}

    /**
     * @param day the weekday, local to the subject
     * @param hour 0 to 23, local to the subject
     */
    public static Map<String, String> signals(DayOfWeek day, int hour) {
        return Map.of(
                WEEKDAY, Integer.toString(day.getValue()),
                HOUR, "h" + hour,
                HALF_DAY, halfDay(day.getValue(), hour));
    }

    /**
     * The half day of a slot.
     *
     * @param weekday 1 (Monday) to 7
     * @param hour 0 to 23
     */
    public static String halfDay(int weekday, int hour) {
        return weekday + (hour < NOON ? "-am" : "-pm");
    }
}
