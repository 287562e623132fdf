package org.lotse.api.duplicate;

import org.lotse.models.duplicate.PairPattern;

/**
 * Two stored records that may be one customer.
 *
 * @param one the one record's id, the smaller
 * @param other the other's
 * @param pattern how they agree
 * @param probability that they are one customer, 0..1
 * @param likely whether they are, all records that resemble them considered
 */
public record SuspectedPair(
        long id, String one, String other, PairPattern pattern, double probability, boolean likely, State state) {
    /** What has become of it. */
    public enum State {
        /** Nobody has decided. */
        OPEN,
        /** One person now. */
        MERGED,
        /** Two customers. */
        DIFFERENT,
        /** Somebody has looked and could not tell. */
        UNSURE
    }
}
