package org.lotse.engine.planning;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a search has to end, and the seed that makes it repeatable.
 *
 * @param time wall-clock time from the call to the answer, more than zero
 * @param seed the same seed and the same {@code steps} give the same plan
 * @param steps at most this many changes tried, or null; a search that is to be repeated exactly names them
 */
public record Limits(Duration time, long seed, @Nullable Integer steps) {
    public Limits {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("A search of " + time + " finds nothing. Maybe give it one second.");
        }
        if (steps != null && steps < 0) {
            throw new IllegalArgumentException("A search cannot take " + steps + " steps. Maybe leave the steps out.");
        }
    }

    /** A search of so many seconds. */
    public static Limits ofSeconds(double seconds, long seed) {
        return new Limits(Duration.ofNanos(Math.round(seconds * 1e9)), seed, null);
    }

    /** A search that tries so many changes, however long they take. */
    public static Limits ofSteps(int steps, long seed) {
        return new Limits(Duration.ofHours(1), seed, steps);
    }
}
