package org.lotse.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lotse.models.evaluation.Gain;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Link;
import org.lotse.models.scoring.Scorer;

/**
 * Learns how a treatment moves the log-odds of each row, given what is known of it without regard to the treatment: trees that
 * count for the treated and against the others, each as much as the other group is large. What is common to both groups need not be
 * learned twice, and where the effect is the same for all no tree makes the loss less. Where trees stop depends on who is in which
 * fold, and effects hang by few outcomes: the mean of several searches on other folds serves, if most of them grow any tree.
 */
public final class LearnEffect {
    private static final int STEPS = 20;
    private static final int SEARCHES = 4;

    private final int folds;
    private final long seed;

    public LearnEffect(int folds, long seed) {
        this.folds = folds;
        this.seed = seed;
    }

    /**
     * What was learned.
     *
     * @param scorer the effect in log-odds
     * @param outOfFold the same by row, from models that have not seen it
     * @param share of the treated
     * @param learner in words
     * @param evidence by how many standard errors it says better what happened than one effect for all does
     */
    public record Effect(Scorer scorer, double[] outOfFold, double share, String learner, double evidence) {
        /** By which factor the effect counts for the treated, or the others. */
        public double counts(boolean treated) {
            return treated ? 1 - share : -share;
        }
    }

    /**
     * @param rows with targets 0 and 1
     * @param treated 1 or 0 by row
     * @param known log-odds out of fold, without regard to the treatment
     */
    public Effect learn(Rows rows, double[] treated, double[] known, Progress progress) {
        double share = Arrays.stream(treated).average().orElseThrow();
        double[] counts = Arrays.stream(treated).map(t -> t - share).toArray();
        double usual = usual(rows.targets(), known, counts);
        double[] offsets = IntStream.range(0, known.length)
                .mapToDouble(row -> known[row] + counts[row] * usual)
                .toArray();
        List<Attempt> attempts = searches(rows, offsets, counts, progress).stream()
                .filter(attempt -> evidence(rows.targets(), offsets, attempt.margins()) > 0)
                .toList();
        if (2 * attempts.size() <= SEARCHES) {
            double[] alike = new double[known.length];
            Arrays.fill(alike, usual);
            return new Effect(new Constant(usual), alike, share, "one effect for all", 0);
        }
        return mean(attempts, usual, rows.targets(), known, counts, offsets, share);
    }

    private List<Attempt> searches(Rows rows, double[] offsets, double[] counts, Progress progress) {
        boolean[] all = new boolean[rows.size()];
        Arrays.fill(all, true);
        int parts = (int) Math.clamp(rows.rarer(), 2, folds);
        BinnedRows binned = new BinnedRows(rows);
        List<Attempt> attempts = new ArrayList<>();
        try (Threads threads = new Threads()) {
            for (int i = 0; i < SEARCHES; i++) {
                Sample sample =
                        new Sample(rows, new Folds(rows, parts, seed + i), all, Objective.LOGISTIC, offsets, counts);
                attempts.add(new BoostSearch(sample, binned, Growth.ofEffects(), seed + i)
                        .search(progress.part((double) i / SEARCHES, (i + 1.0) / SEARCHES), threads));
            }
        }
        return attempts;
    }

    private static Effect mean(
            List<Attempt> attempts,
            double usual,
            double[] targets,
            double[] known,
            double[] counts,
            double[] offsets,
            double share) {
        double[] effects = IntStream.range(0, known.length)
                .mapToDouble(row -> attempts.stream()
                        .mapToDouble(attempt -> (attempt.margins()[row] - known[row]) / counts[row])
                        .average()
                        .orElseThrow())
                .toArray();
        double[] margins = IntStream.range(0, known.length)
                .mapToDouble(row -> known[row] + counts[row] * effects[row])
                .toArray();
        double[] weights = new double[attempts.size() + 1];
        Arrays.fill(weights, 1.0 / attempts.size());
        weights[attempts.size()] = usual;
        return new Effect(
                Sums.of(
                        attempts.stream()
                                .map(attempt -> attempt.finish().get().scorer())
                                .toList(),
                        weights),
                effects,
                share,
                attempts.size() + " times " + attempts.getFirst().learner(),
                evidence(targets, offsets, margins));
    }

    private static double evidence(double[] targets, double[] alike, double[] margins) {
        Gain gain = Gain.of(IntStream.range(0, targets.length)
                .mapToDouble(row -> Objective.LOGISTIC.loss(alike[row], targets[row])
                        - Objective.LOGISTIC.loss(margins[row], targets[row]))
                .toArray());
        return gain.mean() <= 0 ? 0 : gain.mean() / gain.error();
    }

    /** The effect that is best for all rows together. */
    private static double usual(double[] targets, double[] known, double[] counts) {
        double usual = 0;
        for (int step = 0; step < STEPS; step++) {
            double first = 0;
            double second = 1e-9;
            for (int row = 0; row < targets.length; row++) {
                double p = Link.sigmoid(known[row] + counts[row] * usual);
                first += counts[row] * (p - targets[row]);
                second += counts[row] * counts[row] * p * (1 - p);
            }
            usual -= Math.clamp(first / second, -1, 1);
        }
        return usual;
    }
}
