package org.lotse.api.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.evaluation.CompareAnytime;

/**
 * An experiment as it stands: who got what is written in events, what came of it in others.
 *
 * @param event the event that says who got what
 * @param field its field that names the arm
 * @param outcome the event that may follow
 * @param days how soon it has to follow
 * @param from first moment of the event
 * @param until last one; persons whose days are not over yet are not counted
 * @param arms each arm; persons count once, with what they got first
 */
public record ExperimentView(
        String event, String field, String outcome, int days, Instant from, Instant until, List<Arm> arms) {
    public ExperimentView {
        arms = List.copyOf(arms);
    }

    /**
     * One arm.
     *
     * @param value what it is called in the events
     * @param persons how many; arms of fewer than eight are left out
     * @param rate the share it happened to
     * @param difference to the control arm, with an interval that holds at all looks together in 95 of 100 experiments; null
     *     for the control arm, and as long as nothing can be said
     * @param advice whether to stop; null for the control arm and for outcomes that decide nothing
     * @param text all of it in words
     */
    public record Arm(
            String value,
            long persons,
            long with,
            double rate,
            ResultView.@Nullable IntervalView difference,
            CompareAnytime.@Nullable Advice advice,
            String text) {}
}
