package org.lotse.models.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.Trainer;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Link;
import org.lotse.models.scoring.Scorer;
import org.tribuo.Model;

/**
 * Learns from rows: tries the learners that suit their number, takes the one with the least out-of-fold loss,
 * calibrates it out of fold, and falls back to the base rate when nothing is better than it beyond noise.
 */
public final class Learn {
    private static final double[] COSTS = {0.3, 0.1, 0.03, 1, 0.01, 0.003};
    private static final int ENOUGH_FOR_TREES = 1000;
    private static final int ENOUGH_RARE_FOR_TREES = 100;
    private static final double BEYOND_NOISE = 1.64;
    private static final int THREADS = 2;

    private final Trainer trainer;
    private final CalibrationChoice calibration;
    private final int folds;
    private final long seed;

    public Learn(Trainer trainer, CalibrationChoice calibration, int folds, long seed) {
        this.trainer = trainer;
        this.calibration = calibration;
        this.folds = folds;
        this.seed = seed;
    }

    /** Learns probabilities from targets 0 and 1. */
    public Learned probabilities(Rows rows, Progress progress) {
        Folds split = new Folds(rows, (int) Math.clamp(rows.rarer(), 2, folds), seed);
        Search search = new Search(rows, split, false);
        Try winner = search.best(progress);
        FitLink.Chosen calibrated = FitLink.choose(winner.margins, rows.targets(), split, calibration);
        if (!beatsBaseRate(rows, split, calibrated.probabilities())) {
            double rate = Math.clamp(rows.mean(), 1e-6, 1 - 1e-6);
            return new Learned(
                    new Constant(Math.log(rate / (1 - rate))),
                    new Link.Logistic(),
                    new byte[0],
                    baseRates(rows, split),
                    "base rate",
                    search.candidates(),
                    false);
        }
        progress.step("fit " + winner.learner.describe(), 0.9);
        Fitted fitted = winner.learner.fit(rows);
        return new Learned(
                fitted.scorer(),
                calibrated.link(),
                bytes(fitted.model()),
                calibrated.probabilities(),
                winner.learner.describe(),
                search.candidates(),
                true);
    }

    /** Learns amounts; out-of-fold values are in the target's unit. */
    public Learned amounts(Rows raw, Progress progress) {
        double mean = raw.mean();
        double deviation = Math.sqrt(Arrays.stream(raw.targets())
                .map(y -> (y - mean) * (y - mean))
                .average()
                .orElse(0));
        double[] standard =
                Arrays.stream(raw.targets()).map(y -> (y - mean) / deviation).toArray();
        Rows rows = new Rows(raw.signals(), raw.codes(), standard, raw.groups());
        Link link = new Link.Amount(deviation, mean);
        Folds split = new Folds(rows, Math.clamp(rows.size() / 2, 2, folds), seed);
        Search search = new Search(rows, split, true);
        Try winner = search.best(progress);
        if (winner.loss >= 1) {
            double[] means = new double[rows.size()];
            Arrays.fill(means, mean);
            return new Learned(new Constant(0), link, new byte[0], means, "mean", search.candidates(), false);
        }
        progress.step("fit " + winner.learner.describe(), 0.9);
        Fitted fitted = winner.learner.fitAmounts(rows);
        return new Learned(
                fitted.scorer(),
                link,
                bytes(fitted.model()),
                Arrays.stream(winner.margins).map(link::value).toArray(),
                winner.learner.describe(),
                search.candidates(),
                true);
    }

    /** Margins of rows that were not learned from, by the learner the description names. */
    public Scorer refit(Rows rows, String learner) {
        for (double cost : COSTS) {
            LinearLearner linear = new LinearLearner(cost);
            if (linear.describe().equals(learner)) {
                return linear.fit(rows).scorer();
            }
        }
        TreeLearner trees = TreeLearner.tuned(seed);
        if (trees.describe().equals(learner)) {
            return trees.fit(rows).scorer();
        }
        double rate = Math.clamp(rows.mean(), 1e-6, 1 - 1e-6);
        return new Constant(Math.log(rate / (1 - rate)));
    }

