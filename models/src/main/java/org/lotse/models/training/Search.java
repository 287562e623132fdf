package org.lotse.models.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.lotse.models.definition.Trainer;
import org.lotse.models.evaluation.Candidate;

/** Tries what suits the number of rows on the same folds; the simpler one wins unless another is better by more than a trifle. */
final class Search {
    private static final double[] COSTS = {0.003, 0.01, 0.03, 0.1, 0.3, 1};
    private static final int USUAL = 3;
    private static final int FEWEST_FOR_TREES = 50;
    private static final int FEWEST_RARE_FOR_TREES = 20;
    private static final double TRIFLE = 1e-4;

    private final Trainer trainer;
    private final Sample sample;
    private final long seed;
    private final List<Attempt> attempts = new ArrayList<>();

    Search(Trainer trainer, Sample sample, long seed) {
        this.trainer = trainer;
        this.sample = sample;
        this.seed = seed;
    }

    Attempt best(Progress progress) {
        try (Threads threads = new Threads()) {
            if (trainer == Trainer.XGBOOST) {
                attempts.add(tried(TreeLearner.tuned(seed), progress, threads));
            }
            if (trainer == Trainer.LINEAR || trainer == Trainer.AUTO) {
                attempts.addAll(linear(progress.part(0, trainer == Trainer.LINEAR ? 0.9 : 0.3), threads));
            }
            if (trainer == Trainer.TREES || trainer == Trainer.AUTO && suitsTrees()) {
                Growth suiting = Growth.suiting(sample.all().length);
                Growth growth = sample.objective() == Objective.LOGISTIC ? suiting : suiting.forAmounts();
                Attempt trees = new BoostSearch(sample, new BinnedRows(sample.rows()), growth, seed)
                        .search(progress.part(0.3, 0.9), threads);
                if (!attempts.isEmpty()) {
                    attempts.add(new Blend(List.of(simplest(), trees), sample).attempt());
                }
                attempts.add(trees);
            }
        }
        return simplest();
    }

    List<Candidate> candidates() {
        return attempts.stream().map(Attempt::candidate).toList();
    }

    private Attempt simplest() {
        double least = attempts.stream().mapToDouble(Attempt::loss).min().orElseThrow();
        Attempt best =
                attempts.stream().min(Comparator.comparingDouble(Attempt::loss)).orElseThrow();
        return attempts.stream()
                .filter(attempt -> attempt.learner().startsWith(LinearLearner.NAME))
                .filter(attempt -> attempt.loss() <= least + TRIFLE)
                .min(Comparator.comparingDouble(Attempt::loss))
                .orElse(best);
    }

    private boolean suitsTrees() {
        int[] all = sample.all();
        Rows learned = sample.rows().pick(all);
        return all.length >= FEWEST_FOR_TREES
                && (sample.objective() != Objective.LOGISTIC || learned.rarer() >= FEWEST_RARE_FOR_TREES);
    }

    /** From the usual cost downwards or upwards, as long as it gets better. */
    private List<Attempt> linear(Progress progress, Threads threads) {
        List<Attempt> tries = new ArrayList<>();
        Function<LinearLearner, Attempt> trying = trying(progress, threads);
        Attempt start = trying.apply(new LinearLearner(COSTS[USUAL]));
        tries.add(start);
        for (int direction : new int[] {-1, 1}) {
            double least = start.loss();
            for (int i = USUAL + direction; i >= 0 && i < COSTS.length; i += direction) {
                Attempt next = trying.apply(new LinearLearner(COSTS[i]));
                tries.add(next);
                if (next.loss() >= least) {
                    break;
                }
                least = next.loss();
            }
        }
        return tries;
    }

    private Function<LinearLearner, Attempt> trying(Progress progress, Threads threads) {
        if (!SlotRows.suits(sample.rows())) {
            return learner -> tried(learner, progress, threads);
        }
        SlotRows slots = new SlotRows(sample.rows());
        double[][] weights = new double[sample.folds().count()][slots.weights()];
        return learner -> tried(learner, slots, weights, progress, threads);
    }

    /** Out of fold by own steps on flat rows, each fold from its weights at the cost before; what serves is the library's. */
    private Attempt tried(
            LinearLearner learner, SlotRows slots, double[][] before, Progress progress, Threads threads) {
        Rows rows = sample.rows();
        double[] margins = new double[rows.size()];
        progress.step("try " + learner.describe(), 0);
        double cost = sample.objective() == Objective.LOGISTIC ? learner.cost() : 2 * learner.cost();
        threads.each(sample.folds().count(), fold -> {
            double[] weights = new FitLinear(slots, rows.targets(), sample.objective(), sample.outside(fold), cost)
                    .weights(before[fold]);
            before[fold] = weights;
            for (int row : sample.folds().inside(fold)) {
                margins[row] = slots.sum(weights, row);
            }
        });
        return attempt(learner, margins);
    }

    private Attempt tried(Learner learner, Progress progress, Threads threads) {
        Rows rows = sample.rows();
        double[] margins = new double[rows.size()];
        progress.step("try " + learner.describe(), 0);
        threads.each(sample.folds().count(), fold -> {
            Fitted fitted = fit(learner, rows.pick(sample.outside(fold)));
            for (int row : sample.folds().inside(fold)) {
                margins[row] = fitted.scorer().margin(rows.codes()[row]);
            }
        });
        return attempt(learner, margins);
    }

    private Attempt attempt(Learner learner, double[] margins) {
        return new Attempt(
                learner.describe(),
                margins,
                sample.loss(margins),
                () -> fit(learner, sample.rows().pick(sample.all())));
    }

    private Fitted fit(Learner learner, Rows rows) {
        return sample.objective() == Objective.LOGISTIC ? learner.fit(rows) : learner.fitAmounts(rows);
    }
}
