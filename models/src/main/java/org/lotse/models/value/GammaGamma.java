package org.lotse.models.value;

import java.util.List;

/**
 * Amounts per purchase: gamma distributed around a customer's own mean, the means gamma distributed, too (Fader and
 * Hardie 2013). Independent of how often somebody buys.
 *
 * @param p shape within a customer
 * @param q shape between customers
 * @param v scale between customers
 */
public record GammaGamma(double p, double q, double v) {
    private static final double LEAST = -4;
    private static final double MOST = 12;

    /**
     * A customer's amounts in short.
     *
     * @param count purchases
     * @param mean amount, above 0
     */
    public record Spent(int count, double mean) {}

    static GammaGamma fit(List<Spent> customers) {
        double[] best = Minimize.from(new double[] {1.5, 1.2, 3}, logs -> {
            GammaGamma model = of(logs);
            double sum = 0;
            for (Spent one : customers) {
                sum -= model.logLikelihood(one);
            }
            return Double.isFinite(sum) ? sum : Double.MAX_VALUE;
        });
        return of(best);
    }

    private static GammaGamma of(double[] logs) {
        return new GammaGamma(
                Math.exp(Math.clamp(logs[0], LEAST, MOST)),
                1 + Math.exp(Math.clamp(logs[1], LEAST, MOST)),
                Math.exp(Math.clamp(logs[2], LEAST, MOST)));
    }

    private double logLikelihood(Spent one) {
        double all = p * one.count();
        return Gammas.log(all + q)
                - Gammas.log(all)
                - Gammas.log(q)
                + q * Math.log(v)
                + (all - 1) * Math.log(one.mean())
                + all * Math.log(one.count())
                - (all + q) * Math.log(one.count() * one.mean() + v);
    }

    /** The expected amount of a purchase. */
    public double mean(Spent one) {
        return p * (v + one.count() * one.mean()) / (p * one.count() + q - 1);
    }
}
