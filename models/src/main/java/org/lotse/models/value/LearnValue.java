package org.lotse.models.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.ValueChoice;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.signal.ChooseSignals;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Learn;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;

/**
 * Learns what customers will spend, strictly forward in time: what was known on a day is set against what they spent in the
 * window after it.
 */
public final class LearnValue {
    private static final int FEWEST = 100;
    private static final long SHORTEST = 28;

    /**
     * What was learned.
     *
     * @param model serves
     * @param signals of a customer
     * @param buys whether a customer buys at all
     * @param spends how much one who buys spends
     * @param evaluation of out-of-fold values against what was spent in the window
     * @param predicted out of fold
     */
    public record LearnedValue(
            ValueModel model,
            Signals signals,
            Learned buys,
            Learned spends,
            Evaluation.Values evaluation,
            List<ValueModel.Prospect> predicted) {}

    private final ModelDefinition definition;

    public LearnValue(ModelDefinition definition) {
        this.definition = definition;
    }

    /** Learns from a table of purchases. */
    public LearnedValue learn(Table table, Progress progress) {
        progress.step("read purchases", 0);
        ValueChoice choice = Purchases.guess(table, definition.value().orElseThrow());
        Purchases purchases = new Purchases(table, choice);
        int horizon = horizon(choice, purchases);
        long cut = cut(purchases, horizon);
        int window = (int) (purchases.last() - cut);
        List<Purchases.Customer> customers = new ArrayList<>(purchases.until(cut));
        customers.removeIf(one -> one.days().length == 0);
        if (customers.size() < FEWEST) {
            throw new ModelProblem("Only " + customers.size() + " customers bought before the last " + window
                    + " days, which are to be predicted; " + definition.name() + " needs at least " + FEWEST
                    + ". Maybe bring more purchases or shorten the horizon.");
        }
        progress.step("fit buying and dropping out", 0.05);
        ParetoNbd buying = buying(customers, cut);
        GammaGamma spending = GammaGamma.fit(customers.stream()
                .map(ValueModel::spent)
                .filter(one -> one.count() > 1)
                .toList());
        ValueModel near = new ValueModel(
                choice,
                window,
                window,
                buying,
                buying,
                spending,
                new double[] {1, 0, 0},
                1,
                new double[0],
                new double[] {0},
                new double[] {1});
        double[][] happened = purchases.between(customers, cut, purchases.last());
        Parts parts = parts(near, customers, cut, happened[0], progress.part(0.1, 0.95));
        ValueModel weighed = new WeighViews(near, customers, cut, parts.outOfFold(), happened[0]).weighed();
        List<ValueModel.Prospect> predicted = IntStream.range(0, customers.size())
                .mapToObj(i -> weighed.prospect(customers.get(i), cut, parts.outOfFold()[i]))
                .toList();
        return new LearnedValue(
                horizon == window ? weighed : further(weighed, horizon, purchases),
                parts.signals(),
                parts.buys(),
                parts.spends(),
                ValueOrder.evaluate(window, customers, cut, predicted, happened[0], happened[1]),
                predicted);
    }

    private record Parts(Signals signals, Learned buys, Learned spends, double[] outOfFold) {}

    private Parts parts(
            ValueModel near, List<Purchases.Customer> customers, long cut, double[] spent, Progress progress) {
        Table table = near.signals(customers, cut);
        Signals signals = new ChooseSignals().choose(table, definition).signals();
        Rows rows = new Rows(
                signals,
                signals.code(table),
                Arrays.stream(spent).map(each -> each > 0 ? 1 : 0).toArray(),
                IntStream.range(0, spent.length).toArray());
        Learn learn = new Learn(definition.trainer(), CalibrationChoice.AUTO, definition.folds(), definition.seed());
        Learned buys = learn.probabilities(rows, progress.part(0, 0.5));
        boolean[] buyers = new boolean[spent.length];
        double[] usual = new double[spent.length];
        double unit = Math.max(1e-9, Arrays.stream(spent).average().orElse(1));
        for (int i = 0; i < spent.length; i++) {
            buyers[i] = spent[i] > 0;
            usual[i] = near.usual(customers.get(i), cut) / unit;
        }
        Learned spends = learn.factors(
                rows.against(Arrays.stream(spent).map(each -> each / unit).toArray()),
                usual,
                buyers,
                progress.part(0.5, 1));
        double[] outOfFold = IntStream.range(0, spent.length)
                .mapToDouble(i -> buys.outOfFold()[i] * unit * spends.outOfFold()[i])
                .toArray();
        return new Parts(signals, buys, spends, outOfFold);
    }

    /** A longer horizon than could be learned from: buying and dropping out, fitted to all there is, carries on. */
    private static ValueModel further(ValueModel near, int horizon, Purchases purchases) {
        return new ValueModel(
                near.columns(),
                horizon,
                near.windowDays(),
                near.seen(),
                buying(purchases.until(purchases.last()), purchases.last()),
                near.spending(),
                near.weights(),
                near.scale(),
                near.bounds(),
                near.lows(),
                near.highs());
    }

    private static ParetoNbd buying(List<Purchases.Customer> customers, long today) {
        return ParetoNbd.fit(
                customers.stream().map(one -> ValueModel.summary(one, today)).toList());
    }

    /** The horizon of the definition, else as long as half of what there is. */
    public static int horizon(ValueChoice choice, Purchases purchases) {
        return choice.horizon()
                .map(period ->
                        (int) ChronoUnit.DAYS.between(period.before(Instant.EPOCH, ZoneOffset.UTC), Instant.EPOCH))
                .orElse((int) ((purchases.last() - purchases.first()) / 2));
    }

    /** As far back as the horizon, or half of what there is where that is not enough. */
    private long cut(Purchases purchases, int horizon) {
        long whole = purchases.last() - purchases.first();
        if (whole < 2 * SHORTEST) {
            throw new ModelProblem("The purchases reach from the first to the last over " + whole + " days only; "
                    + definition.name() + " needs at least " + 2 * SHORTEST + ".");
        }
        return whole - horizon >= Math.max(SHORTEST, horizon / 3)
                ? purchases.last() - horizon
                : purchases.last() - whole / 2;
    }
}
