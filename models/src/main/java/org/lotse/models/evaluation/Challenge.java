package org.lotse.models.evaluation;

import java.util.stream.IntStream;

/**
 * Whether a challenger predicts better than the champion on offers that both predicted before their outcome was known.
 * Pure: the same trials give the same verdict.
 */
public final class Challenge {
    /** Fewer trials decide nothing. */
    public static final int FEWEST = 200;

    private static final double BEYOND_NOISE = 1.96;

    private Challenge() {}

    /** What the trials say. */
    public enum Verdict {
        /** Too few trials. */
        WAIT,
        /** Better beyond noise, and as well calibrated as so many trials can show. */
        BETTER,
        /** Neither better nor worse beyond noise, or better but not calibrated. */
        NO_DIFFERENCE,
        /** Worse beyond noise. */
        WORSE
    }

    /**
     * A challenger measured against the champion.
     *
     * @param trials how many offers
     * @param championLoss mean log loss
     * @param challengerLoss mean log loss
     * @param gain by how much the challenger's is less, with its interval of 95 %
     * @param calibrationError of the challenger
     * @param calibrationFloor95 what a perfectly calibrated model would exceed in one of twenty samples
     */
    public record Judged(
            int trials,
            double championLoss,
            double challengerLoss,
            Interval gain,
            double calibrationError,
            double calibrationFloor95,
            Verdict verdict) {}

    /**
     * @param champion probabilities
     * @param challenger probabilities of the same offers
     * @param happened 1 where the outcome happened
     */
    public static Judged judge(double[] champion, double[] challenger, double[] happened) {
        int trials = happened.length;
        double[] gains = IntStream.range(0, trials)
                .mapToDouble(i -> Evaluate.loss(champion[i], happened[i]) - Evaluate.loss(challenger[i], happened[i]))
                .toArray();
        double mean =
                IntStream.range(0, trials).mapToDouble(i -> gains[i]).average().orElse(0);
        double variance = IntStream.range(0, trials)
                .mapToDouble(i -> (gains[i] - mean) * (gains[i] - mean))
                .average()
                .orElse(0);
        double error = trials == 0 ? 0 : BEYOND_NOISE * Math.sqrt(variance / trials);
        Interval gain = new Interval(mean, mean - error, mean + error);
        Evaluation.Probabilities measured = Evaluate.probabilities(challenger, happened, 1);
        boolean calibrated = measured.calibrationError() <= measured.calibrationFloor95();
        return new Judged(
                trials,
                Evaluate.logLoss(champion, happened),
                Evaluate.logLoss(challenger, happened),
                gain,
                measured.calibrationError(),
                measured.calibrationFloor95(),
                verdict(trials, gain, calibrated));
    }

    private static Verdict verdict(int trials, Interval gain, boolean calibrated) {
        if (trials < FEWEST) {
            return Verdict.WAIT;
        }
        if (gain.high() < 0) {
            return Verdict.WORSE;
        }
        return gain.low() > 0 && calibrated ? Verdict.BETTER : Verdict.NO_DIFFERENCE;
    }
}
