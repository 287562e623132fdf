package org.lotse.api.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lotse.models.drift.Calibrated;
import org.lotse.models.drift.Watch;

/**
 * Whether a model's inputs, scores and outcomes are still what they were, as of a moment.
 *
 * @param model its name
 * @param version the version that answers
 * @param at as of when
 * @param recentFrom the later decisions are from then on
 * @param earlierFrom the earlier decisions, up to {@code recentFrom}, are from then on
 * @param verdict CHANGED when anything has, TOO_FEW when nothing can be said
 * @param watched everything watched, what changed first
 * @param calibration what was predicted beside what happened lately; empty for a model whose outcomes are not told
 */
public record DriftReport(
        String model,
        String version,
        Instant at,
        Instant recentFrom,
        Instant earlierFrom,
        Watch.Verdict verdict,
        List<Watched> watched,
        Optional<Calibrated> calibration) {
    public DriftReport {
        watched = List.copyOf(watched);
    }

    /** What is watched. */
    public enum Kind {
        /** The values of an input. */
        INPUT,
        /** What the model says. */
        SCORE,
        /** How often the outcome happens. */
        OUTCOME,
        /** Whether it happens as often as predicted. */
        CALIBRATION
    }

    /**
     * One thing watched.
     *
     * @param name the input, or the model's name
     * @param title what people call it
     * @param earlier rows of the earlier time
     * @param recent rows of the later time
     * @param size the population stability index; of calibration the mean distance of predicted and observed shares
     * @param noise what chance alone exceeds in one of twenty cases; of calibration none
     * @param p the probability of so large a difference by chance alone
     */
    public record Watched(
            Kind kind,
            String name,
            String title,
            long earlier,
            long recent,
            double size,
            double noise,
            double p,
            Watch.Verdict verdict) {}

    /** Whether anything has changed. */
    public boolean hasChanged() {
        return verdict == Watch.Verdict.CHANGED;
    }
}
