package org.lotse.models.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures uplifts on rows of a treated and a control group. The Qini curve after the k rows with the highest score is
 * the treated group's wanted outcomes minus the control group's, scaled to the treated group's size so far; the perfect
 * curve orders rows by what happened, harm last.
 */
public final class EvaluateUplift {
    private static final int RESAMPLES = 200;

    private EvaluateUplift() {}

    /**
     * @param uplift predicted uplifts
     * @param happened 1 where the wanted outcome happened
     * @param treated 1 for treated rows, 0 for the control group
     * @param seed of the bootstrap
     */
    public static Evaluation.Uplifts uplifts(double[] uplift, double[] happened, double[] treated, long seed) {
        int[] best = descending(uplift);
        int[] perfect = descending(IntStream.range(0, uplift.length)
                .mapToDouble(i -> happened[i] * (treated[i] > 0.5 ? 1 : -1))
                .toArray());
        int[] once = new int[uplift.length];
        Arrays.fill(once, 1);
        SplittableRandom random = new SplittableRandom(seed);
        double[] effects = new double[RESAMPLES];
        double[] qinis = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            int[] weights = Ranked.resample(uplift.length, random);
            effects[sample] = effect(best, happened, treated, weights, 1);
            qinis[sample] = qini(best, perfect, uplift, happened, treated, weights);
        }
        long treatedRows = Arrays.stream(treated).filter(t -> t > 0.5).count();
        return new Evaluation.Uplifts(
                uplift.length,
                treatedRows,
                uplift.length - treatedRows,
                Ranked.interval(effect(best, happened, treated, once, 1), effects),
                Ranked.interval(qini(best, perfect, uplift, happened, treated, once), qinis),
                effect(best, happened, treated, once, 0.3),
                controlRate(happened, treated),
                spread(uplift, happened, treated),
                Arrays.stream(uplift).average().orElse(0));
    }

    private static double controlRate(double[] happened, double[] treated) {
        return IntStream.range(0, happened.length)
                .filter(row -> treated[row] <= 0.5)
                .mapToDouble(row -> happened[row])
                .average()
                .orElse(0);
    }

    /**
     * The slope of what happened on the predicted uplift, in the treated group minus in the control group, kept within 0
     * and 1: the difference of the slopes is the slope of the effect.
     */
    private static double spread(double[] uplift, double[] happened, double[] treated) {
        return Math.clamp(slope(uplift, happened, treated, true) - slope(uplift, happened, treated, false), 0, 1);
    }

    private static double slope(double[] uplift, double[] happened, double[] treated, boolean with) {
        int[] arm = IntStream.range(0, uplift.length)
                .filter(row -> treated[row] > 0.5 == with)
                .toArray();
        double predicted =
                IntStream.of(arm).mapToDouble(row -> uplift[row]).average().orElse(0);
        double observed =
                IntStream.of(arm).mapToDouble(row -> happened[row]).average().orElse(0);
        double both = 0;
        double own = 0;
        for (int row : arm) {
            both += (uplift[row] - predicted) * (happened[row] - observed);
            own += (uplift[row] - predicted) * (uplift[row] - predicted);
        }
        return own == 0 ? 0 : both / own;
    }

    private static double qini(
            int[] best, int[] perfect, double[] uplift, double[] happened, double[] treated, int[] weights) {
        double[] curve = area(best, uplift, happened, treated, weights);
        double[] ideal = area(perfect, null, happened, treated, weights);
        double possible = ideal[0] - ideal[1];
        return possible <= 0 ? 0 : (curve[0] - curve[1]) / possible;
    }

    /** The area under the curve, and under the straight line to its end. */
    private static double[] area(
            int[] order, double @Nullable [] ties, double[] happened, double[] treated, int[] weights) {
        double rows = 0;
        double treatedRows = 0;
        double controlRows = 0;
        double treatedHits = 0;
        double controlHits = 0;
        double area = 0;
        double height = 0;
        int i = 0;
        while (i < order.length) {
            double before = rows;
            int first = order[i];
            do {
                int row = order[i++];
                double weight = weights[row];
                rows += weight;
                treatedRows += weight * treated[row];
                controlRows += weight * (1 - treated[row]);
                treatedHits += weight * treated[row] * happened[row];
                controlHits += weight * (1 - treated[row]) * happened[row];
            } while (ties != null && i < order.length && ties[order[i]] == ties[first]);
            double now = treatedHits - (controlRows == 0 ? 0 : controlHits * treatedRows / controlRows);
            area += (rows - before) * (height + now) / 2;
            height = now;
        }
        return new double[] {area, rows * height / 2};
    }

    private static double effect(int[] order, double[] happened, double[] treated, int[] weights, double share) {
        double[] sums = new double[4];
        for (int i = 0; i < Math.round(order.length * share); i++) {
            int row = order[i];
            int arm = treated[row] > 0.5 ? 0 : 2;
            sums[arm] += weights[row];
            sums[arm + 1] += weights[row] * happened[row];
        }
        return sums[0] == 0 || sums[2] == 0 ? 0 : sums[1] / sums[0] - sums[3] / sums[2];
    }

    private static int[] descending(double[] scores) {
        int[] ascending = Ranked.ascending(scores);
        return IntStream.range(0, ascending.length)
                .map(i -> ascending[ascending.length - 1 - i])
                .toArray();
    }
}
