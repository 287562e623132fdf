package org.lotse.models.registry;

import java.util.List;

/**
 * Why a score is what it is: {@code base} and all contributions add up to {@code logOdds}, exactly.
 *
 * @param base the log-odds (or standardised amount) of an average row
 * @param contributions largest first
 * @param logOdds the score before calibration
 */
public record Reasons(double base, List<Contribution> contributions, double logOdds) {
    public Reasons {
        contributions = List.copyOf(contributions);
    }

    /**
     * What one signal adds.
     *
     * @param signal the column or term, or two joined by {@code x}
     * @param logOdds above or below the average
     */
    public record Contribution(String signal, double logOdds) {}
}
