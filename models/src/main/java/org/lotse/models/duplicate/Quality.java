package org.lotse.models.duplicate;

/**
 * How well a search found what is known to be true, in pairs of records.
 *
 * @param records how many were searched
 * @param all pairs that are one customer
 * @param compared those of them that were compared at all
 * @param right pairs found that are one customer
 * @param wrong pairs found that are not
 * @param mixed pairs found of a private and a business customer; never any
 */
public record Quality(int records, long all, long compared, long right, long wrong, long mixed) {
    /** The share of pairs found that are right. */
    public double precision() {
        return right + wrong == 0 ? 1 : right / (double) (right + wrong);
    }

    /** The share of true pairs that were found. */
    public double recall() {
        return all == 0 ? 1 : right / (double) all;
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + (all - right));
    }
}
