package org.lotse.models.duplicate;

/**
 * What a steward decided of two records.
 *
 * @param pattern how they agreed then; enough to learn from, and no personal data
 * @param same whether they are one customer
 */
public record Decision(PairPattern pattern, boolean same) {}
