package org.lotse.api.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key figure of a period.
 *
 * @param unit PERCENT: 0..100
 * @param better whether MORE or LESS of it is wanted
 * @param source how it is measured, in words
 * @param from begin of the time measured; earlier than the period's for figures over a longer time
 * @param value null when too few people have done anything that counts
 * @param low lower end of the 95 % interval
 * @param persons whose doings it is made of
 * @param baseline null while none is kept
 * @param change against the baseline; null where nothing can be said
 * @param verdict BETTER, WORSE, NO_EVIDENCE, NO_BASELINE or TOO_FEW
 * @param text all of it in words
 * @param trend the periods up to this one, the earliest first
 */
public record KpiView(
        String key,
        String title,
        String unit,
        String better,
        String source,
        Instant from,
        Instant until,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        long persons,
        @Nullable BaselineView baseline,
        @Nullable ChangeView change,
        String verdict,
        GoalView goal,
        String text,
        List<Point> trend) {
    public KpiView {
        trend = List.copyOf(trend);
    }

    /**
     * What it was.
     *
     * @param by who kept it
     */
    public record BaselineView(
            double value,
            double low,
            double high,
            @Nullable Instant from,
            @Nullable Instant until,
            String source,
            String by,
            Instant at) {}

    /** In percent of the baseline, with its 95 % interval. */
    public record ChangeView(double low, double estimate, double high) {}

    /**
     * In percent of the baseline.
     *
     * @param reached whether the lower end is reached, beyond chance better than the baseline
     */
    public record GoalView(double low, double high, boolean reached) {}

    /** A period before; without a value when there were too few. */
    public record Point(
            String period,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            long persons) {}
}
