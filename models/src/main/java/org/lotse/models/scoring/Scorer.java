package org.lotse.models.scoring;

/**
 * Scores a coded row from flat arrays; immutable, safe for many threads, no allocation.
 *
 * <p>The margin is log-odds for probabilities and a standardised amount for regressions.
 */
public sealed interface Scorer permits Constant, AdditiveBins, BoostedTrees, Foreign, Sum {
    /**
     * @param row as coded by the model's {@link org.lotse.models.signal.Signals}
     */
    double margin(double[] row);

    /** The margins of many rows, put into an array as long. */
    default void margins(double[][] rows, double[] margins) {
        for (int row = 0; row < rows.length; row++) {
            margins[row] = margin(rows[row]);
        }
    }
}
