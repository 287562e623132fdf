package org.lotse.models.drift;

import java.util.List;

/**
 * What was predicted beside what happened.
 *
 * @param rows predictions whose outcome is known
 * @param predicted the mean prediction
 * @param observed the share it happened to
 * @param low lower end of the observed share's 95 % interval
 * @param high upper end
 * @param groups the rows by how much was predicted, the least first
 * @param p the probability that rows of a calibrated model are so far off
 */
public record Calibrated(
        long rows, double predicted, double observed, double low, double high, List<Group> groups, double p)
        implements Observed {
    /** Nobody needs to care about a mean distance below this, however many rows prove it. */
    public static final double NOTICEABLE = 0.01;

    /** Fewer rows say nothing. */
    public static final int FEWEST = 100;

    public Calibrated {
        groups = List.copyOf(groups);
    }

    /**
     * Rows with similar predictions.
     *
     * @param low lower end of the observed share's 95 % interval
     * @param high upper end
     */
    public record Group(long rows, double predicted, double observed, double low, double high) {}

    @Override
    public boolean isTooFew() {
        return rows < FEWEST;
    }

    /** The mean distance of predicted and observed shares. */
    public double error() {
        return rows == 0
                ? 0
                : groups.stream()
                                .mapToDouble(group -> group.rows() * Math.abs(group.predicted() - group.observed()))
                                .sum()
                        / rows;
    }

    /** Whether the distance is large enough to matter: absolutely, and beside what is predicted. */
    @Override
    public boolean isNoticeable() {
        return error() >= NOTICEABLE && error() >= 0.1 * Math.min(predicted, 1 - predicted);
    }
}
