package org.lotse.api.console;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An agent's calls of a day.
 *
 * @param planId the plan they are part of
 * @param revision how often it has changed
 * @param hours the hours of the day, in order
 * @param expected what all of them are expected to bring, in words
 * @param soFar what those that were made were expected to bring, in words
 * @param reached what those that reached somebody are worth now, in words
 * @param done how many have an answer
 * @param calls how many there are
 */
record CallList(
        UUID planId,
        int revision,
        List<Hour> hours,
        String expected,
        String soFar,
        String reached,
        long done,
        int calls) {
    CallList {
        hours = List.copyOf(hours);
    }

    /** The calls of an hour. */
    record Hour(LocalDateTime at, List<Line> lines) {}

    /**
     * A call.
     *
     * @param attempt 1 for the first
     * @param promised whether the customer waits for it
     * @param reached probability that the customer answers, in words
     * @param average the same over all hours of the day
     * @param next the best hour after this one, in words; empty when there is none
     * @param state how it ended, or empty
     * @param said what else was said: when to call back, why passed over
     */
    record Line(
            CustomerLine customer,
            int attempt,
            boolean promised,
            String expected,
            String reached,
            String average,
            boolean isBetterNow,
            String closing,
            String value,
            String next,
            String state,
            String said) {}
}
