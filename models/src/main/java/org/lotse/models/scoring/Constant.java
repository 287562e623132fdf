package org.lotse.models.scoring;

/**
 * The same for everybody: what an honest model says that has found no signal.
 *
 * @param margin log-odds of the base rate
 */
public record Constant(double margin) implements Scorer {
    @Override
    public double margin(double[] row) {
        return margin;
    }
}
