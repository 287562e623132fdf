package org.lotse.models.evaluation;

import java.util.List;

/** How good a model is on given rows. */
public sealed interface Evaluation {
    /** How many rows it is measured on. */
    long rows();

    /**
     * How good probabilities are; each figure beside that of always saying the base rate.
     *
     * @param baseRate share of positive rows
     * @param auc area under the ROC curve; 0.5 is chance
     * @param logLoss natural logarithm
     * @param baseLogLoss that of the base rate
     * @param brier mean squared error
     * @param baseBrier that of the base rate
     * @param calibrationError mean distance of predicted and observed share in 15 equally filled bins
     * @param calibrationFloor what a perfectly calibrated model would show on so many rows
     * @param calibrationFloor95 what it would exceed in one of twenty samples
     * @param reliability the bins
     */
    record Probabilities(
            long rows,
            double baseRate,
            Interval auc,
            double logLoss,
            double baseLogLoss,
            double brier,
            double baseBrier,
            double calibrationError,
            double calibrationFloor,
            double calibrationFloor95,
            List<Bin> reliability)
            implements Evaluation {
        public Probabilities {
            reliability = List.copyOf(reliability);
        }
    }

    /**
     * One bin of the reliability plot.
     *
     * @param rows how many rows are in it
     * @param predicted their mean prediction
     * @param observed their share of positives
     */
    record Bin(long rows, double predicted, double observed) {}

    /**
     * How good amounts are.
     *
     * @param meanAbsoluteError in the target's unit
     * @param baseMeanAbsoluteError that of always saying the median
     * @param rootMeanSquaredError in the target's unit
     * @param baseRootMeanSquaredError that of always saying the mean
     * @param explained share of the variance explained, 1 is all, 0 none
     */
    record Amounts(
            long rows,
            double meanAbsoluteError,
            double baseMeanAbsoluteError,
            double rootMeanSquaredError,
            double baseRootMeanSquaredError,
            double explained)
            implements Evaluation {}

    /**
     * How good the probabilities of several classes are.
     *
     * @param accuracy share of rows whose most probable class happened
     * @param largestShare that of always saying the most frequent class
     * @param macroF1 mean over classes of the harmonic mean of precision and recall
     * @param logLoss natural logarithm
     * @param baseLogLoss that of the base rates
     * @param calibrationError mean distance of the answer's probability and the share that was right
     */
    record Classes(
            long rows,
            Interval accuracy,
            double largestShare,
            Interval macroF1,
            double logLoss,
            double baseLogLoss,
            double calibrationError)
            implements Evaluation {}

    /**
     * How good customer values are, strictly forward in time.
     *
     * @param gini how truly customers are ordered by what they spent: 1 is perfect, 0 chance
     * @param baseGini that of the order by what was spent so far
     * @param meanAbsoluteError in the unit of the amounts
     * @param baseMeanAbsoluteError that of carrying on what was spent so far
     * @param bias by which share the sum of all values is too high
     * @param covered share of customers whose spend lies within the interval of 80 %
     * @param purchasesError mean absolute error of the number of purchases
     */
    record Values(
            long rows,
            double gini,
            double baseGini,
            double meanAbsoluteError,
            double baseMeanAbsoluteError,
            double bias,
            double covered,
            double purchasesError)
            implements Evaluation {}

    /**
     * How good uplifts are.
     *
     * @param treated treated rows
     * @param control control rows
     * @param averageEffect wanted outcomes among the treated minus among the control group
     * @param qini (area under the Qini curve - random) / (area under the perfect curve - random); 0 is random
     * @param effectInTop30 the effect among the 30 % with the highest predicted uplift
     * @param controlRate share of the wanted outcome in the control group
     * @param spread by how much two rows differ in effect per difference in their predicted uplift, 0 to 1: 1 is a
     *     prediction that neither exaggerates nor understates who gains more
     * @param meanPredicted mean of the predicted uplifts that the spread was measured on
     */
    record Uplifts(
            long rows,
            long treated,
            long control,
            Interval averageEffect,
            Interval qini,
            double effectInTop30,
            double controlRate,
            double spread,
            double meanPredicted)
            implements Evaluation {
        /** Standard deviations of 99 %, as a share of those of the interval of 95 %. */
        private static final double SURER = 2.576 / 1.96;

        /**
         * Whether choosing by the model is better than at random beyond noise: of a hundred treatments that help all alike, one at
         * most may look as if it helped some more. Several ways are tried, and the interval of 95 % would let more through.
         */
        public boolean targetingHelps() {
            return qini.value() > SURER * (qini.value() - qini.low());
        }
    }
}
