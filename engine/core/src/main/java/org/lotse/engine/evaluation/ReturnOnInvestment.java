package org.lotse.engine.evaluation;

/** (benefit - cost) / cost: what an investment brings beyond itself. Pure. */
public final class ReturnOnInvestment {
    private ReturnOnInvestment() {}

    /**
     * As a share of the cost: 0.73 is 73 %.
     *
     * @param cost above 0
     * @param benefit in the same currency
     */
    public static double of(double cost, double benefit) {
        if (!(cost > 0)) {
            throw new IllegalArgumentException("A cost of " + cost + " has no return. Maybe give what was invested.");
        }
        return (benefit - cost) / cost;
    }
}
