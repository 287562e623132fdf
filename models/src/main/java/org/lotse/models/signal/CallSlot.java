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
                HALF_DAY, day.getValue() + (hour < NOON ? "-am" : "-pm"));
    }
}
