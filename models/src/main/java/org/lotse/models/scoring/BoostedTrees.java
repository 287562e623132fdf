package org.lotse.models.scoring;

/**
 * Boosted trees as parallel arrays, one entry per node. A leaf has no signal ({@code -1}) and its value as threshold. A
 * node of a numeric signal asks whether the number is below the threshold; one of a category ({@code category >= 0})
 * whether the row has it, "has it not" being the branch for missing features of the trained booster.
 *
 * @param roots first node of each tree
 * @param signals the signal a node asks for; -1 for leaves
 * @param categories the category asked for; -1 for numeric signals
 * @param thresholds of numeric nodes; the value of leaves, sign included
 * @param yes next node when below, or when the row has the category
 * @param no next node otherwise
 * @param missing next node when the number is missing
 * @param covers how much of what was learned from went through each node; empty when that was not kept
 * @param intercept what is added for every row
 */
public record BoostedTrees(
        int[] roots,
        int[] signals,
        int[] categories,
        float[] thresholds,
        int[] yes,
        int[] no,
        int[] missing,
        float[] covers,
        double intercept)
        implements Scorer {
    @Override
    public double margin(double[] row) {
        double sum = intercept;
        for (int root : roots) {
            int node = root;
            int signal = signals[node];
            while (signal >= 0) {
                double value = row[signal];
                int category = categories[node];
                if (category >= 0) {
                    node = value == category ? yes[node] : no[node];
                } else if (Double.isNaN(value)) {
                    node = missing[node];
                } else {
                    node = (float) value < thresholds[node] ? yes[node] : no[node];
                }
                signal = signals[node];
            }
            sum += thresholds[node];
        }
        return sum;
    }
}
