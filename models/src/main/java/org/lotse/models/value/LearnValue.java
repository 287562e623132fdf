package org.lotse.models.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Trainer;
import org.lotse.models.definition.ValueChoice;
import org.lotse.models.signal.ChooseSignals;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Learn;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;

/**
 * Learns what customers will spend, strictly forward in time: what was known on a day is set against what they spent in the
 * horizon after it.
 */
public final class LearnValue {
    private static final int FEWEST = 100;
    private static final int INTERVALS = 10;
    private static final double COVERED = 0.8;
    private static final double WINSOR = 0.999;
    private static final double[] WEIGHTS = {0, 0.25, 0.5, 0.75, 1};
    private static final long SHORTEST = 28;

    /**
     * What was learned.
     *
     * @param model serves
     * @param signals of a customer
     * @param buys whether a customer buys at all
     * @param spends how much more or less than usual one who buys spends, as a logarithm
     * @param observed what was spent in the horizon after the day
     * @param predicted the same, out of fold
     */
    public record LearnedValue(
            ValueModel model, Signals signals, Learned buys, Learned spends, double[] observed, double[] predicted) {}

    /** Learns from a table of purchases. */
    public LearnedValue learn(ModelDefinition definition, Table table, Progress progress) {
        ValueChoice choice = Purchases.guess(
                table,
                definition.value().orElseThrow(() -> new ModelProblem("The task of " + definition.name() + " is no clv.")));
        progress.step("read purchases", 0);
        Purchases purchases = new Purchases(table, choice);
        int horizon = choice.horizon()
                .map(period -> (int) period.approximately().toDays())
                .orElse((int) ((purchases.last() - purchases.first()) / 2));
        long cut = cut(purchases, horizon, definition);
        int window = (int) (purchases.last() - cut);
        List<Purchases.Customer> customers = purchases.until(cut);
        if (customers.size() < FEWEST) {
            throw new ModelProblem("Only " + customers.size() + " customers bought before the " + window
                    + " days that are learned from; " + definition.name() + " needs at least " + FEWEST
                    + ". Maybe bring more purchases or shorten the horizon.");
        }
        progress.step("fit buying and spending", 0.1);
        ParetoNbd buying = ParetoNbd.fit(
                customers.stream().map(one -> ValueModel.summary(one, cut)).toList());
        GammaGamma spending = GammaGamma.fit(customers.stream()
                .map(ValueModel::spent)
                .filter(one -> one.count() > 1)
                .toList());
        ValueModel near = plain(choice, window, buying, spending);
        double[][] happened = purchases.between(customers, cut, purchases.last());
        return parts(definition, near, customers, cut, happened[0], horizon, progress);
    }

    private static LearnedValue parts(
            ModelDefinition definition,
            ValueModel near,
            List<Purchases.Customer> customers,
            long cut,
            double[] spent,
            int horizon,
            Progress progress) {
        Table table = near.table(customers, cut);
        Signals signals = new ChooseSignals()
                .choose(table, definition.excluding(near.columns().customer()))
                .signals();
        Rows rows = new Rows(
                signals,
                signals.code(table),
                Arrays.stream(spent).map(each -> each > 0 ? 1 : 0).toArray(),
                IntStream.range(0, spent.length).toArray());
        Learn learn = new Learn(Trainer.AUTO, CalibrationChoice.AUTO, definition.folds(), definition.seed());
        Learned buys = learn.probabilities(rows, progress.part(0.2, 0.5));
        boolean[] buyers = new boolean[spent.length];
        double[] amounts = new double[spent.length];
        double most = quantile(spent, WINSOR);
        for (int i = 0; i < spent.length; i++) {
            buyers[i] = spent[i] > 0;
            amounts[i] = Math.min(most, spent[i]);
        }
        Learned spends = learn.amounts(rows.against(amounts), buyers, progress.part(0.5, 0.9));
        double[] learned = new double[spent.length];
        double[] expected = new double[spent.length];
        for (int i = 0; i < spent.length; i++) {
            learned[i] = buys.outOfFold()[i] * Math.max(0, spends.outOfFold()[i]);
            expected[i] = near.expectedSpend(customers.get(i), cut);
        }
        ValueModel model = weighed(near, expected, learned, spent, horizon);
        double[] predicted = IntStream.range(0, spent.length)
                .mapToDouble(i -> model.value(expected[i], learned[i]))
                .toArray();
        return new LearnedValue(model, signals, buys, spends, spent, predicted);
    }

