package org.lotse.api.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often something happened to persons who get marketing, and to those held out of it.
 *
 * @param event the kind of event
 * @param title what people call it
 * @param grade how good it is by the vocabulary; negative means: the less, the better
 * @param from first moment counted
 * @param until last moment counted
 * @param treated persons who get marketing
 * @param control persons in the control group
 * @param difference rate of the treated minus rate of the control group, with its 95 % interval; null when a group is too
 *     small
 * @param verdict MORE, LESS, NO_EVIDENCE (the interval holds zero) or TOO_FEW
 * @param text all of it in words
 */
public record ResultView(
        String event,
        String title,
        double grade,
        Instant from,
        Instant until,
        GroupView treated,
        GroupView control,
        @Nullable IntervalView difference,
        String verdict,
        String text) {
    /**
     * A group.
     *
     * @param persons how many
     * @param with how many of them it happened to at least once
     * @param rate their share, 0..1
     */
    public record GroupView(long persons, long with, double rate) {}

    /** A 95 % interval, in shares 0..1. */
    public record IntervalView(double low, double estimate, double high) {}

    /** Whether what was found is good: more of the good, or less of the bad. */
    public boolean isGood() {
        return verdict.equals(grade < 0 ? "LESS" : "MORE");
    }

    /** Whether what was found is bad. */
    public boolean isBad() {
        return verdict.equals(grade < 0 ? "MORE" : "LESS");
    }
}
