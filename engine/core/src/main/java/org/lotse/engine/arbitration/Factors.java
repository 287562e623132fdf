package org.lotse.engine.arbitration;

import java.util.Optional;

/**
 * Everything the priority of one pair of action and channel is made of. Money is in the accounting currency.
 *
 * @param probability the p of the formula: the uplift, or the propensity where the value cannot arise without the offer
 * @param basis what {@code probability} is
 * @param propensity probability 0..1 that the offer is accepted; empty for candidates that are not offered to anybody
 * @param uplift by how much the offer raises the probability of the wanted outcome, -1..1, if known or assumed
 * @param value what acceptance is worth
 * @param costIfAccepted what acceptance costs
 * @param contactCost what one contact over the channel costs
 * @param fatigue the risk that one more contact costs the permission, as money
 * @param lever the business's thumb on the scale; 1 is neutral
 * @param capacityPrice price of the scarce capacity the pair is expected to use, above what the costs hold already
 */
public record Factors(
        double probability,
        Basis basis,
        Optional<Double> propensity,
        Optional<Double> uplift,
        double value,
        double costIfAccepted,
        double contactCost,
        double fatigue,
        double lever,
        double capacityPrice) {

    /** What the probability in the formula is. */
    public enum Basis {
        /** Measured against a control group. */
        UPLIFT,
        /** The company's assumed share of the propensity, as no control group has measured it yet. */
        ASSUMED_UPLIFT,
        /** Acceptance itself: the value cannot arise without the offer. */
        PROPENSITY,
        /** Certain: the candidate is not offered to anybody, only chosen. */
        CERTAIN,
        /** Nothing was weighed: what applies when a part is down, worth as much as doing nothing. */
        FALLBACK
    }

    /**
     * What the pair is worth: {@code p x (lever x value - cost if accepted) - contact cost - fatigue - capacity price}.
     * Doing nothing is worth 0.
     */
    public double priority() {
        return priority(probability, lever, value, costIfAccepted, contactCost, fatigue, capacityPrice);
    }

    /** The same of numbers that have not been put together yet. */
    public static double priority(
            double probability,
            double lever,
            double value,
            double costIfAccepted,
            double contactCost,
            double fatigue,
            double capacityPrice) {
        return probability * (lever * value - costIfAccepted) - contactCost - fatigue - capacityPrice;
    }

    /**
     * How uncertain the priority is, as a standard deviation: that of the probability times what it is multiplied with.
     * A share of acceptances p from n observations deviates by {@code sqrt(p (1 - p) / (n + 1))}, as under a beta
     * distribution; a measured uplift is a difference of two of them.
     *
     * @param evidence n
     */
    public double deviation(double evidence) {
        double accepted = propensity.orElse(probability);
        double variance = variance(accepted, evidence);
        double ofProbability = switch (basis) {
            case PROPENSITY -> Math.sqrt(variance);
            case UPLIFT -> Math.sqrt(variance + variance(accepted - probability, evidence));
            case ASSUMED_UPLIFT -> accepted == 0 ? 0 : Math.sqrt(variance) * probability / accepted;
            case CERTAIN, FALLBACK -> 0;
        };
        return Math.abs(lever * value - costIfAccepted) * Math.abs(ofProbability);
    }

    private static double variance(double share, double evidence) {
        double clamped = Math.clamp(share, 0.0, 1.0);
        return clamped * (1 - clamped) / (evidence + 1);
    }

    /** Of what applies when a part is down. */
    public static Factors ofFallback() {
        return new Factors(0, Basis.FALLBACK, Optional.empty(), Optional.empty(), 0, 0, 0, 0, 1, 0);
    }

    /** Of a candidate that is chosen rather than offered: its value alone counts. */
    public static Factors ofValue(double value) {
        return new Factors(1, Basis.CERTAIN, Optional.empty(), Optional.empty(), value, 0, 0, 0, 1, 0);
    }
}
