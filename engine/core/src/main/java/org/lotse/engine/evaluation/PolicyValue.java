package org.lotse.engine.evaluation;

/**
 * What rules would have been worth per decision, in the accounting currency.
 */
public sealed interface PolicyValue {
    /** As many decisions have to speak for the proposed rules. */
    double NEEDED = 100;

    /** How many decisions were looked at. */
    long decisions();

    /**
     * How many decisions the evidence is worth, among those the proposed rules would change:
     * {@code (sum of weights)^2 / sum of squared weights} (Kish 1965).
     */
    double effectiveSample();

    /**
     * There is evidence.
     *
     * @param running what the rules of the day achieved
     * @param proposed what the proposed rules would have achieved: doubly robust, with clipped weights (Dudík et al. 2014)
     * @param gain proposed minus running
     * @param selfNormalised the same by the logged outcomes alone, without models (Swaminathan and Joachims 2015)
     * @param clipped the share of decisions whose weight was clipped
     */
    record Judged(
            long decisions,
            double effectiveSample,
            Interval running,
            Interval proposed,
            Interval gain,
            Interval selfNormalised,
            double clipped)
            implements PolicyValue {}

    /**
     * The rules of the day tried too seldom what the proposed ones would do: any number would be the models' opinion.
     *
     * @param needed the effective sample that is needed
     */
    record TooLittle(long decisions, double effectiveSample, double needed) implements PolicyValue {}
}
