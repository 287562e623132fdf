package org.lotse.models.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighs the three views by what they said out of fold: the least mean absolute error beside the truest order. The scale
 * makes sums agree; intervals are what four of five customers with a similar value really spent.
 */
final class WeighViews {
    private static final int STEPS = 10;
    private static final int INTERVALS = 10;
    private static final double COVERED = 0.8;
    private static final double FEWEST = 0.7;
    private static final double ORDER = 1;
    private static final double DRAWN = 0.03;
    private static final double USUAL = 0.998;

    private final ValueModel near;
    private final double[][] views;
    private final double[] spent;

    WeighViews(ValueModel near, List<Purchases.Customer> customers, long cut, double[] learned, double[] spent) {
        this.near = near;
        this.spent = spent;
        this.views = IntStream.range(0, spent.length)
                .mapToObj(i -> near.views(customers.get(i), cut, learned[i]))
                .toArray(double[][]::new);
    }

    ValueModel weighed() {
        double best = Double.POSITIVE_INFINITY;
        double[] chosen = near.weights();
        for (int first = 0; first <= STEPS; first++) {
            for (int second = 0; second <= STEPS - first; second++) {
                double[] weights = {
                    (double) first / STEPS, (double) second / STEPS, (double) (STEPS - first - second) / STEPS
                };
                double loss = loss(scaled(weights)) + drawn(weights);
                if (loss < best) {
                    best = loss;
                    chosen = weights;
                }
            }
        }
        return intervals(chosen);
    }

    /** Towards equal weights: a mean of views errs less than the one that looked best on a few large customers. */
    private static double drawn(double[] weights) {
        return DRAWN
                * Arrays.stream(weights)
                        .map(weight -> (weight - 1.0 / 3) * (weight - 1.0 / 3))
                        .sum();
    }

    private double loss(double[] values) {
        double error = 0;
        double sum = 0;
        for (int i = 0; i < spent.length; i++) {
            error += Math.abs(values[i] - spent[i]);
            sum += spent[i];
        }
        return error / sum - ORDER * ValueOrder.gini(values, spent);
    }

    private double[] mixed(double[] weights) {
        return Arrays.stream(views)
                .mapToDouble(view -> weights[0] * view[0] + weights[1] * view[1] + weights[2] * view[2])
                .toArray();
    }

    /**
     * By what sums agree, but for the few of whom most is wrong: somebody who spends fifty thousand times what he did says
     * nothing about the others.
     */
    private double scale(double[] mixed) {
        double[] wrong = IntStream.range(0, spent.length)
                .mapToDouble(i -> Math.abs(spent[i] - mixed[i]))
                .toArray();
        double most = quantile(wrong, USUAL);
        double really = 0;
        double said = 0;
        for (int i = 0; i < wrong.length; i++) {
            if (wrong[i] <= most) {
                really += spent[i];
                said += mixed[i];
            }
        }
        return really / Math.max(1e-9, said);
    }

    private double[] scaled(double[] weights) {
        double[] mixed = mixed(weights);
        double scale = scale(mixed);
        return Arrays.stream(mixed).map(each -> scale * each).toArray();
    }

    private ValueModel intervals(double[] weights) {
        double[] values = scaled(weights);
        double[] bounds = new double[INTERVALS - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = quantile(values, (i + 1.0) / INTERVALS);
        }
        double[][] ratios = new double[INTERVALS][];
        for (int bin = 0; bin < INTERVALS; bin++) {
            double above = bin == 0 ? Double.NEGATIVE_INFINITY : bounds[bin - 1];
            double below = bin == bounds.length ? Double.POSITIVE_INFINITY : bounds[bin];
            ratios[bin] = IntStream.range(0, values.length)
                    .filter(i -> values[i] > above && values[i] <= below)
                    .mapToDouble(i -> spent[i] / Math.max(1e-9, values[i]))
                    .toArray();
        }
        double share = share(ratios);
        double[] lows = new double[INTERVALS];
        double[] highs = new double[INTERVALS];
        for (int bin = 0; bin < INTERVALS; bin++) {
            double[] ends = ends(ratios[bin], share);
            lows[bin] = ends[0];
            highs[bin] = ends[1];
        }
        return new ValueModel(
                near.columns(),
                near.horizonDays(),
                near.windowDays(),
                near.seen(),
                near.buying(),
                near.spending(),
                weights,
                scale(mixed(weights)),
                bounds,
                lows,
                highs);
    }

    /**
     * Which share each interval is to hold so that all together hold four of five: where more than that spend nothing, the
     * interval of nothing alone holds too many, and the others may hold a little less.
     */
    private static double share(double[][] ratios) {
        double low = FEWEST;
        double high = COVERED;
        for (int step = 0; step < 20; step++) {
            double middle = (low + high) / 2;
            long held = 0;
            long all = 0;
            for (double[] own : ratios) {
                double[] ends = ends(own, middle);
                held += Arrays.stream(own)
                        .filter(ratio -> ratio >= ends[0] && ratio <= ends[1])
                        .count();
                all += own.length;
            }
            if (held > COVERED * all) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Between which ratios a share of them lies; from nothing where that is frequent. */
    private static double[] ends(double[] ratios, double share) {
        double low = quantile(ratios, (1 - share) / 2);
        return new double[] {low, ratios.length == 0 ? 1 : quantile(ratios, low > 0 ? (1 + share) / 2 : share)};
    }

    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
