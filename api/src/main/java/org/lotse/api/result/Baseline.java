package org.lotse.api.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.evaluation.Interval;

/**
 * What a figure was when one began to look.
 *
 * @param low lower end of its 95 % interval; the value where it was given and not measured
 * @param persons whose doings it was made of; 0 where it was given
 * @param from begin of the time it was measured in; null where it was given
 * @param until end of it
 * @param source who or what says so
 */
record Baseline(
        double value,
        double low,
        double high,
        long persons,
        @Nullable Instant from,
        @Nullable Instant until,
        String source) {
    Interval interval() {
        return new Interval(low, value, high);
    }
}
