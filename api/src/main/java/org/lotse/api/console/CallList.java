package org.lotse.api.console;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An agent's calls of a day.
 *
 * @param planId the plan they are part of
 * @param hours the hours of the day, in order
 * @param expected what all of them are expected to bring, in words
 * @param done how many have an answer
 * @param calls how many there are
 */
record CallList(UUID planId, List<Hour> hours, String expected, long done, int calls) {
    CallList {
        hours = List.copyOf(hours);
    }

    /** The calls of an hour; {@code now} when it is running or the next one. */
    record Hour(LocalDateTime at, List<Line> lines) {}

    /**
     * A call.
     *
     * @param reached probability that the customer answers, in words
     * @param average the same over all hours of the day
     * @param state REACHED, NOT_REACHED or empty
     */
    record Line(
            CustomerLine customer,
            String expected,
            String reached,
            String average,
            boolean isBetterNow,
            String closing,
            String value,
            String state) {}
}
