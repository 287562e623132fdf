package org.lotse.api.result;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An A/B test as it was planned.
 *
 * @param title what people call it
 * @param event the event that says who got what
 * @param field its field that names the arm; {@code group}
 * @param control the arm the others are compared with; {@code CONTROL}
 * @param where fields the event must have: one campaign of several
 * @param outcome the event that decides
 * @param also further events shown beside: was it noticed, did it bring enquiries
 * @param days how soon they have to follow; 14
 * @param from since when the event counts; for ever
 * @param matters the smallest difference of shares that would change what one does; 0.01
 */
public record Experiment(
        @NotBlank String title,
        @NotBlank String event,
        @Nullable String field,
        @Nullable String control,
        @Nullable Map<String, String> where,
        @NotBlank String outcome,
        @Nullable List<String> also,
        @Nullable Integer days,
        @Nullable Instant from,
        @Nullable Double matters) {
    private static final int DAYS = 14;
    private static final double MATTERS = 0.01;

    public int within() {
        return Objects.requireNonNullElse(days, DAYS);
    }

    public double least() {
        return Objects.requireNonNullElse(matters, MATTERS);
    }

    List<String> others() {
        return Objects.requireNonNullElse(also, List.of());
    }

    MeasureExperiments.Question question() {
        return new MeasureExperiments.Question(
                event,
                Objects.requireNonNullElse(field, "group"),
                Objects.requireNonNullElse(control, "CONTROL"),
                outcome,
                within(),
                Objects.requireNonNullElse(from, Instant.EPOCH),
                least(),
                Objects.requireNonNullElse(where, Map.of()));
    }
}
