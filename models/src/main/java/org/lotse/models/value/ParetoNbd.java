package org.lotse.models.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Buying while alive and dropping out unseen: Poisson purchases and an exponential lifetime, both rates gamma distributed
 * (Schmittlein, Morrison and Colombo 1987, in the form of Fader and Hardie 2005). Time is in weeks.
 *
 * @param r shape of the purchase rate
 * @param alpha scale of the purchase rate
 * @param s shape of the drop-out rate
 * @param beta scale of the drop-out rate
 */
public record ParetoNbd(double r, double alpha, double s, double beta) {
    private static final double LEAST = -5;
    private static final double MOST = 7;

    /**
     * A customer's purchases in short.
     *
     * @param repeats purchases after the first
     * @param last weeks from the first to the last
     * @param age weeks from the first to now
     */
    public record Summary(int repeats, double last, double age) {}

    static ParetoNbd fit(List<Summary> customers) {
        Map<Summary, Integer> counts = new HashMap<>();
        customers.forEach(one -> counts.merge(one, 1, Integer::sum));
        double[] best = Minimize.from(new double[] {0, 2, 0, 2}, logs -> {
            ParetoNbd model = of(logs);
            double sum = 0;
            for (Map.Entry<Summary, Integer> entry : counts.entrySet()) {
                sum -= entry.getValue() * model.logLikelihood(entry.getKey());
            }
            double outside = 0;
            for (double log : logs) {
                outside += Math.max(0, log - MOST) + Math.max(0, LEAST - log);
            }
            return Double.isFinite(sum) ? sum * (1 + outside) : Double.MAX_VALUE;
        });
        return of(best);
    }

    private static ParetoNbd of(double[] logs) {
        double[] inside = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            inside[i] = Math.exp(Math.clamp(logs[i], LEAST, MOST));
        }
        return new ParetoNbd(inside[0], inside[1], inside[2], inside[3]);
    }

    double logLikelihood(Summary one) {
        int x = one.repeats();
        return Gammas.log(r + x)
                - Gammas.log(r)
                + r * Math.log(alpha)
                + s * Math.log(beta)
                - (r + x) * Math.log(alpha + one.age())
                - s * Math.log(beta + one.age())
                + Math.log1p(goneOverAlive(one));
    }

    /** How probable it is that the customer is still one. */
    public double alive(Summary one) {
        return 1 / (1 + goneOverAlive(one));
    }

    /** How many purchases are expected in the next weeks. */
    public double expected(Summary one, double weeks) {
        double now = beta + one.age();
        double time = Math.abs(s - 1) < 1e-6
                ? now * Math.log((now + weeks) / now)
                : now / (s - 1) * (1 - Math.pow(now / (now + weeks), s - 1));
        return alive(one) * (r + one.repeats()) / (alpha + one.age()) * time;
    }

    private double goneOverAlive(Summary one) {
        double a = r + s + one.repeats();
        double large = Math.max(alpha, beta);
        double b = alpha >= beta ? s + 1 : r + one.repeats();
        double difference = Math.abs(alpha - beta);
        double scale = (r + one.repeats()) * Math.log(alpha + one.age()) + s * Math.log(beta + one.age());
        double atLast = part(a, b, difference, large + one.last(), scale);
        double atNow = part(a, b, difference, large + one.age(), scale);
        return Math.max(0, s / a * (atLast - atNow));
    }

    private static double part(double a, double b, double difference, double time, double scale) {
        return Math.exp(scale - a * Math.log(time)) * Gammas.series(a, b, difference / time);
    }
}
