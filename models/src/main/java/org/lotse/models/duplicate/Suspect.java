package org.lotse.models.duplicate;

/**
 * Two records that may be one customer.
 *
 * @param one the place of the one among the records looked at, the smaller
 * @param other the place of the other
 * @param pattern how they agree
 * @param probability that they are one customer, 0..1
 * @param together whether they are, all records that resemble them considered
 */
public record Suspect(int one, int other, PairPattern pattern, double probability, boolean together) {}