    private static boolean beatsBaseRate(Rows rows, Folds split, double[] probabilities) {
        double[] base = baseRates(rows, split);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < base.length; i++) {
            double gain =
                    Evaluate.loss(base[i], rows.targets()[i]) - Evaluate.loss(probabilities[i], rows.targets()[i]);
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / base.length;
        double error = Math.sqrt(Math.max(0, squares / base.length - mean * mean) / base.length);
        return mean > BEYOND_NOISE * error;
    }

    private static double[] baseRates(Rows rows, Folds split) {
        double[] rates = new double[rows.size()];
        for (int fold = 0; fold < split.count(); fold++) {
            double rate = rows.pick(split.outside(fold)).mean();
            for (int row : split.inside(fold)) {
                rates[row] = rate;
            }
        }
        return rates;
    }

    static byte[] bytes(Model<?> model) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            model.serializeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("A model cannot be written to memory.", e);
        }
    }

    /** A learner with its out-of-fold margins. */
    private record Try(Learner learner, double[] margins, double loss) {}

    /** Tries learners on the same folds. */
    private final class Search {
        private final Rows rows;
        private final Folds split;
        private final boolean amounts;
        private final List<Try> tries = new ArrayList<>();

        Search(Rows rows, Folds split, boolean amounts) {
            this.rows = rows;
            this.split = split;
            this.amounts = amounts;
        }

        Try best(Progress progress) {
            if (trainer != Trainer.XGBOOST) {
                tryLinear(progress.part(0, trainer == Trainer.LINEAR ? 0.9 : 0.3));
            }
            if (trainer == Trainer.XGBOOST || trainer == Trainer.AUTO && suitsTrees()) {
                tries.add(tried(TreeLearner.tuned(seed), progress.part(0.3, 0.9)));
            }
            return tries.stream()
                    .min(java.util.Comparator.comparingDouble(Try::loss))
                    .orElseThrow();
        }

        List<Candidate> candidates() {
            return tries.stream()
                    .map(one -> new Candidate(one.learner.describe(), one.loss))
                    .toList();
        }

        private boolean suitsTrees() {
            return rows.size() >= ENOUGH_FOR_TREES && (amounts || rows.rarer() >= ENOUGH_RARE_FOR_TREES);
        }

        /** From the usual cost downwards or upwards, as long as it gets better. */
        private void tryLinear(Progress progress) {
            double[] ascending = Arrays.stream(COSTS).sorted().toArray();
            int at = IntStream.range(0, ascending.length)
                    .filter(i -> ascending[i] == 0.1)
                    .findFirst()
                    .orElse(0);
            Try start = tried(new LinearLearner(ascending[at]), progress);
            tries.add(start);
            for (int direction : new int[] {-1, 1}) {
                double least = start.loss;
                for (int i = at + direction; i >= 0 && i < ascending.length; i += direction) {
                    Try next = tried(new LinearLearner(ascending[i]), progress);
                    tries.add(next);
                    if (next.loss >= least) {
                        break;
                    }
                    least = next.loss;
                }
            }
        }

        private Try tried(Learner learner, Progress progress) {
            double[] margins = new double[rows.size()];
            try (ForkJoinPool pool = new ForkJoinPool(THREADS)) {
                for (int from = 0; from < split.count(); from += THREADS) {
                    progress.step("try " + learner.describe(), (double) from / split.count());
                    int first = from;
                    int end = Math.min(split.count(), from + THREADS);
                    pool.submit(() -> IntStream.range(first, end)
                                    .parallel()
                                    .forEach(fold -> predictFold(learner, fold, margins)))
                            .join();
                }
            }
            return new Try(learner, margins, loss(margins));
        }

        private void predictFold(Learner learner, int fold, double[] margins) {
            Rows others = rows.pick(split.outside(fold));
            Fitted fitted = amounts ? learner.fitAmounts(others) : learner.fit(others);
            for (int row : split.inside(fold)) {
                margins[row] = fitted.scorer().margin(rows.codes()[row]);
            }
        }

        private double loss(double[] margins) {
            double sum = 0;
            for (int i = 0; i < margins.length; i++) {
                double y = rows.targets()[i];
                sum += amounts ? (margins[i] - y) * (margins[i] - y) : Evaluate.loss(Link.sigmoid(margins[i]), y);
            }
            return amounts ? Math.sqrt(sum / margins.length) : sum / margins.length;
        }
    }
}
