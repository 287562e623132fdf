package org.lotse.models.evaluation;

/**
 * An estimate with its 95 % interval.
 *
 * @param value the estimate
 * @param low 2.5 % bound
 * @param high 97.5 % bound
 */
public record Interval(double value, double low, double high) {}
