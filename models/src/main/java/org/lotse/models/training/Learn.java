package org.lotse.models.training;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.Trainer;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Link;

/**
 * Learns from rows: tries the learners that suit their number, takes or blends those with the least out-of-fold loss,
 * calibrates out of fold, and falls back to the base rate when nothing is better than it beyond noise.
 */
public final class Learn {
    private static final double BEYOND_NOISE = 2.58;
    /** Among fewer rows the order shows a signal before the loss does. */
    private static final int FEW = 1_000;

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

    /** Learns probabilities from targets 0 and 1 of all rows. */
    public Learned probabilities(Rows rows, Progress progress) {
        return probabilities(rows, everywhere(rows), progress);
    }

    /**
     * Learns probabilities from some rows and predicts all of them out of fold.
     *
     * @param learned which rows are learned from
     */
    public Learned probabilities(Rows rows, boolean[] learned, Progress progress) {
        Sample sample = sample(rows, learned, Objective.LOGISTIC);
        Search search = new Search(trainer, sample, seed);
        Attempt winner = search.best(progress);
        progress.step("fit and calibrate " + winner.learner(), 0.9);
        double[] base = baseRates(sample);
        try (Threads threads = new Threads()) {
            Supplier<Fitted> fitted = threads.begin(winner.finish());
            FitLink.Chosen calibrated = FitLink.choose(winner.margins(), sample, calibration, threads);
            if (!beats(sample, calibrated.probabilities(), base)) {
                return new Learned(
                        new Constant(
                                Objective.LOGISTIC.start(rows.pick(sample.all()).mean())),
                        new Link.Logistic(),
                        new byte[0],
                        base,
                        "base rate",
                        search.candidates(),
                        false);
            }
            return learned(winner, fitted.get(), calibrated.link(), calibrated.probabilities(), search);
        }
    }

    /** Learns log-odds from targets 0 and 1, without calibration: out-of-fold values are margins. */
    public Learned margins(Rows rows, Progress progress) {
        Sample sample = sample(rows, everywhere(rows), Objective.LOGISTIC);
        Search search = new Search(trainer, sample, seed);
        Attempt winner = search.best(progress);
        return learned(winner, new Link.Logistic(), winner.margins(), search, progress);
    }

    /** Learns amounts of all rows; out-of-fold values are in the target's unit. */
    public Learned amounts(Rows rows, Progress progress) {
        return amounts(rows, everywhere(rows), progress);
    }

    /** Learns amounts from some rows and predicts all of them out of fold. */
    public Learned amounts(Rows raw, boolean[] learned, Progress progress) {
        double[] known = IntStream.range(0, learned.length)
                .filter(row -> learned[row])
                .mapToDouble(row -> raw.targets()[row])
                .toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double deviation = Math.sqrt(
                Arrays.stream(known).map(y -> (y - mean) * (y - mean)).average().orElse(0));
        double unit = deviation == 0 ? 1 : deviation;
        double[] standard =
                Arrays.stream(raw.targets()).map(y -> (y - mean) / unit).toArray();
        Sample sample =
                sample(new Rows(raw.signals(), raw.codes(), standard, raw.groups()), learned, Objective.SQUARED);
        Link link = new Link.Amount(unit, mean);
        Search search = new Search(trainer, sample, seed);
        Attempt winner = search.best(progress);
        if (winner.loss() >= 1) {
            double[] means = new double[raw.size()];
            Arrays.fill(means, mean);
            return new Learned(new Constant(0), link, new byte[0], means, "mean", search.candidates(), false);
        }
        double[] values = Arrays.stream(winner.margins()).map(link::value).toArray();
        return learned(winner, link, values, search, progress);
    }

    /**
     * Learns by which factor amounts, 0 or more, differ from what is known of them before; the answer is the logarithm of
     * the factor, out-of-fold values are amounts. Only trees do this.
     *
     * @param known what is known of each row's amount, above 0
     */
    public Learned factors(Rows rows, double[] known, boolean[] learned, Progress progress) {
        double[] offsets = Arrays.stream(known).map(Math::log).toArray();
        Sample all = sample(rows, learned, Objective.POISSON);
        Sample sample = new Sample(rows, all.folds(), learned, Objective.POISSON, offsets);
        Search search = new Search(Trainer.TREES, sample, seed);
        Attempt winner = search.best(progress);
        double[] values = Arrays.stream(winner.margins()).map(Math::exp).toArray();
        return learned(winner, new Link.Amount(1, 0), values, search, progress);
    }

    private Sample sample(Rows rows, boolean[] learned, Objective objective) {
        int[] all =
                IntStream.range(0, learned.length).filter(row -> learned[row]).toArray();
        long fewest = objective == Objective.LOGISTIC ? rows.pick(all).rarer() : all.length / 2;
        return new Sample(rows, new Folds(rows, (int) Math.clamp(fewest, 2, folds), seed), learned, objective);
    }

    private static Learned learned(Attempt winner, Link link, double[] outOfFold, Search search, Progress progress) {
        progress.step("fit " + winner.learner(), 0.9);
        return learned(winner, winner.finish().get(), link, outOfFold, search);
    }

    private static Learned learned(Attempt winner, Fitted fitted, Link link, double[] outOfFold, Search search) {
        return new Learned(
                fitted.scorer(), link, fitted.library(), outOfFold, winner.learner(), search.candidates(), true);
    }

    private static boolean[] everywhere(Rows rows) {
        boolean[] learned = new boolean[rows.size()];
        Arrays.fill(learned, true);
        return learned;
    }

    private static boolean beats(Sample sample, double[] probabilities, double[] base) {
        double sum = 0;
        double squares = 0;
        int[] all = sample.all();
        for (int row : all) {
            double target = sample.rows().targets()[row];
            double gain = Evaluate.loss(base[row], target) - Evaluate.loss(probabilities[row], target);
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / all.length;
        double error = Math.sqrt(Math.max(0, squares / all.length - mean * mean) / all.length);
        return mean > BEYOND_NOISE * error || mean > 0 && all.length < FEW && ordersBeyondNoise(sample, probabilities);
    }

    private static boolean ordersBeyondNoise(Sample sample, double[] probabilities) {
        int[] all = sample.all();
        double[] targets = IntStream.of(all)
                .mapToDouble(row -> sample.rows().targets()[row])
                .toArray();
        double auc = Evaluate.auc(
                IntStream.of(all).mapToDouble(row -> probabilities[row]).toArray(), targets);
        double hits = Arrays.stream(targets).sum();
        double spread = Math.sqrt((all.length + 1.0) / (12 * Math.max(1, hits) * Math.max(1, all.length - hits)));
        return auc - 0.5 > BEYOND_NOISE * spread;
    }

    private static double[] baseRates(Sample sample) {
        double[] rates = new double[sample.rows().size()];
        for (int fold = 0; fold < sample.folds().count(); fold++) {
            double rate = sample.rows().pick(sample.outside(fold)).mean();
            for (int row : sample.folds().inside(fold)) {
                rates[row] = rate;
            }
        }
        return rates;
    }
}
