package org.lotse.models.text;

import org.lotse.models.training.Design;

/**
 * Texts as flat rows: which features each has, and how much of them.
 *
 * @param starts where each row's features start, and after the last one where all end
 * @param features their numbers
 * @param values how much of each
 * @param weights how many features there are, and one more that is 1 in every row
 */
record TextRows(int[] starts, int[] features, float[] values, int weights) implements Design {
    /** The same with each feature counting so much. */
    TextRows times(float[] factors) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * factors[features[i]];
        }
        return new TextRows(starts, features, scaled, weights);
    }

    @Override
    public double sum(double[] weighed, int row) {
        double sum = weighed[weights - 1];
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sum += weighed[features[i]] * values[i];
        }
        return sum;
    }

    @Override
    public void add(double value, int row, double[] into) {
        into[weights - 1] += value;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            into[features[i]] += value * values[i];
        }
    }

    @Override
    public void add(double value, double other, int row, double[] into, double[] others) {
        into[weights - 1] += value;
        others[weights - 1] += other;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            into[features[i]] += value * values[i];
            others[features[i]] += other * values[i] * values[i];
        }
    }
}
