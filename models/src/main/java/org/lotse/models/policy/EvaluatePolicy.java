package org.lotse.models.policy;

import java.util.List;
import org.lotse.models.evaluation.Interval;

/**
 * Estimates what a proposed policy would have earned per choice from the choices of a logging policy.
 *
 * <p>Two estimates stand beside each other. The doubly robust one takes what a model expects of the proposed choice and
 * corrects it, where both policies chose the same, by what really came, weighed by one over the logged probability and
 * clipped at {@value #CLIP} (Dudík, Langford and Li 2011). The self-normalised one uses nothing but those weighed rewards
 * (Swaminathan and Joachims 2015). Where the weights amount to fewer than {@value #FEWEST} choices of equal weight, or
 * fewer than {@value #FEWEST} were chosen the same, there is no estimate: a number would be a guess.
 */
public final class EvaluatePolicy {
    /** No choice counts more often than this. */
    public static final double CLIP = 10;

    /** Effective choices an estimate needs. */
    public static final double FEWEST = 50;

    private static final double WIDTH = 1.96;

    private EvaluatePolicy() {}

    /**
     * A logged choice.
     *
     * @param probability with which the logging policy chose what it chose, above 0
     * @param proposed with which the proposed policy would have chosen the same
     * @param reward what came of it
     * @param expectedLogged what the model expects of what was chosen
     * @param expectedProposed what the model expects of what the proposed policy chooses
     */
    public record Choice(
            double probability, double proposed, double reward, double expectedLogged, double expectedProposed) {}

    /** What the log says of a proposed policy. */
    public sealed interface Estimate {
        /** How many choices were logged. */
        int choices();

        /** The share in which both policies choose the same. */
        double agreed();

        /** As how many choices of equal weight the weighed ones count. */
        double effective();

        /**
         * An estimate.
         *
         * @param value per choice, doubly robust, with 95 %
         * @param selfNormalised per choice, with 95 %
         * @param logged what the logging policy earned per choice, with 95 %
         * @param gain the doubly robust value less what was earned, with 95 %, on the same choices
         */
        record Known(
                int choices,
                double agreed,
                double effective,
                Interval value,
                Interval selfNormalised,
                Interval logged,
                Interval gain)
                implements Estimate {}

        /** Too little to say anything; what would be needed stands beside it. */
        record TooLittle(int choices, double agreed, double effective, double needed) implements Estimate {}
    }

    /** Evaluates the proposed policy of the choices. */
    public static Estimate of(List<Choice> choices) {
        int size = choices.size();
        double[] weights = choices.stream()
                .mapToDouble(one -> Math.min(CLIP, one.proposed() / one.probability()))
                .toArray();
        double sum = 0;
        double squares = 0;
        double agreed = 0;
        for (int i = 0; i < size; i++) {
            // unclipped: a single huge weight must not hide behind the clip
            double raw = choices.get(i).proposed() / choices.get(i).probability();
            sum += raw;
            squares += raw * raw;
            agreed += choices.get(i).proposed() > 0 ? 1 : 0;
        }
        double effective = squares == 0 ? 0 : sum * sum / squares;
        double share = size == 0 ? 0 : agreed / size;
        if (effective < FEWEST || agreed < FEWEST) {
            return new Estimate.TooLittle(size, share, effective, FEWEST);
        }
        double[] robust = new double[size];
        double[] rewards = new double[size];
        double[] gains = new double[size];
        for (int i = 0; i < size; i++) {
            Choice one = choices.get(i);
            robust[i] = one.expectedProposed() + weights[i] * (one.reward() - one.expectedLogged());
            rewards[i] = one.reward();
            gains[i] = robust[i] - rewards[i];
        }
        return new Estimate.Known(
                size, share, effective, mean(robust), selfNormalised(choices, weights), mean(rewards), mean(gains));
    }

    private static Interval mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / (values.length - 1);
        }
        double width = WIDTH * Math.sqrt(variance / values.length);
        return new Interval(mean, mean - width, mean + width);
    }

    /** A ratio; its width by the delta method. */
    private static Interval selfNormalised(List<Choice> choices, double[] weights) {
        double weighed = 0;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weighed += weights[i] * choices.get(i).reward();
            sum += weights[i];
        }
        double ratio = weighed / sum;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            double off = weights[i] * (choices.get(i).reward() - ratio);
            variance += off * off;
        }
        double width = WIDTH * Math.sqrt(variance) / sum;
        return new Interval(ratio, ratio - width, ratio + width);
    }
}