    /** The weight with the least absolute error beside the truest order, and the scale that makes sums agree. */
    private static ValueModel weighed(
            ValueModel near, double[] expected, double[] learned, double[] spent, int horizon) {
        double best = Double.POSITIVE_INFINITY;
        ValueModel chosen = near;
        double mean = Arrays.stream(spent).average().orElse(1);
        for (double weight : WEIGHTS) {
            double[] mixed = IntStream.range(0, spent.length)
                    .mapToDouble(i -> weight * expected[i] + (1 - weight) * learned[i])
                    .toArray();
            double scale = Arrays.stream(spent).sum() / Math.max(1e-9, Arrays.stream(mixed).sum());
            double error = 0;
            for (int i = 0; i < spent.length; i++) {
                error += Math.abs(scale * mixed[i] - spent[i]) / spent.length;
            }
            double loss = error / mean - 2 * ValueOrder.gini(mixed, spent);
            if (loss < best) {
                best = loss;
                chosen = intervals(near, weight, scale, mixed, spent, horizon);
            }
        }
        return chosen;
    }

    private static ValueModel intervals(
            ValueModel near, double weight, double scale, double[] mixed, double[] spent, int horizon) {
        double[] values = Arrays.stream(mixed).map(each -> scale * each).toArray();
        double[] bounds = new double[INTERVALS - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = quantile(values, (i + 1.0) / INTERVALS);
        }
        double[] lows = new double[INTERVALS];
        double[] highs = new double[INTERVALS];
        for (int bin = 0; bin < INTERVALS; bin++) {
            double above = bin == 0 ? Double.NEGATIVE_INFINITY : bounds[bin - 1];
            double below = bin == bounds.length ? Double.POSITIVE_INFINITY : bounds[bin];
            double[] ratios = IntStream.range(0, values.length)
                    .filter(i -> values[i] > above && values[i] <= below)
                    .mapToDouble(i -> spent[i] / Math.max(1e-9, values[i]))
                    .toArray();
            double low = ratios.length == 0 ? 0 : quantile(ratios, (1 - COVERED) / 2);
            lows[bin] = low;
            highs[bin] = ratios.length == 0 ? 1 : quantile(ratios, low > 0 ? (1 + COVERED) / 2 : COVERED);
        }
        double ahead = (double) horizon / near.horizonDays();
        return new ValueModel(
                near.columns(),
                horizon,
                near.buying(),
                near.spending(),
                weight,
                ahead == 1 ? scale : 1,
                bounds,
                lows,
                highs);
    }

    /** As far back as the horizon, or half of what there is where that is not enough. */
    private static long cut(Purchases purchases, int horizon, ModelDefinition definition) {
        long whole = purchases.last() - purchases.first();
        if (whole < 2 * SHORTEST) {
            throw new ModelProblem("The purchases reach from the first to the last over " + whole + " days only; "
                    + definition.name() + " needs at least " + 2 * SHORTEST + ".");
        }
        return whole - horizon >= Math.max(SHORTEST, horizon / 3)
                ? purchases.last() - horizon
                : purchases.last() - whole / 2;
    }

    private static ValueModel plain(ValueChoice choice, int days, ParetoNbd buying, GammaGamma spending) {
        return new ValueModel(choice, days, buying, spending, 1, 1, new double[0], new double[] {0}, new double[] {1});
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
