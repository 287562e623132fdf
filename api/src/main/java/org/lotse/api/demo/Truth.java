package org.lotse.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is really so about one customer, and no model may read: what models are measured against.
 *
 * @param churn the true probability of leaving within 90 days if no offer changes it, as of several days, oldest first;
 *     the last is the reference day unless the customer left before
 * @param uplift as of the reference day, per action: by how much the offer, once it reaches the customer, lowers that
 *     probability; negative where it reminds the customer of leaving
 * @param accept as of the reference day, by {@code action/channel}, for the offers that make sense: the probability of
 *     acceptance; by phone and visit of those reached, else of those it was sent to
 * @param reachability when the customer answers the phone
 */
public record Truth(
        List<Churn> churn, Map<String, Double> uplift, Map<String, Double> accept, Reachability reachability) {
    public Truth {
        churn = List.copyOf(churn);
        uplift = Map.copyOf(uplift);
        accept = Map.copyOf(accept);
    }

    /**
     * The probability of leaving, and whether it came so.
     *
     * @param asOf the day, seen from its beginning
     * @param probability of leaving within the 90 days from it
     * @param left whether the customer did; false as of the reference day, from which on nothing has happened
     */
    public record Churn(LocalDate asOf, double probability, boolean left) {}

    /** The probability of leaving within 90 days as of this day; empty when the truth is not known for it. */
    public OptionalDouble churnAsOf(LocalDate day) {
        return churn.stream()
                .filter(entry -> entry.asOf().equals(day))
                .mapToDouble(Churn::probability)
                .findFirst();
    }
}
