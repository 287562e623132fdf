package org.lotse.models.evaluation;

/**
 * A learner that was tried.
 *
 * @param learner name and settings
 * @param loss out-of-fold log loss, or root mean squared error of a standardised amount
 */
public record Candidate(String learner, double loss) {}
