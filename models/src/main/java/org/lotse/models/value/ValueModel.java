package org.lotse.models.value;

import java.util.List;
import org.lotse.models.definition.ValueChoice;
import org.lotse.models.signal.Table;

/**
 * What customers will spend: three views weighed against each other. One says how purchases come and cease, one is learned
 * in two parts (whether somebody buys, and how much), one carries on what was spent so far.
 *
 * @param columns of the table of purchases
 * @param horizonDays how far ahead values reach
 * @param windowDays over which the learned parts were learned
 * @param seen buying and dropping out up to the day that was learned from; a signal of the learned parts
 * @param buying the same, as it serves
 * @param spending what purchases amount to
 * @param weights of the three views
 * @param scale by which their sum was too small or too large, out of fold
 * @param bounds ascending values between which the intervals are taken
 * @param lows by what a value is multiplied for the lower end, one more than bounds
 * @param highs and for the upper end
 */
public record ValueModel(
        ValueChoice columns,
        int horizonDays,
        int windowDays,
        ParetoNbd seen,
        ParetoNbd buying,
        GammaGamma spending,
        double[] weights,
        double scale,
        double[] bounds,
        double[] lows,
        double[] highs) {
    private static final double WEEK = 7;
    private static final double LEAST = 1e-9;
    private static final double SHORTEST = 28;

    /**
     * What is said of a customer.
     *
     * @param value expected spend within the horizon
     * @param low four of five customers spend at least this and
     * @param high at most this
     * @param purchases expected purchases within the horizon
     * @param alive how probable it is that the customer still is one
     */
    public record Prospect(double value, double low, double high, double purchases, double alive) {}

    /** The customers of a table of purchases, as known on its last day. */
    public List<Purchases.Customer> customers(Purchases purchases) {
        return purchases.until(purchases.last());
    }

    /** What is known of each customer on a day, one row per customer: the signals of the learned parts. */
    public Table signals(List<Purchases.Customer> customers, long today) {
        return new ValueSignals(this).table(customers, today);
    }

    /**
     * @param learned what the learned parts expect within the window
     */
    public Prospect prospect(Purchases.Customer one, long today, double learned) {
        double value = scale * mixed(one, today, learned, weights);
        int bin = 0;
        while (bin < bounds.length && value > bounds[bin]) {
            bin++;
        }
        ParetoNbd.Summary summary = summary(one, today);
        return new Prospect(
                value,
                value * lows[bin],
                value * highs[bin],
                buying.expected(summary, horizonDays / WEEK),
                buying.alive(summary));
    }

    double mixed(Purchases.Customer one, long today, double learned, double[] shares) {
        double[] views = views(one, today, learned);
        return shares[0] * views[0] + shares[1] * views[1] + shares[2] * views[2];
    }

    /** What somebody with such purchases spends within the window if he buys at all, before anything is learned. */
    double usual(Purchases.Customer one, long today) {
        return spending.mean(spent(one)) * (1 + seen.expected(summary(one, today), windowDays / WEEK));
    }

    /**
     * What the learned parts expect of a customer.
     *
     * @param buys how probable it is that he buys at all
     * @param factor logarithm of how much more than usual he spends
     */
    public double learned(Purchases.Customer one, long today, double buys, double factor) {
        return buys * usual(one, today) * Math.exp(factor);
    }

    /** Expected spend by buying and dropping out, by the learned parts, and by what was spent so far. */
    double[] views(Purchases.Customer one, long today, double learned) {
        ParetoNbd.Summary summary = summary(one, today);
        double ahead = buying.expected(summary, horizonDays / WEEK);
        double stretch = horizonDays == windowDays
                ? 1
                : Math.min(
                        2.0 * horizonDays / windowDays,
                        ahead / Math.max(LEAST, buying.expected(summary, windowDays / WEEK)));
        double days = Math.max(SHORTEST, today - one.days()[0]);
        return new double[] {
            ahead * spending.mean(spent(one)),
            Math.max(0, learned) * stretch,
            one.spent() * Math.min(1, horizonDays / days)
        };
    }

    static ParetoNbd.Summary summary(Purchases.Customer one, long today) {
        int count = one.days().length;
        return new ParetoNbd.Summary(
                count - 1, (one.days()[count - 1] - one.days()[0]) / WEEK, (today - one.days()[0]) / WEEK);
    }

    static GammaGamma.Spent spent(Purchases.Customer one) {
        return new GammaGamma.Spent(one.amounts().length, Math.max(0.01, one.spent() / one.amounts().length));
    }
}
