package org.lotse.models.explanation;

import java.util.Comparator;
import java.util.List;

/**
 * Why a score is what it is. {@code baseMargin} and all contributions add up to {@code margin}, {@code base} and all shares
 * to {@code answer}.
 *
 * @param baseMargin the margin (log-odds, or standardised amount) of an average row
 * @param margin the row's, before calibration
 * @param base the answer for an average row
 * @param answer the row's: a probability, an amount or an uplift
 * @param contributions largest share first
 */
public record Reasons(double baseMargin, double margin, double base, double answer, List<Contribution> contributions) {
    public Reasons {
        contributions = contributions.stream()
                .sorted(Comparator.comparingDouble((Contribution one) -> -Math.abs(one.share())))
                .toList();
    }

    /**
     * What one signal adds.
     *
     * @param signal the column or term, or two joined by {@code x}
     * @param onMargin above or below the average, on the margin
     * @param share above or below the average, in the unit of the answer
     */
    public record Contribution(String signal, double onMargin, double share) {}

    /**
     * The reasons for a difference of two scores, drawn towards a centre: {@code centre + spread x (difference - mean)}.
     *
     * @param other what is subtracted
     */
    public Reasons minus(Reasons other, double centre, double spread, double mean) {
        java.util.Map<String, Contribution> both = new java.util.LinkedHashMap<>();
        contributions.forEach(one ->
                both.put(one.signal(), new Contribution(one.signal(), spread * one.onMargin(), spread * one.share())));
        other.contributions()
                .forEach(one -> both.merge(
                        one.signal(),
                        new Contribution(one.signal(), -spread * one.onMargin(), -spread * one.share()),
                        (a, b) -> new Contribution(a.signal(), a.onMargin() + b.onMargin(), a.share() + b.share())));
        return new Reasons(
                spread * (baseMargin - other.baseMargin()),
                spread * (margin - other.margin()),
                centre + spread * (base - other.base() - mean),
                centre + spread * (answer - other.answer() - mean),
                List.copyOf(both.values()));
    }
}
