package org.lotse.models.drift;

/**
 * How two samples differ in which slots their rows fall into.
 *
 * @param before rows of the earlier sample
 * @param now rows of the later sample
 * @param psi the population stability index: 0 is equal, from 0.1 it is usually called noticeable, from 0.25 large
 * @param noise the index that samples of these sizes from one and the same population exceed in one of twenty cases
 * @param p the probability of so large a difference by chance alone
 */
public record Shift(long before, long now, double psi, double noise, double p) implements Observed {
    /** Below this index nobody needs to care, however many rows prove it. */
    public static final double NOTICEABLE = 0.1;

    /** Fewer rows on a side say nothing. */
    public static final int FEWEST = 100;

    /** Whether a side is too small to say anything. */
    @Override
    public boolean isTooFew() {
        return before < FEWEST || now < FEWEST;
    }

    @Override
    public boolean isNoticeable() {
        return psi >= NOTICEABLE;
    }
}
